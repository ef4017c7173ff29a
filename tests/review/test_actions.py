"""Discussions: anchors that never lie, suggestions that become texts, and who may do what."""

import pytest

from tests.conftest import Team
from tests.factories import make_work, passage_of, shown, variant_of
from workbench.corpus.models import Variant
from workbench.review.actions import (
    accept_suggestion,
    change_thread,
    delete_comment,
    edit_comment,
    open_thread,
    reattach_anchor,
    reject_suggestion,
    reply,
    restore_revision,
    revise_variant,
)
from workbench.review.anchoring import AnchorRequest
from workbench.review.errors import Conflict, Invalid, NotAllowed, Stale
from workbench.review.models import Anchor, Comment, Suggestion, Thread


def cat(team: Team) -> Variant:
    return variant_of(team.work, "1", "A")  # The cat sat on the mat.


def thread_on(team: Team, quote: str, suggestion: str | None = None) -> Thread:
    return open_thread(
        actor=team.reviewer,
        passage=passage_of(team.work),
        body="Hm.",
        anchors=[AnchorRequest(cat(team), quote=quote)],
        suggestion=suggestion,
    )


def anchor_of(thread: Thread) -> Anchor:
    return thread.anchors.get()


def stands_on(thread: Thread) -> str:
    anchor = anchor_of(thread)
    assert anchor.revision == anchor.variant.version
    return anchor.variant.text[anchor.start : anchor.end]


def test_a_thread_on_a_quote_stands_on_its_words(team: Team) -> None:
    anchor = anchor_of(thread_on(team, "sat"))
    assert (anchor.start, anchor.end, anchor.quote, anchor.prefix, anchor.revision) == (8, 11, "sat", "The cat ", 1)


def test_a_quote_that_fits_nowhere_or_twice_is_refused(team: Team) -> None:
    with pytest.raises(Invalid) as nowhere:
        thread_on(team, "dog")
    assert nowhere.value.code == "quote_not_found"
    with pytest.raises(Invalid) as twice:
        thread_on(team, "at")
    assert twice.value.code == "quote_ambiguous"
    assert not Thread.objects.exists()


def test_a_context_tells_two_places_apart(team: Team) -> None:
    thread = open_thread(
        actor=team.reviewer,
        passage=passage_of(team.work),
        body="Hm.",
        anchors=[AnchorRequest(cat(team), quote="at", prefix="The c")],
    )
    assert anchor_of(thread).start == 5


@pytest.mark.parametrize(("start", "end"), [(5, 5), (6, 5), (-1, 3), (0, 24), (3, 4)])
def test_offsets_without_words_are_refused(team: Team, start: int, end: int) -> None:
    with pytest.raises(Invalid):
        open_thread(
            actor=team.reviewer,
            passage=passage_of(team.work),
            body="Hm.",
            anchors=[AnchorRequest(cat(team), start=start, end=end)],
        )


def test_offsets_of_an_older_revision_are_carried_to_the_present_text(team: Team) -> None:
    variant = revise_variant(actor=team.editor, variant=cat(team), version=1, text="Today the cat sat on the mat.")
    thread = open_thread(
        actor=team.reviewer,
        passage=passage_of(team.work),
        body="Hm.",
        anchors=[AnchorRequest(variant, start=8, end=11, quote="sat", revision=1)],
    )
    assert stands_on(thread) == "sat"


def test_a_quote_that_is_not_at_its_offsets_is_refused(team: Team) -> None:
    with pytest.raises(Invalid) as refusal:
        open_thread(
            actor=team.reviewer,
            passage=passage_of(team.work),
            body="Hm.",
            anchors=[AnchorRequest(cat(team), start=8, end=11, quote="mat")],
        )
    assert refusal.value.code == "quote_mismatch"


def test_a_thread_on_a_difference_has_several_anchors(team: Team) -> None:
    other = variant_of(team.work, "1", "B")
    thread = open_thread(
        actor=team.reviewer,
        passage=passage_of(team.work),
        body="Which?",
        anchors=[AnchorRequest(cat(team), quote="mat"), AnchorRequest(other, quote="rug")],
    )
    assert [anchor.quote for anchor in thread.anchors.order_by("position")] == ["mat", "rug"]


def test_an_anchor_of_another_passage_is_refused(team: Team) -> None:
    with pytest.raises(Invalid):
        open_thread(
            actor=team.reviewer,
            passage=passage_of(team.work, "2"),
            body="Hm.",
            anchors=[AnchorRequest(cat(team), quote="sat")],
        )


