"""People, their answers, and the living checks."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the first tables."""
    op.create_table(
        "people",
        sa.Column("id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("language", sa.String(16)),
        sa.Column("created_at", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_people"),
    )
    op.create_table(
        "answers",
        sa.Column("person_id", sa.BigInteger, nullable=False),
        sa.Column("fact_id", sa.String(80), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("value", sa.Text),
        sa.Column("source", sa.String(16), nullable=False),
        sa.Column("said", sa.String(200), nullable=False),
        sa.Column("answered_at", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("person_id", "fact_id", name="pk_answers"),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name="fk_answers_person_id", ondelete="CASCADE"
        ),
        sa.CheckConstraint("(state = 'known') = (value IS NOT NULL)", name="ck_answers_value_when_known"),
    )
    op.create_table(
        "checks",
        sa.Column("person_id", sa.BigInteger, nullable=False),
        sa.Column("chat_id", sa.BigInteger, nullable=False),
        sa.Column("target", sa.String(80), nullable=False),
        sa.Column("message_id", sa.BigInteger),
        sa.Column("view", sa.String(80), nullable=False),
        sa.Column("fact_id", sa.String(80), nullable=False),
        sa.Column("trail", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("pending", sa.Text, nullable=False),
        sa.Column("updated_at", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("person_id", "chat_id", name="pk_checks"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_checks_person_id", ondelete="CASCADE"),
    )
