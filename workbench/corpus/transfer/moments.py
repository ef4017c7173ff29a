"""Times as documents have them."""

from datetime import UTC, datetime
from functools import lru_cache

__all__ = ["moment_as_text", "stored_moment"]


def moment_as_text(moment: datetime | None) -> str:
    """Return a time as documents have it: UTC, `2026-10-05T09:12:00Z`, with a fraction only where there is
    one.
    """
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z") if moment else ""


@lru_cache(maxsize=1024)
def stored_moment(text: str) -> str:
    """Return a time as documents have it from what the database makes of it as a text: 2026-10-05 09:12:00.25, or +00
    after that.
    """
    moment = datetime.fromisoformat(text)
    return moment_as_text(moment if moment.tzinfo else moment.replace(tzinfo=UTC))
