"""Times as documents have them."""

from datetime import UTC, datetime

__all__ = ["moment_as_text"]


def moment_as_text(moment: datetime | None) -> str:
    """Return a time as documents have it: UTC, `2026-10-05T09:12:00Z`, with a fraction only where there is
    one.
    """
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z") if moment else ""
