"""Every action writes its event: a table of all actions, walked, so that a new one without an event fails."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core import signing

from tests.conftest import Team
from tests.factories import join, make_check, make_user, passage_of, shown, variant_of
from workbench.accounts import actions as accounts
from workbench.accounts.models import Invitation, Membership, Role
from workbench.corpus import actions as corpus
from workbench.corpus.models import Alignment, Correction, Equivalence, StyleRule, Term, Translation, Variant, Work
from workbench.journal.kinds import Kind
from workbench.journal.models import Event
from workbench.review import actions as review
from workbench.review.anchoring import AnchorRequest
from workbench.review.classification import DEFAULT
from workbench.review.models import Anchor, Comment, Thread
from workbench.review.replacing import ReplaceWishes
from workbench.text import Span

Deed = Callable[[Team], object]

COUNTERS = {"ask_for_email", "begin_request", "count_request", "keep_response", "note_token_use"}
"""Nothing that a person does: the memory of the doors."""
READS = {
    "MOST",
    "MOST_REPLACED",
    "Seen",
    "PutBack",
    "Replaced",
    "ImportedTerms",
    "LinkedWords",
    "MarkedWords",
    "Neighbours",
    "ThreadChanges",
    "ThreadEdit",
    "foresee_resegmenting",
    "former_states",
    "pair_up",
    "take_pair_steps",
}
OWN = {"forget_queue", "keep_queue"}
"""What somebody keeps for themselves, as what they follow."""
ELSEWHERE = {"resegment", "resegment_to", "take_back"}
"""Made of `write_revision`, and of the anchors' events."""


def opened(team: Team, *, suggestion: str | None = "dog") -> Thread:
    variant = variant_of(team.work, "1", "A")
    anchor = AnchorRequest(variant, quote="cat")
    return review.open_thread(
        actor=team.reviewer, passage=variant.passage, body="Hm.", anchors=[anchor], suggestion=suggestion
    )


def member(team: Team) -> Membership:
    return Membership.objects.get(workspace=team.workspace, user=team.reader)


def invited(team: Team) -> Invitation:
    return accounts.invite(actor=team.owner, workspace=team.workspace, to="outsider", role="reader")


def confirmed(team: Team) -> object:
    secret = signing.dumps([team.reader.pk, "", "r@example.org"], salt="workbench.accounts.email")
    return accounts.confirm_email(actor=team.reader, secret=secret)


def rule(team: Team) -> Equivalence:
    return corpus.add_equivalence(actor=team.editor, workspace=team.workspace, left="mat", right="rug", work=team.work)


def replaced(team: Team) -> review.Replaced:
    seen = {variant_of(team.work, "1", "A").pk: 1}
    wishes = ReplaceWishes("cat", "dog")
    return review.replace_words(actor=team.editor, work=team.work, wishes=wishes, seen=seen)


def style_rule(team: Team) -> StyleRule:
    return corpus.add_style_rule(actor=team.editor, workspace=team.workspace, work=team.work, mark="1", title="Names")


def term(team: Team) -> Term:
    return corpus.add_term(actor=team.editor, workspace=team.workspace, work=team.work, words="cat")


def linked(team: Team) -> dict[str, Any]:
    return {
        side: corpus.LinkedWords(variant_of(team.work, "1", siglum), Span(4, 7))
        for side, siglum in (("left", "A"), ("right", "B"))
    }


def corrected(team: Team) -> Correction:
    variant = variant_of(team.work, "1", "A")
    words = [corpus.MarkedWords(variant, variant.version, Span(4, 7))]
    return corpus.correct_collation(actor=team.editor, passage=variant.passage, kind="joined", marks=words)


def revise(team: Team, text: str) -> Variant:
    variant = variant_of(team.work, "1", "A")
    return review.revise_variant(actor=team.editor, variant=variant, version=variant.version, text=text)


def accepted(team: Team) -> Thread:
    thread = opened(team)
    review.accept_suggestion(actor=team.editor, thread=thread, **shown(thread))
    return thread


