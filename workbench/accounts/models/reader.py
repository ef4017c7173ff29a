"""Who reads without an account."""

from dataclasses import dataclass
from typing import ClassVar

__all__ = ["Reader"]


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody of whom nothing is known but the link they hold: `link` is the digest of its secret, "" for none.

    They see what is public and what the link opens. A member who reads public pages is one too: these are the same for
    all.
    """

    link: str = ""
    pk: ClassVar[None] = None
    is_authenticated: ClassVar[bool] = False
    is_active: ClassVar[bool] = False
