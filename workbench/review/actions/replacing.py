"""Words replaced across a work, as edits or as suggestions, and all of it taken back at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext

from workbench.accounts.models import Role, User
from workbench.corpus.models import Variant, Work
from workbench.corpus.recording import place_of
from workbench.journal.actions import record
from workbench.journal.kinds import Kind
from workbench.journal.models import Event
from workbench.review.actions.suggestions import reject_suggestion
from workbench.review.actions.texts import restore_revision, revise_variant
from workbench.review.actions.threads import open_thread
from workbench.review.anchoring import AnchorRequest
from workbench.review.errors import Conflict, Invalid, Stale
from workbench.review.models import Suggestion, Thread
from workbench.review.permissions import require_role
from workbench.review.replacing import ReplaceWishes, Replacing, check_wishes, put_for, replace_in

__all__ = ["MOST_REPLACED", "PutBack", "Replaced", "replace_words", "undo_replacing"]

MOST_REPLACED = 100  # texts in one go
_MOST_SUGGESTED = 100  # places in one go


@dataclass(frozen=True, slots=True)
class Replaced:
    """What was done: the event that stands for it, in how many texts, at how many places."""

    event: Event
    texts: int
    places: int


@dataclass(frozen=True, slots=True)
class PutBack:
    """How many texts (or suggestions) were taken back, and how many were left, since somebody was at work on them."""

    done: int
    left: int


@transaction.atomic
def replace_words(
    *, actor: User, work: Work, wishes: ReplaceWishes, seen: Mapping[int, int], as_suggestions: bool = False
) -> Replaced:
    """Replace words in texts of a work, `seen` by their ids with the versions that were shown; all of them, or none.

    Editors write revisions, which can be taken back together; reviewers open discussions, each with a suggestion.
    Raises `Stale` where a text was changed meanwhile, `Invalid` for more than 100 texts or where nothing is found.
    """
    require_role(actor, work.workspace_id, Role.REVIEWER if as_suggestions else Role.EDITOR)
    checked = check_wishes(wishes)
    rows = [replace_in(one, checked) for one in _seen(work, seen)]
    found = [one for one in rows if one.spans]
    places = sum(len(one.spans) for one in found)
    if not found:
        raise Invalid.field("find", gettext("Words that stand in the texts chosen are expected."), code="not_found")
    if as_suggestions and places > _MOST_SUGGESTED:
        message = gettext("At most %(most_suggested)s suggestions at a time are expected; these are %(places)s.") % {
            "most_suggested": _MOST_SUGGESTED,
            "places": places,
        }
        raise Invalid.field("find", message, code="too_many")
    done = _suggest(actor, found, checked) if as_suggestions else _write(actor, found, checked, seen)
    after = {"find": checked.find, "put": checked.put, **done}
    name = f"{checked.find} → {checked.put}"
    event = record(actor=actor, kind=Kind.WORDS_REPLACED, subject=work.pk, place=place_of(work), name=name, after=after)
    return Replaced(event, len(found), places)


@transaction.atomic
def undo_replacing(*, actor: User, work: Work, replacement: Event) -> PutBack:
    """Take back what was replaced: texts that were not changed since read as before, open suggestions are declined.

    Raises `Conflict` where it was taken back already.
    """
    require_role(actor, work.workspace_id, Role.EDITOR)
    if was_undone(replacement):
        raise Conflict(gettext("This was taken back already."), code="undone")
    texts, threads = replacement.after.get("texts", []), replacement.after.get("threads", [])
    done = _restore(actor, texts) + _decline(actor, threads)
    left = len(texts) + len(threads) - done
    after = {"replacement": replacement.pk, "done": done, "left": left}
    kind = Kind.WORDS_PUT_BACK
    record(actor=actor, kind=kind, subject=replacement.pk, place=place_of(work), name=replacement.name, after=after)
    return PutBack(done, left)


def was_undone(replacement: Event) -> bool:
    """Tell whether what an event replaced was taken back."""
    events = Event.objects.filter(workspace=replacement.workspace_id, kind=Kind.WORDS_PUT_BACK)
    return events.filter(subject=replacement.pk).exists()


def _seen(work: Work, seen: Mapping[int, int]) -> Sequence[Variant]:
    if len(seen) > MOST_REPLACED:
        message = gettext("At most %(most_replaced)s texts at a time are expected.") % {"most_replaced": MOST_REPLACED}
        raise Invalid.field("texts", message, code="too_many")
    rows = Variant.objects.select_for_update(of=("self",)).select_related("passage", "translation", "work")
    found = list(rows.filter(work=work, pk__in=seen).order_by("pk"))
    for one in found:
        if one.version != seen[one.pk]:
            raise Stale(gettext("A text was changed in the meantime; nothing was replaced."), current=one)
    return found


def _write(actor: User, found: Sequence[Replacing], wishes: ReplaceWishes, seen: Mapping[int, int]) -> dict[str, Any]:
    reason = f"Replaced “{wishes.find}” by “{wishes.put}” across the work"
    written = [
        revise_variant(actor=actor, variant=one.variant, version=seen[one.variant.pk], text=one.text, reason=reason)
        for one in found
    ]
    return {"texts": [[one.pk, seen[one.pk], one.version] for one in written]}


def _suggest(actor: User, found: Sequence[Replacing], wishes: ReplaceWishes) -> dict[str, Any]:
    body = f"“{wishes.find}” → “{wishes.put}”, across the work."
    threads = [
        open_thread(
            actor=actor,
            passage=one.variant.passage,
            body=body,
            anchors=[AnchorRequest(one.variant, span.start, span.end, revision=one.variant.version)],
            suggestion=put_for(span.of(one.variant.text), wishes),
        )
        for one in found
        for span in one.spans
    ]
    return {"threads": [one.pk for one in threads]}


def _restore(actor: User, texts: Sequence[Sequence[int]]) -> int:
    rows = Variant.objects.select_related("passage", "translation", "work").in_bulk([pk for pk, _, _ in texts])
    standing = [(rows[pk], before) for pk, before, after in texts if pk in rows and rows[pk].version == after]
    for one, before in standing:
        restore_revision(actor=actor, variant=one, version=one.version, number=before)
    return len(standing)


def _decline(actor: User, threads: Sequence[int]) -> int:
    rows = Suggestion.objects.filter(thread__in=threads, state=Suggestion.State.OPEN)
    versions = dict(Thread.objects.filter(pk__in=threads).values_list("pk", "version"))
    found = list(rows.select_related("thread").order_by("pk"))
    for one in found:
        version, reason = versions[one.thread_id], "Taken back with all others."
        reject_suggestion(actor=actor, thread=one.thread, suggestion=one.pk, version=version, reason=reason)
    return len(found)