def seen(thread: Thread) -> review.Seen:
    now = Thread.objects.get(pk=thread.pk)
    return review.Seen(now, now.version, now.suggestions.get().pk)


def orphan(team: Team) -> Anchor:
    thread = opened(team)
    revise(team, "Nothing of it is left.")
    revise(team, "Here the cat is again, elsewhere.")
    return thread.anchors.get()


def changed(team: Team) -> Anchor:
    variant = variant_of(team.work, "1", "A")
    thread = review.open_thread(
        actor=team.reviewer, passage=variant.passage, body="Hm.", anchors=[AnchorRequest(variant, quote="cat sat")]
    )
    revise(team, variant.text.replace("cat", "dog"))
    return thread.anchors.select_related("thread").get()


def judged(team: Team) -> Variant:
    variant = variant_of(team.work, "1", "A")
    review.give_verdict(actor=team.reviewer, variant=variant, verdict="approved", revision=1)
    review.give_verdict(actor=team.editor, variant=variant, verdict="needs_work", revision=1)
    return variant


def placed(team: Team) -> Variant:
    Variant.objects.filter(work=team.work).update(alignment=Alignment.AUTO)
    return variant_of(team.work, "1", "A")


def translation(team: Team) -> Translation:
    return team.work.translations.get(siglum="A")