def test_untouched_words_are_followed(team: Team) -> None:
    thread = thread_on(team, "sat")
    revise_variant(actor=team.editor, variant=cat(team), version=1, text="Yesterday the black cat sat on a mat.")
    assert stands_on(thread) == "sat"
    assert not anchor_of(thread).moves.exists()


def test_changed_words_leave_a_visible_orphan_with_its_quote(team: Team) -> None:
    thread = thread_on(team, "sat")
    revise_variant(actor=team.editor, variant=cat(team), version=1, text="The cat lay on the mat.")
    anchor = anchor_of(thread)
    assert (anchor.state, anchor.quote, anchor.revision) == ("orphaned", "sat", 1)
    assert list(anchor.moves.values_list("kind", "from_quote", "to_revision")) == [("orphaned", "sat", 2)]


def test_an_omitted_text_orphans_its_anchors(team: Team) -> None:
    thread = thread_on(team, "sat")
    revise_variant(actor=team.editor, variant=cat(team), version=1, text="", presence="omitted")
    assert anchor_of(thread).state == "orphaned"


def test_an_orphan_is_attached_again_by_hand_and_recorded(team: Team) -> None:
    thread = thread_on(team, "sat")
    variant = revise_variant(actor=team.editor, variant=cat(team), version=1, text="The cat lay on the mat.")
    reattach_anchor(actor=team.reviewer, anchor=anchor_of(thread), request=AnchorRequest(variant, quote="lay"))
    assert stands_on(thread) == "lay"
    moves = anchor_of(thread).moves.order_by("pk").values_list("kind", "from_quote", "to_quote")
    assert list(moves) == [("orphaned", "sat", ""), ("reattached", "sat", "lay")]


def test_only_orphans_are_attached_again(team: Team) -> None:
    thread = thread_on(team, "sat")
    with pytest.raises(Conflict):
        reattach_anchor(actor=team.reviewer, anchor=anchor_of(thread), request=AnchorRequest(cat(team), quote="mat"))


def test_an_accepted_suggestion_becomes_a_revision_and_keeps_its_anchor(team: Team) -> None:
    thread = thread_on(team, "sat", suggestion="was sitting")
    beside = thread_on(team, "mat")
    suggestion = accept_suggestion(actor=team.editor, thread=thread, **shown(thread))
    assert cat(team).text == "The cat was sitting on the mat."
    assert (suggestion.state, suggestion.decided_by, suggestion.revision.number) == ("accepted", team.editor, 2)  # type: ignore[union-attr]
    assert (stands_on(thread), stands_on(beside)) == ("was sitting", "mat")
    assert Thread.objects.get(pk=thread.pk).state == "resolved"
    assert cat(team).revisions.get(number=2).reason == "Accepted a suggestion of reviewer"


def test_a_suggestion_to_delete_leaves_an_orphan(team: Team) -> None:
    thread = thread_on(team, "cat ", suggestion="")
    accept_suggestion(actor=team.editor, thread=thread, **shown(thread))
    assert cat(team).text == "The sat on the mat."
    assert anchor_of(thread).state == "orphaned"


def test_a_suggestion_whose_words_are_lost_is_not_accepted(team: Team) -> None:
    thread = thread_on(team, "sat", suggestion="stood")
    revise_variant(actor=team.editor, variant=cat(team), version=1, text="The cat lay on the mat.")
    with pytest.raises(Conflict) as refusal:
        accept_suggestion(actor=team.editor, thread=thread, **shown(thread))
    assert refusal.value.code == "orphaned"
    assert cat(team).text == "The cat lay on the mat."


def test_a_rejection_needs_a_reason_and_leaves_the_thread_open(team: Team) -> None:
    thread = thread_on(team, "sat", suggestion="stood")
    with pytest.raises(Invalid):
        reject_suggestion(actor=team.editor, thread=thread, reason="  ", **shown(thread))
    suggestion = reject_suggestion(actor=team.editor, thread=thread, reason="Cats do not stand.", **shown(thread))
    assert (suggestion.state, suggestion.reason) == ("rejected", "Cats do not stand.")
    assert Thread.objects.get(pk=thread.pk).state == "open"


def test_a_suggestion_is_decided_once(team: Team) -> None:
    thread = thread_on(team, "sat", suggestion="stood")
    accept_suggestion(actor=team.editor, thread=thread, **shown(thread))
    with pytest.raises(Conflict):
        accept_suggestion(actor=team.editor, thread=thread, **shown(thread))


def test_a_later_suggestion_supersedes_the_same_persons_open_one(team: Team) -> None:
    thread = thread_on(team, "sat", suggestion="stood")
    reply(actor=team.reviewer, thread=thread, body="Better:", suggestion="perched")
    states = Suggestion.objects.filter(thread=thread).order_by("pk").values_list("text", "state")
    assert list(states) == [("stood", "superseded"), ("perched", "open")]


