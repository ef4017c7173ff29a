"""Who wrote what a file says somebody wrote.

A name in a file proves nothing: it never becomes an account's signature by itself. What is imported is
signed by the importing person and *attributed* to the name, unless an operator says which accounts the
names stand for.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from workbench.accounts.models import User
from workbench.corpus import limits

__all__ = ["Attribution"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """The importing person, the moment, and which names are known to be which accounts."""

    actor: User
    now: datetime
    people: Mapping[str, User] = field(default_factory=dict)

    def author(self, name: str) -> tuple[User, str]:
        """Return the account that signs for `name`, and the name it is attributed to ("" for the account's
        own).
        """
        known = self.people.get(name)
        return (known, "") if known else (self.actor, name[: limits.LINE])

    def account(self, name: str) -> User | None:
        """Return the account that `name` is known to be, None for others."""
        return self.people.get(name)

    def moment(self, text: str) -> datetime:
        """Return the time that a document gives, or the moment of the import where it gives none."""
        return datetime.fromisoformat(text).astimezone(UTC) if text else self.now
