"""Sessions in the database, whose session keys from a browser are looked at before the database is asked."""

from django.contrib.sessions.backends import db

__all__ = ["SessionStore"]

_LONGEST = 40  # the column's length


class SessionStore(db.SessionStore):
    """settings.SESSION_ENGINE: an impossible session key is none, no failure of PostgreSQL, which takes no NUL."""

    def _validate_session_key(self, key: str | None) -> bool:
        """Say whether the session key is one that Django could have made: ASCII letters and digits, 8 to 40 of them."""
        return key is not None and key.isascii() and key.isalnum() and 8 <= len(key) <= _LONGEST
