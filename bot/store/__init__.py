"""What is kept, on SQLAlchemy Core: the only package that touches tables."""

from bot.store.errors import (
    StoreCorruptError,
    StoreDriverMissingError,
    StoreError,
    StoreForeignError,
    StoreFullError,
    StoreLockedError,
    StoreNewerError,
    StoreUnreachableError,
    StoreUnwritableError,
)
from bot.store.store import Store, open_store

__all__ = [
    "Store",
    "StoreCorruptError",
    "StoreDriverMissingError",
    "StoreError",
    "StoreForeignError",
    "StoreFullError",
    "StoreLockedError",
    "StoreNewerError",
    "StoreUnreachableError",
    "StoreUnwritableError",
    "open_store",
]
