"""Whom a comment speaks to: who counts, what is recorded, who is told."""

import pytest

from tests.conftest import Team
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


def test_only_members_are_spoken_to_and_each_is_recorded_once(team: Team) -> None:
    thread = open_thread(
        actor=team.reviewer, passage=passage_of(team.work), body="@editor, @former, @outsider, @nobody"
    )
    comment = thread.comments.get()
    assert named(comment) == ["editor"]
    told = Event.objects.filter(kind="comment.mentioned")
    assert [(one.name, one.subject, one.thread) for one in told] == [("editor", comment.pk, thread.pk)]
    edited = edit_comment(actor=team.reviewer, comment=comment, version=1, body="@editor and @reader.")
    assert (named(edited), [one.name for one in told.order_by("pk")]) == (["editor", "reader"], ["editor", "reader"])
    edit_comment(actor=team.reviewer, comment=edited, version=2, body="Nobody.")
    assert named(edited) == []


def test_who_is_spoken_to_is_told_and_hears_nothing_else(team: Team) -> None:
    thread = open_thread(actor=team.reviewer, passage=passage_of(team.work), body="Hm.")
    comment = reply(actor=team.reviewer, thread=thread, body="What does @reader say?")
    assert [event.kind for event in find_notices(team.reader)] == ["comment.mentioned"]
    assert list(find_notices(team.owner)) == []
    delete_comment(actor=team.reviewer, comment=comment, version=comment.version)
    assert (list(find_notices(team.reader)), Mention.objects.count()) == ([], 0)


def test_who_left_is_told_no_more(team: Team) -> None:
    open_thread(actor=team.reviewer, passage=passage_of(team.work), body="@reader!")
    Membership.objects.filter(user=team.reader).delete()
    assert list(find_notices(team.reader)) == []
