"""What the doors answer with when an action refuses: said once, by each kind of error."""

from collections.abc import Iterator

import pytest

from workbench.accounts.errors import Conflict, Invalid, NotAllowed, Refused, Stale, TooOften
from workbench.review.transfer import Unreadable

STATUSES = [(NotAllowed, 403), (Conflict, 409), (Stale, 412), (Invalid, 422), (Unreadable, 422), (TooOften, 429)]


def kinds(base: type[Refused]) -> Iterator[type[Refused]]:
    """Yield all kinds of a refusal."""
    for kind in base.__subclasses__():
        yield kind
        yield from kinds(kind)


@pytest.mark.parametrize(("kind", "status"), STATUSES)
def test_a_kind_of_refusal_has_its_status(kind: type[Refused], status: int) -> None:
    assert kind.status == status


def test_no_kind_of_refusal_is_without_a_status() -> None:
    assert [kind.__name__ for kind in kinds(Refused) if not hasattr(kind, "status")] == []