def test_a_suggestion_needs_words_to_replace(team: Team) -> None:
    with pytest.raises(Invalid):
        open_thread(actor=team.reviewer, passage=passage_of(team.work), body="Hm.", suggestion="x")
    with pytest.raises(Invalid):
        thread_on(team, "sat", suggestion="sat")


def test_reviewers_do_not_decide(team: Team) -> None:
    thread = thread_on(team, "sat", suggestion="stood")
    for person in (team.reviewer, team.reader, team.outsider):
        with pytest.raises(NotAllowed):
            accept_suggestion(actor=person, thread=thread, **shown(thread))
        with pytest.raises(NotAllowed):
            reject_suggestion(actor=person, thread=thread, reason="No.", **shown(thread))


def test_readers_and_outsiders_do_not_comment(team: Team) -> None:
    thread = thread_on(team, "sat")
    for person in (team.reader, team.former, team.outsider):
        with pytest.raises(NotAllowed):
            open_thread(actor=person, passage=passage_of(team.work), body="Hm.")
        with pytest.raises(NotAllowed):
            reply(actor=person, thread=thread, body="Hm.")


def test_a_reply_counts_the_threads_version_up(team: Team) -> None:
    thread = thread_on(team, "sat")
    reply(actor=team.editor, thread=thread, body="Indeed.")
    assert Thread.objects.get(pk=thread.pk).version == thread.version == 2


def test_a_thread_is_classified_resolved_and_given_away(team: Team) -> None:
    changed = change_thread(
        actor=team.reviewer,
        thread=thread_on(team, "sat"),
        version=1,
        changes={"state": "resolved", "category": "style", "severity": "minor", "assignee": team.editor},
    )
    assert (changed.state, changed.category, changed.severity, changed.assignee) == (
        "resolved",
        "style",
        "minor",
        team.editor,
    )


def test_a_stale_change_and_unknown_values_are_refused(team: Team) -> None:
    thread = thread_on(team, "sat")
    with pytest.raises(Stale):
        change_thread(actor=team.reviewer, thread=thread, version=5, changes={"state": "resolved"})
    for changes in ({"state": ""}, {"category": "x"}, {"severity": "x"}, {"assignee": team.outsider}):
        with pytest.raises(Invalid):
            change_thread(actor=team.reviewer, thread=thread, version=1, changes=changes)  # type: ignore[arg-type]


def test_only_its_author_edits_a_comment(team: Team) -> None:
    comment = thread_on(team, "sat").comments.get()
    with pytest.raises(NotAllowed):
        edit_comment(actor=team.owner, comment=comment, version=1, body="Ha.")
    edited = edit_comment(actor=team.reviewer, comment=comment, version=1, body="Better.")
    assert (edited.body, edited.version, edited.edited_at is None) == ("Better.", 2, False)
    with pytest.raises(Stale):
        edit_comment(actor=team.reviewer, comment=comment, version=1, body="Late.")


def test_a_deleted_comment_keeps_its_place_without_words(team: Team) -> None:
    thread = thread_on(team, "sat", suggestion="stood")
    comment = thread.comments.get()
    with pytest.raises(NotAllowed):
        delete_comment(actor=team.editor, comment=comment, version=1)
    delete_comment(actor=team.owner, comment=comment, version=1)
    assert Comment.objects.get().body == ""
    assert Suggestion.objects.get().state == "superseded"


def test_an_ex_member_no_longer_edits_what_they_wrote(team: Team) -> None:
    comment = thread_on(team, "sat").comments.get()
    team.workspace.memberships.filter(user=team.reviewer).delete()
    with pytest.raises(NotAllowed):
        edit_comment(actor=team.reviewer, comment=comment, version=1, body="Still here.")


def test_restoring_is_a_new_revision(team: Team) -> None:
    revise_variant(actor=team.editor, variant=cat(team), version=1, text="Changed.")
    variant = restore_revision(actor=team.editor, variant=cat(team), version=2, number=1)
    assert (variant.version, variant.text) == (3, "The cat sat on the mat.")
    with pytest.raises(Invalid):
        restore_revision(actor=team.editor, variant=variant, version=3, number=9)


def test_discussions_are_seen_by_members_only(team: Team) -> None:
    make_work(team.outsider, team.outsider.memberships.get().workspace)
    thread_on(team, "sat", suggestion="stood")
    for model in (Thread, Comment, Anchor, Suggestion):
        assert model.objects.visible_to(team.reader).count() == 1
        assert model.objects.visible_to(team.outsider).count() == 0
        assert model.objects.visible_to(team.former).count() == 0
