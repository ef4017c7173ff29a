"""What `doctor` finds."""

from dataclasses import dataclass

__all__ = ["Finding"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, and what mends it. `is_grave`: work or data are at risk."""

    what: str
    mend: str
    is_grave: bool = True
