"""settings.DATABASES["default"]["ENGINE"]: see the package."""

from typing import Any

from django.db.backends.postgresql import base

__all__ = ["DatabaseWrapper"]


class DatabaseWrapper(base.DatabaseWrapper):
    """PostgreSQL, whose server keeps a cursor only inside a transaction.

    Outside of one a cursor would have to outlive it, on a connection that PgBouncer may have given to somebody else by
    the next fetch. There the rows are fetched at once.
    """

    def chunked_cursor(self) -> Any:
        """Return a cursor of the server inside a transaction, an ordinary one outside."""
        return super().chunked_cursor() if self.in_atomic_block else self.cursor()
