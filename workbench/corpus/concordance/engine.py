"""The index of the database in use."""

from types import ModuleType

from django.db import connection

from workbench.corpus.concordance import postgresql, sqlite

__all__ = ["engine"]


def engine() -> ModuleType:
    """Return the module that keeps the index in this database: `put`, `candidates`, `clear`."""
    return {"postgresql": postgresql, "sqlite": sqlite}[connection.vendor]
