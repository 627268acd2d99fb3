"""The tables. What is kept of a person hangs on `people` by a foreign key, that export and erasure follow."""

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKey,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from bot.store.types import Instant, Words

SAID_LENGTH = 200
"""Characters that are kept of the words an answer was read from."""

SOURCE_LENGTH = 200
"""Characters that are kept of the name of the file a text came from."""

JSON = {"json": True}
"""Marks a text column that holds JSON, for the export."""

# Named constraints, so that a later migration can change them on either database.
metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _person() -> Column[int]:
    return Column("person_id", BigInteger, ForeignKey("people.id", ondelete="CASCADE"), nullable=False)


people = Table(
    "people",
    metadata,
    # Telegram's user id: no name, no number, nothing else of the account is kept.
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("language", String(16)),
    Column("created_at", Instant, nullable=False),
)

answers = Table(
    "answers",
    metadata,
    _person(),
    Column("fact_id", String(80), nullable=False),
    Column("state", String(16), nullable=False),
    Column("value", Text, info=JSON),
    Column("source", String(16), nullable=False),
    Column("said", String(SAID_LENGTH), nullable=False),
    Column("answered_at", Instant, nullable=False),
    PrimaryKeyConstraint("person_id", "fact_id"),
    CheckConstraint("(state = 'known') = (value IS NOT NULL)", name="value_when_known"),
)

checks = Table(
    "checks",
    metadata,
    _person(),
    Column("chat_id", BigInteger, nullable=False),
    Column("target", String(80), nullable=False),
    Column("message_id", BigInteger),
    Column("view", String(80), nullable=False),
    Column("fact_id", String(80), nullable=False),
    Column("trail", Words, nullable=False),
    Column("version", Integer, nullable=False),
    Column("pending", Text, nullable=False, info=JSON),
    Column("updated_at", Instant, nullable=False),
    PrimaryKeyConstraint("person_id", "chat_id"),
)

talks = Table(
    "talks",
    metadata,
    # What the last question came to; not its text, and only for a while.
    _person(),
    Column("chat_id", BigInteger, nullable=False),
    Column("document", Text, nullable=False, info=JSON),
    Column("kept_at", Instant, nullable=False),
    PrimaryKeyConstraint("person_id", "chat_id"),
)

feedback = Table(
    "feedback",
    metadata,
    # Of nobody: no person, no chat, no time of day.
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("day", String(10), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("text", String(SAID_LENGTH), nullable=False),
    Column("count", Integer, nullable=False),
    UniqueConstraint("day", "kind", "text"),
)

texts = Table(
    "texts",
    metadata,
    # The official wording of instruments, from files of the operator: nothing of a person.
    Column("scheme_id", String(80), nullable=False),
    Column("place", String(16), nullable=False),
    Column("position", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("source", String(SOURCE_LENGTH), nullable=False),
    Column("imported_at", Instant, nullable=False),
    PrimaryKeyConstraint("scheme_id", "place"),
)
