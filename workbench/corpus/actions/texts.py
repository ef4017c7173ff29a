"""What translations say: entered once, then revised, every state kept."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from workbench.accounts.checks import checked_language, checked_line, checked_text
from workbench.accounts.models import Role, User
from workbench.corpus import limits
from workbench.corpus.actions.carrying import Lapsed, carry_said
from workbench.corpus.actions.writing import created, replaced, stale
from workbench.corpus.concordance.indexing import index_variant
from workbench.corpus.errors import Invalid
from workbench.corpus.models import Passage, Presence, Revision, Translation, Variant
from workbench.corpus.permissions import require_role
from workbench.corpus.recording import record_about
from workbench.corpus.tasks import measure_passage
from workbench.interchange.document import SpanRecord
from workbench.interchange.limits import MAX_FOOTNOTE, MAX_SPANS
from workbench.interchange.markup import carry_markup, find_wrong_spans, pack_markup
from workbench.journal.kinds import Kind

__all__ = ["enter_variant", "write_revision"]


@transaction.atomic
def enter_variant(
    *,
    actor: User,
    passage: Passage,
    translation: Translation,
    text: str,
    presence: str = Presence.PRESENT,
    reason: str = "",
    markup: Sequence[SpanRecord] = (),
) -> Variant:
    """Enter what a translation says for a passage for the first time, as revision 1."""
    require_role(actor, passage.workspace_id, Role.EDITOR)
    if translation.work_id != passage.work_id:
        raise Invalid.field(
            "translation", gettext("A translation of the passage's work is expected."), code="other_work"
        )
    now = timezone.now()
    state = _checked_state(text, presence, markup)
    variant = Variant(
        workspace_id=passage.workspace_id,
        work_id=passage.work_id,
        passage=passage,
        translation=translation,
        updated_at=now,
        **state,
    )
    created(variant, "translation")
    _append_revision(variant, actor=actor, number=1, reason=reason, now=now)
    measure_passage(passage)
    index_variant(variant)
    record_about(actor, Kind.VARIANT_ENTERED, variant, after={"revision": 1, "presence": variant.presence})
    return variant


@transaction.atomic
def write_revision(
    *,
    actor: User,
    variant: Variant,
    version: int,
    text: str,
    presence: str,
    reason: str,
    markup: Sequence[SpanRecord] | None = None,
) -> Variant:
    """Write a variant's next state. Doors call `review.actions.revise_variant`, which also carries the anchors.

    Without `markup`, what stood there goes along with its words. Writing what stands there already changes nothing.
    Raises `Stale` with the variant if it is not at `version`.
    """
    require_role(actor, variant.workspace_id, Role.EDITOR)
    given = _checked_state(text, presence, markup or ())
    text = given["text"]
    current = Variant.objects.select_for_update().get(pk=variant.pk)
    if current.version != version:
        raise stale(current)
    spans = carry_markup(current.spans, current.text, text) if markup is None else tuple(markup)
    state = given if markup is not None else {**given, "markup": pack_markup(spans)}
    if (current.text, current.presence, current.markup) == tuple(state.values()):
        return current
    before, now = current.text, timezone.now()
    changed = replaced(current, version, {**state, "updated_at": now}, "text")
    _append_revision(changed, actor=actor, number=version + 1, reason=reason, now=now)
    measure_passage(changed.passage)
    index_variant(changed)
    after: dict[str, Any] = {"revision": changed.version, "presence": changed.presence, "reason": reason}
    after |= _losses(len(current.spans) - len(spans), carry_said(actor, changed, before))
    record_about(actor, Kind.VARIANT_REVISED, changed, before={"revision": version}, after=after)
    return changed


def _losses(markup: int, said: Lapsed) -> dict[str, int]:
    """Say how many marks, links and corrections went with their words."""
    lost = {"markup": max(0, markup), **asdict(said)}
    return {f"{name}_lost": number for name, number in lost.items() if number}


def _checked_state(text: str, presence: str, markup: Sequence[SpanRecord]) -> dict[str, str]:
    if presence not in Presence.values:
        raise Invalid.field(
            "presence",
            gettext("One of %(values)s is expected.") % {"values": ", ".join(Presence.values)},
            code="unknown_presence",
        )
    text = checked_text("text", text, maximum=limits.VARIANT)
    if presence != Presence.PRESENT and text:
        raise Invalid.field(
            "text",
            gettext("A passage that is %(presence)s has no text of its own.") % {"presence": presence},
            code="absent_with_text",
        )
    return {"text": text, "presence": presence, "markup": pack_markup(_checked_markup(markup, len(text)))}


def _checked_markup(markup: Sequence[SpanRecord], length: int) -> list[SpanRecord]:
    if len(markup) > MAX_SPANS:
        raise Invalid.field(
            "markup",
            gettext("At most %(max_spans)s spans are expected.") % {"max_spans": f"{MAX_SPANS:,}"},
            code="too_many",
        )
    if wrong := next(find_wrong_spans(markup, length, "markup"), None):
        raise Invalid.field(
            "markup",
            f"{wrong.where}: {wrong.message}",
            code="wrong_markup",
        )
    return [
        replace(
            span,
            value=checked_line("markup", span.value, maximum=limits.LINE),
            text=checked_text("markup", span.text, maximum=MAX_FOOTNOTE),
            language=checked_language("markup", span.language),
        )
        for span in markup
    ]


def _append_revision(variant: Variant, *, actor: User, number: int, reason: str, now: datetime) -> Revision:
    return Revision.objects.create(
        workspace_id=variant.workspace_id,
        variant=variant,
        number=number,
        text=variant.text,
        presence=variant.presence,
        markup=variant.markup,
        reason=checked_line("reason", reason, maximum=limits.REASON),
        author=actor,
        created_at=now,
    )