DEEDS: dict[str, tuple[Deed, Kind]] = {
    "create_workspace": (lambda r: accounts.create_workspace(actor=r.editor, name="New"), Kind.WORKSPACE_CREATED),
    "add_member": (
        lambda r: accounts.add_member(actor=r.owner, workspace=r.workspace, username="outsider", role="reader"),
        Kind.MEMBER_ADDED,
    ),
    "change_role": (
        lambda r: accounts.change_role(actor=r.owner, membership=member(r), role="editor"),
        Kind.MEMBER_CHANGED,
    ),
    "remove_member": (lambda r: accounts.remove_member(actor=r.owner, membership=member(r)), Kind.MEMBER_REMOVED),
    "invite": (invited, Kind.INVITATION_MADE),
    "withdraw_invitation": (
        lambda r: accounts.withdraw_invitation(actor=r.owner, invitation=invited(r)),
        Kind.INVITATION_WITHDRAWN,
    ),
    "accept_invitation": (
        lambda r: accounts.accept_invitation(actor=r.outsider, invitation=invited(r)),
        Kind.INVITATION_ACCEPTED,
    ),
    "decline_invitation": (
        lambda r: accounts.decline_invitation(actor=r.outsider, invitation=invited(r)),
        Kind.INVITATION_DECLINED,
    ),
    "confirm_email": (confirmed, Kind.PERSON_EMAIL_CHANGED),
    "rename_person": (lambda r: accounts.rename_person(actor=r.reader, name="R."), Kind.PERSON_RENAMED),
    "make_token": (
        lambda r: accounts.make_token(actor=r.reader, name="t", scopes=["read"], expires_at=None),
        Kind.TOKEN_MADE,
    ),
    "revoke_token": (
        lambda r: accounts.revoke_token(
            actor=r.reader,
            token=accounts.make_token(actor=r.reader, name="t", scopes=["read"], expires_at=None)[0],
        ),
        Kind.TOKEN_REVOKED,
    ),
    "revoke_all_tokens": (
        lambda r: (
            accounts.make_token(actor=r.reader, name="t", scopes=["read"], expires_at=None),
            accounts.revoke_all_tokens(actor=r.reader),
        ),
        Kind.TOKEN_REVOKED,
    ),
    "create_work": (lambda r: corpus.create_work(actor=r.editor, workspace=r.workspace, title="W"), Kind.WORK_CREATED),
    "edit_work": (
        lambda r: corpus.edit_work(actor=r.editor, work=r.work, version=r.work.version, changes={"title": "W"}),
        Kind.WORK_EDITED,
    ),
    "delete_work": (
        lambda r: corpus.delete_work(actor=r.owner, work=r.work, version=Work.objects.get(pk=r.work.pk).version),
        Kind.WORK_DELETED,
    ),
    "add_translation": (
        lambda r: corpus.add_translation(actor=r.editor, work=r.work, siglum="C"),
        Kind.TRANSLATION_ADDED,
    ),
    "edit_translation": (
        lambda r: corpus.edit_translation(
            actor=r.editor, translation=translation(r), version=translation(r).version, changes={"year": "1938"}
        ),
        Kind.TRANSLATION_EDITED,
    ),
    "delete_translation": (
        lambda r: corpus.delete_translation(actor=r.owner, translation=translation(r), version=translation(r).version),
        Kind.TRANSLATION_DELETED,
    ),
    "add_passage": (lambda r: corpus.add_passage(actor=r.editor, work=r.work, reference="9"), Kind.PASSAGE_ADDED),
    "edit_passage": (
        lambda r: corpus.edit_passage(
            actor=r.editor,
            passage=passage_of(r.work),
            version=passage_of(r.work).version,
            changes={"heading": "H"},
        ),
        Kind.PASSAGE_EDITED,
    ),
    "delete_passage": (
        lambda r: corpus.delete_passage(actor=r.owner, passage=passage_of(r.work), version=passage_of(r.work).version),
        Kind.PASSAGE_DELETED,
    ),
    "enter_variant": (
        lambda r: corpus.enter_variant(
            actor=r.editor,
            passage=passage_of(r.work),
            translation=corpus.add_translation(actor=r.editor, work=r.work, siglum="C"),
            text="x",
        ),
        Kind.VARIANT_ENTERED,
    ),
    "write_revision": (
        lambda r: corpus.write_revision(
            actor=r.editor,
            variant=variant_of(r.work, "1", "A"),
            version=variant_of(r.work, "1", "A").version,
            text="x",
            presence="present",
            reason="",
        ),
        Kind.VARIANT_REVISED,
    ),
    "confirm_alignment": (
        lambda r: corpus.confirm_alignment(actor=r.editor, variant=placed(r)),
        Kind.VARIANT_CONFIRMED,
    ),
    "link_words": (lambda r: corpus.link_words(actor=r.editor, **linked(r)), Kind.LINK_CONFIRMED),
    "part_words": (lambda r: corpus.part_words(actor=r.editor, **linked(r)), Kind.LINK_PARTED),
    "correct_collation": (corrected, Kind.CORRECTION_MADE),
    "undo_correction": (
        lambda r: corpus.undo_correction(actor=r.editor, correction=corrected(r)),
        Kind.CORRECTION_UNDONE,
    ),
    "forget_link": (
        lambda r: corpus.forget_link(actor=r.editor, link=corpus.link_words(actor=r.editor, **linked(r))),
        Kind.LINK_FORGOTTEN,
    ),
    "choose_checks": (
        lambda r: corpus.choose_checks(actor=r.editor, work=r.work, off=["end"]),
        Kind.CHECKS_CHOSEN,
    ),
    "dismiss_check": (
        lambda r: corpus.dismiss_check(actor=r.reviewer, check=make_check(r.work), reason="It is."),
        Kind.CHECK_DISMISSED,
    ),
    "reopen_check": (
        lambda r: corpus.reopen_check(
            actor=r.reviewer,
            check=corpus.dismiss_check(actor=r.reviewer, check=make_check(r.work), reason="It is."),
        ),
        Kind.CHECK_REOPENED,
    ),
    "mark_raised": (
        lambda r: corpus.mark_raised(actor=r.reviewer, check=make_check(r.work), thread=opened(r).pk),
        Kind.CHECK_RAISED,
    ),
    "raise_check": (lambda r: review.raise_check(actor=r.reviewer, check=make_check(r.work)), Kind.CHECK_RAISED),
    "replace_words": (replaced, Kind.WORDS_REPLACED),
    "undo_replacing": (
        lambda r: review.undo_replacing(actor=r.editor, work=r.work, replacement=replaced(r).event),
        Kind.WORDS_PUT_BACK,
    ),
    "add_style_rule": (style_rule, Kind.STYLE_RULE_ADDED),
    "edit_style_rule": (
        lambda r: corpus.edit_style_rule(actor=r.editor, rule=style_rule(r), version=1, changes={"title": "All"}),
        Kind.STYLE_RULE_EDITED,
    ),
    "delete_style_rule": (
        lambda r: corpus.delete_style_rule(actor=r.editor, rule=style_rule(r), version=1),
        Kind.STYLE_RULE_DELETED,
    ),
    "add_term": (term, Kind.TERM_ADDED),
    "edit_term": (
        lambda r: corpus.edit_term(actor=r.editor, term=term(r), version=1, changes={"note": "Felis."}),
        Kind.TERM_EDITED,
    ),
    "delete_term": (lambda r: corpus.delete_term(actor=r.editor, term=term(r), version=1), Kind.TERM_DELETED),
    "import_terms": (
        lambda r: corpus.import_terms(
            actor=r.editor, workspace=r.workspace, work=r.work, data=b"term,rendering\ncat,Katze\n"
        ),
        Kind.TERMS_IMPORTED,
    ),
    "add_equivalence": (rule, Kind.EQUIVALENCE_ADDED),
    "undo_equivalence": (
        lambda r: corpus.undo_equivalence(actor=r.editor, equivalence=rule(r)),
        Kind.EQUIVALENCE_UNDONE,
    ),
    "classify_by": (
        lambda r: review.classify_by(
            actor=r.owner, workspace=r.workspace, version=1, categories=(), severities=DEFAULT.severities
        ),
        Kind.CLASSIFICATION_CHANGED,
    ),
    "open_thread": (opened, Kind.SUGGESTION_MADE),
    "reply": (lambda r: review.reply(actor=r.reviewer, thread=opened(r), body="So?"), Kind.COMMENT_ADDED),
    "reply_and_settle": (
        lambda r: review.reply_and_settle(actor=r.reviewer, thread=opened(r), body="So."),
        Kind.THREAD_RESOLVED,
    ),
    "change_thread": (
        lambda r: review.change_thread(
            actor=r.reviewer, thread=(t := opened(r)), version=t.version, changes={"state": "resolved"}
        ),
        Kind.THREAD_RESOLVED,
    ),
    "change_threads": (
        lambda r: review.change_threads(
            actor=r.reviewer, edits=[review.ThreadEdit(t := opened(r), t.version, {"state": "resolved"})]
        ),
        Kind.THREAD_RESOLVED,
    ),
    "add_note": (lambda r: review.add_note(actor=r.reader, thread=opened(r), body="Ask."), Kind.NOTE_ADDED),
    "edit_note": (
        lambda r: review.edit_note(
            actor=r.reader,
            note=review.add_note(actor=r.reader, thread=opened(r), body="Ask."),
            version=1,
            body="Ask again.",
        ),
        Kind.NOTE_EDITED,
    ),
    "delete_note": (
        lambda r: review.delete_note(
            actor=r.reader, note=review.add_note(actor=r.reader, thread=opened(r), body="Ask.")
        ),
        Kind.NOTE_DELETED,
    ),
    "suggest_edits": (
        lambda r: review.suggest_edits(
            actor=r.reviewer, variant=(v := variant_of(r.work, "1", "A")), version=v.version, text="The cat sat."
        ),
        Kind.SUGGESTION_MADE,
    ),
    "open_thread_on_work": (
        lambda r: review.open_thread_on_work(actor=r.reviewer, work=r.work, body="On all of it."),
        Kind.COMMENT_ADDED,
    ),
    "edit_comment": (
        lambda r: review.edit_comment(actor=r.reviewer, comment=(c := said(r)), version=c.version, body="Better"),
        Kind.COMMENT_EDITED,
    ),
    "delete_comment": (
        lambda r: review.delete_comment(actor=r.reviewer, comment=(c := answered(r)), version=c.version),
        Kind.COMMENT_DELETED,
    ),
    "accept_suggestion": (accepted, Kind.SUGGESTION_ACCEPTED),
    "accept_suggestions": (
        lambda r: review.accept_suggestions(actor=r.editor, seen=[seen(opened(r))]),
        Kind.SUGGESTION_ACCEPTED,
    ),
    "undo_acceptances": (
        lambda r: review.undo_acceptances(actor=r.editor, seen=[seen(accepted(r))]),
        Kind.SUGGESTION_UNDONE,
    ),
    "reject_suggestion": (
        lambda r: review.reject_suggestion(actor=r.editor, thread=(t := opened(r)), **shown(t), reason="No."),
        Kind.SUGGESTION_REJECTED,
    ),
    "undo_acceptance": (
        lambda r: review.undo_acceptance(actor=r.editor, thread=(t := accepted(r)), **shown(t)),
        Kind.SUGGESTION_UNDONE,
    ),
    "give_verdict": (judged, Kind.VERDICT_GIVEN),
    "withdraw_verdict": (
        lambda r: review.withdraw_verdict(actor=r.reviewer, variant=judged(r)),
        Kind.VERDICT_WITHDRAWN,
    ),
    "adjudicate": (
        lambda r: review.adjudicate(actor=r.editor, variant=judged(r), verdict="approved", revision=1),
        Kind.ADJUDICATION_MADE,
    ),
    "revise_variant": (lambda r: revise(r, "x"), Kind.VARIANT_REVISED),
    "restore_revision": (
        lambda r: review.restore_revision(actor=r.editor, variant=(v := revise(r, "x")), version=v.version, number=1),
        Kind.VARIANT_REVISED,
    ),
    "confirm_anchor": (
        lambda r: review.confirm_anchor(actor=r.reviewer, anchor=(a := changed(r)), version=a.thread.version),
        Kind.ANCHOR_CONFIRMED,
    ),
    "reattach_anchor": (
        lambda r: review.reattach_anchor(
            actor=r.reviewer,
            anchor=(a := orphan(r)),
            request=AnchorRequest(Variant.objects.get(pk=a.variant_id), quote="cat"),
        ),
        Kind.ANCHOR_REATTACHED,
    ),
}


