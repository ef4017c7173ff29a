"""Correcting the collation of a passage, and taking that back."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from workbench.accounts.checks import checked_line
from workbench.accounts.models import Role, User
from workbench.corpus import limits
from workbench.corpus.errors import Conflict, Invalid, Stale
from workbench.corpus.models import Correction, CorrectionMark, Passage, Variant
from workbench.corpus.permissions import require_role
from workbench.corpus.recording import record_about
from workbench.journal.kinds import Kind
from workbench.text import Span

__all__ = ["MarkedWords", "correct_collation", "undo_correction"]

_MOST = 500  # corrections that stand at a passage
_MOST_MARKS = 400


@dataclass(frozen=True, slots=True)
class MarkedWords:
    """The words at `span` (code points) of a variant at a `revision`, on a `side` (0 or 1) of what is said."""

    variant: Variant
    revision: int
    span: Span
    side: int = 0


@transaction.atomic
def correct_collation(
    *, actor: User, passage: Passage, kind: str, marks: Sequence[MarkedWords], reason: str = ""
) -> Correction:
    """Say against the collation of a passage what `text.collation.Correction` can say; for editors.

    Raises `Stale` for words of a revision that is no longer the present one, `Invalid` for words that are not there, of
    which nothing is said, or of another work.
    """
    require_role(actor, passage.workspace_id, Role.EDITOR)
    _check(passage, kind, marks)
    reason = checked_line("reason", reason, maximum=limits.REASON)
    if Correction.objects.standing().filter(passage=passage).count() >= _MOST:
        raise Invalid.field(
            "kind",
            gettext("At most %(most)s corrections stand at a passage.") % {"most": f"{_MOST:,}"},
            code="too_many",
        )
    made = Correction.objects.create(
        workspace_id=passage.workspace_id,
        passage=passage,
        kind=kind,
        reason=reason,
        created_by=actor,
        created_at=timezone.now(),
    )
    CorrectionMark.objects.bulk_create([_row(made, one) for one in marks])
    record_about(actor, Kind.CORRECTION_MADE, made, after={"kind": kind, "reason": reason, "words": _words(made)})
    return made


@transaction.atomic
def undo_correction(*, actor: User, correction: Correction) -> Correction:
    """Take a correction back, or put away one that lapsed. It stays on record. Raises `Conflict` if somebody did."""
    require_role(actor, correction.workspace_id, Role.EDITOR)
    standing = Correction.objects.filter(pk=correction.pk, undone_at=None)
    if not standing.update(undone_at=timezone.now(), undone_by=actor):
        raise Conflict(gettext("This correction was undone already."), code="undone")
    correction.refresh_from_db()
    record_about(actor, Kind.CORRECTION_UNDONE, correction, before={"kind": correction.kind})
    return correction


def _check(passage: Passage, kind: str, marks: Sequence[MarkedWords]) -> None:
    if kind not in Correction.Kind.values:
        raise Invalid.field(
            "kind",
            gettext("One of %(values)s is expected.") % {"values": ", ".join(Correction.Kind.values)},
            code="unknown_kind",
        )
    if len(marks) > _MOST_MARKS:
        raise Invalid.field(
            "marks",
            gettext("At most %(most_marks)s marks are expected.") % {"most_marks": _MOST_MARKS},
            code="too_many",
        )
    sides = [[one for one in marks if one.side == side] for side in (0, 1)]
    if message := _what_is_wanting(kind, *sides):
        raise Invalid.field("marks", message, code="no_words")
    for one in marks:
        _check_words(passage, one)


def _what_is_wanting(kind: str, words: Sequence[MarkedWords], others: Sequence[MarkedWords]) -> str:
    """Say what a correction of this kind lacks, "" for nothing."""
    if kind in (Correction.Kind.JOINED, Correction.Kind.SAME):
        if others:
            return "All words on side 0 are expected."
        least = 1 if kind == Correction.Kind.JOINED else 2
        return "" if len(words) >= least else "Words of two variants are expected."
    if not words or not others:
        return "Words on side 0 and on side 1 are expected."
    if kind == Correction.Kind.MOVED and len(words) > 1:
        return "The words of one variant on side 0 are expected."
    return ""


def _check_words(passage: Passage, one: MarkedWords) -> None:
    text, span, variant = one.variant.text, one.span, one.variant
    if variant.work_id != passage.work_id:
        raise Invalid.field("marks", gettext("Variants of the passage's work are expected."), code="other_work")
    if one.revision != variant.version:
        raise Stale(gettext("This text was changed in the meantime; nothing was corrected."), current=variant)
    quote = span.of(text)
    if not 0 <= span.start < span.end <= len(text) or quote != quote.strip() or not quote:
        message = gettext("Whole words inside 0..%(text)s of %(siglum)s are expected.") % {
            "text": len(text),
            "siglum": variant.translation.siglum,
        }
        raise Invalid.field("marks", message, code="no_words")


def _row(made: Correction, one: MarkedWords) -> CorrectionMark:
    return CorrectionMark(
        workspace_id=made.workspace_id,
        correction=made,
        variant=one.variant,
        revision=one.revision,
        start=one.span.start,
        end=one.span.end,
        quote=one.span.of(one.variant.text),
        side=one.side,
    )


def _words(made: Correction) -> str:
    return " · ".join(mark.quote for mark in made.marks.order_by("pk"))[:200]
