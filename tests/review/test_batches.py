"""Several threads changed at once: all of them, or none."""

import pytest

from tests.conftest import Room
from tests.factories import passage_of
from workbench.review.actions import ThreadEdit, change_threads, open_thread
from workbench.review.errors import Invalid, NotAllowed, Stale
from workbench.review.models import Thread


def two_threads(room: Room) -> list[Thread]:
    """Open two discussions of the first passage."""
    return [open_thread(actor=room.reviewer, passage=passage_of(room.work), body=body) for body in ("One?", "Two?")]


def test_all_are_changed(room: Room) -> None:
    edits = [ThreadEdit(one, one.version, {"state": "resolved"}) for one in two_threads(room)]
    change_threads(actor=room.editor, edits=edits)
    assert set(Thread.objects.values_list("state", flat=True)) == {"resolved"}


def test_none_is_changed_where_somebody_else_changed_one(room: Room) -> None:
    first, second = two_threads(room)
    edits = [ThreadEdit(first, first.version, {"state": "resolved"}), ThreadEdit(second, 99, {"state": "resolved"})]
    with pytest.raises(Stale):
        change_threads(actor=room.editor, edits=edits)
    assert set(Thread.objects.values_list("state", flat=True)) == {"open"}


def test_readers_may_not(room: Room) -> None:
    edits = [ThreadEdit(one, one.version, {"labels": ["later"]}) for one in two_threads(room)]
    with pytest.raises(NotAllowed):
        change_threads(actor=room.reader, edits=edits)


@pytest.mark.parametrize("number", [0, 51])
def test_between_one_and_fifty_are_expected(room: Room, number: int) -> None:
    (one, _) = two_threads(room)
    with pytest.raises(Invalid, match="Between one and 50"):
        change_threads(actor=room.editor, edits=[ThreadEdit(one, one.version, {})] * number)
