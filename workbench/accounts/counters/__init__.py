"""How often something came, counted where no reader waits for a writer.

PostgreSQL counts in a table that is kept out of its log (`postgresql`), SQLite in a file beside the database
(`sqlite`): whoever writes for long holds up no request that is only counted. Nothing is lost but counts if the machine
stops.
"""

from types import ModuleType

from django.db import connection

from workbench.accounts.counters import postgresql, sqlite

__all__ = ["counters"]


def counters() -> ModuleType:
    """Return the module that counts beside this database: `add`, `total`."""
    return {"postgresql": postgresql, "sqlite": sqlite}[connection.vendor]
