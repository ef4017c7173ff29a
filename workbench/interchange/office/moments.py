"""Dates as office programs write them; the zeros of their clocks are nobody's."""

from datetime import datetime

__all__ = ["read_moment"]

_UNKNOWN = ("0000", "0001", "1601", "1899-12-30", "1970-01-01T00:00:00")
_LENGTH = len("2026-01-02T03:04:05")


def read_moment(date: str) -> str:
    """Return a date as the document has it, in UTC; "" for one that nobody meant: year 0, or the zero of a clock."""
    digits = date.strip()[:_LENGTH]
    if len(digits) < _LENGTH or digits.startswith(_UNKNOWN) or not digits.isascii():
        return ""
    try:
        is_moment = datetime.fromisoformat(digits).isoformat() == digits
    except ValueError:
        return ""
    return f"{digits}Z" if is_moment else ""