def said(team: Team) -> Comment:
    return opened(team).comments.get()


def answered(team: Team) -> Comment:
    comment = said(team)
    review.reply(actor=team.editor, thread=comment.thread, body="Yes.")
    return comment


@pytest.mark.parametrize("action", DEEDS)
def test_it_writes_its_event_last(team: Team, action: str) -> None:
    do, kind = DEEDS[action]
    do(team)
    last = Event.objects.order_by("pk").last()
    assert last is not None
    assert last.kind == kind


def test_no_action_is_missing_here() -> None:
    every = {name for module in (accounts, corpus, review) for name in module.__all__}
    assert every == DEEDS.keys() | COUNTERS | READS | OWN | ELSEWHERE


def test_a_new_member_may_be_named_by_any_event(team: Team) -> None:
    """Events name people who come and go."""
    join(team.workspace, make_user("late"), Role.READER)
    accounts.remove_member(
        actor=team.owner, membership=Membership.objects.get(workspace=team.workspace, user__username="late")
    )
    last = Event.objects.order_by("pk").last()
    assert last is not None
    assert (last.kind, last.name, last.before) == ("member.removed", "late", {"role": "reader"})


def test_one_change_of_many_things_is_an_event_for_each(team: Team) -> None:
    thread = opened(team)
    changes = review.ThreadChanges(state="resolved", severity="major", assignee=team.editor)
    review.change_thread(actor=team.reviewer, thread=thread, version=thread.version, changes=changes)
    events = Event.objects.filter(thread=thread.pk).order_by("pk")
    told = [(event.kind, event.before, event.after) for event in events][-3:]
    assert told == [
        ("thread.resolved", {"state": "open"}, {"state": "resolved"}),
        ("thread.classified", {"severity": ""}, {"severity": "major"}),
        ("thread.assigned", {"assignee": None}, {"assignee": "editor"}),
    ]
