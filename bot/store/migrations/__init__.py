"""Alembic's scripts; `bot.store.migrate` runs them."""
