"""Answers by person and fact, each with its provenance; shared by all schemes and chats."""

from collections.abc import Mapping

from sqlalchemy import delete, select

from bot.clock import Clock
from bot.store import values
from bot.store.database import Database, upsert
from bot.store.people import ensure_person
from bot.store.tables import answers
from rules.engine.facts import Fact
from rules.engine.situation import Answer, State


class Answers:
    """The answers of people. `facts` are those of the rules: an answer to another is kept, but not loaded."""

    def __init__(self, database: Database, clock: Clock, facts: Mapping[str, Fact]) -> None:
        self._database = database
        self._clock = clock
        self._facts = facts

    async def load(self, person: int) -> Mapping[str, Answer]:
        """Every answer of the person that the rules of today can use, in the order of their facts' names."""
        query = select(answers).where(answers.c.person_id == person).order_by(answers.c.fact_id)
        async with self._database.read() as connection:
            rows = (await connection.execute(query)).all()
        read = ((row.fact_id, _readable(row)) for row in rows)
        return {fact_id: answer for fact_id, answer in read if answer and self._is_usable(fact_id, answer)}

    async def save(self, person: int, answers_by_fact: Mapping[str, Answer]) -> None:
        """Keep these answers, all or none, each in place of an earlier one of the same fact."""
        now = self._clock.now()
        rows = [
            {"person_id": person, "fact_id": fact_id, "answered_at": now, **values.columns(answer)}
            for fact_id, answer in answers_by_fact.items()
        ]
        if not rows:
            return
        async with self._database.write() as connection:
            await ensure_person(connection, person, self._clock)
            await upsert(connection, answers, rows)

    async def remove(self, person: int, fact_id: str) -> None:
        """Forget one answer. Nothing happens where there is none."""
        statement = delete(answers).where(answers.c.person_id == person, answers.c.fact_id == fact_id)
        async with self._database.write() as connection:
            await connection.execute(statement)

    async def clear(self, person: int) -> None:
        """Forget every answer of the person."""
        async with self._database.write() as connection:
            await connection.execute(delete(answers).where(answers.c.person_id == person))

    def _is_usable(self, fact_id: str, answer: Answer) -> bool:
        fact = self._facts.get(fact_id)
        if fact is None:
            return False
        return answer.state is not State.KNOWN or (
            answer.value is not None and fact.problem(answer.value) is None
        )


def _readable(row: object) -> Answer | None:
    try:
        return values.answer(row)
    except values.UnreadableValueError:
        # Written by a version with more forms: it stays, is exported, and is asked again here.
        return None
