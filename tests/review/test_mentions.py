"""Whom a comment speaks to: who counts, what is recorded, who is told."""

import pytest

from tests.conftest import Room
from tests.factories import passage_of
from workbench.accounts.models import Membership
from workbench.journal.models import Event
from workbench.notices.queries import find_notices
from workbench.review.actions import delete_comment, edit_comment, open_thread, reply
from workbench.review.mentions import names_in
from workbench.review.models import Comment, Mention


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("@anna?", {"anna"}),
        ("Ask @anna.", {"anna.", "anna"}),
        ("(@a.b) and **@c-d**", {"a.b", "c-d"}),
        ("anna@example.org, @@anna, a/@b, `@code` and\n\n    @block", set()),
        ("https://example.org/@anna", set()),
        ("@", set()),
    ],
)
def test_a_name_is_what_stands_after_the_sign_where_it_is_neither_code_nor_an_address(
    body: str, names: set[str]
) -> None:
    assert names_in(body) == names


def named(comment: Comment) -> list[str]:
    return list(comment.mentions.order_by("person__username").values_list("person__username", flat=True))


def test_only_members_are_spoken_to_and_each_is_recorded_once(room: Room) -> None:
    thread = open_thread(
        actor=room.reviewer, passage=passage_of(room.work), body="@editor, @former, @outsider, @nobody"
    )
    comment = thread.comments.get()
    assert named(comment) == ["editor"]
    told = Event.objects.filter(kind="comment.mentioned")
    assert [(one.name, one.subject, one.thread) for one in told] == [("editor", comment.pk, thread.pk)]
    edited = edit_comment(actor=room.reviewer, comment=comment, version=1, body="@editor and @reader.")
    assert (named(edited), [one.name for one in told.order_by("pk")]) == (["editor", "reader"], ["editor", "reader"])
    edit_comment(actor=room.reviewer, comment=edited, version=2, body="Nobody.")
    assert named(edited) == []


def test_who_is_spoken_to_is_told_and_hears_nothing_else(room: Room) -> None:
    thread = open_thread(actor=room.reviewer, passage=passage_of(room.work), body="Hm.")
    comment = reply(actor=room.reviewer, thread=thread, body="What does @reader say?")
    assert [event.kind for event in find_notices(room.reader)] == ["comment.mentioned"]
    assert list(find_notices(room.owner)) == []
    delete_comment(actor=room.reviewer, comment=comment, version=comment.version)
    assert (list(find_notices(room.reader)), Mention.objects.count()) == ([], 0)


def test_who_left_is_told_no_more(room: Room) -> None:
    open_thread(actor=room.reviewer, passage=passage_of(room.work), body="@reader!")
    Membership.objects.filter(user=room.reader).delete()
    assert list(find_notices(room.reader)) == []
