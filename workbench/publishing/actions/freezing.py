"""Freezing a work."""

import secrets
from collections.abc import Collection
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext

from workbench.accounts.models import Role, User
from workbench.accounts.permissions import require_role
from workbench.corpus import limits
from workbench.corpus.models import Work
from workbench.interchange.document import Document, WorkRecord
from workbench.interchange.formats import bundle
from workbench.journal.kinds import Kind
from workbench.publishing.contents import MAX_CONTENT, digest_of, pack
from workbench.publishing.errors import Invalid
from workbench.publishing.freezing import revision_numbers, without_names, without_remarks
from workbench.publishing.glossing import kept_terms
from workbench.publishing.models import FrozenState
from workbench.publishing.recording import record_of_state
from workbench.review.transfer import choose_translations, export_work
from workbench.text import IGNORABLE

__all__ = ["FreezingWishes", "freeze"]

_ALPHABET = "23456789abcdefghjkmnpqrstvwxyz"  # no two signs that are easily taken for each other
_ADDRESS_LENGTH = 10


@dataclass(frozen=True, slots=True)
class FreezingWishes:
    """What is frozen and how it is shown. `sigla`: these translations, () all. `base` "" is the first of them."""

    title: str = ""
    sigla: Collection[str] = ()
    base: str = ""
    ignore: frozenset[str] = frozenset()
    remarks: str = FrozenState.Remarks.NONE


@transaction.atomic
def freeze(*, actor: User, work: Work, wishes: FreezingWishes = FreezingWishes()) -> FrozenState:
    """Keep a work as it stands, for good, and return its frozen state, which members alone read at first. For editors.

    Raises `Invalid` for a siglum that there is not, for what cannot be ignored, and for a work without passages or one
    too large.
    """
    require_role(actor, work.workspace_id, Role.EDITOR)
    Work.objects.select_for_update().get(pk=work.pk)  # one number at a time
    chosen = _chosen(actor, work, wishes)
    view = _checked_view(chosen, wishes)
    kept = _WITH[_checked_remarks(wishes)](chosen)
    content = bundle.write(Document((kept,)))
    if len(content) > MAX_CONTENT:
        raise Invalid(
            gettext("At most %(max_content)s MB can be frozen: choose fewer translations.")
            % {"max_content": MAX_CONTENT // 1000000}
        )
    last = work.frozen_states.aggregate(last=Max("number"))["last"] or 0
    state = FrozenState.objects.create(
        workspace_id=work.workspace_id,
        work=work,
        address=_new_address(),
        number=last + 1,
        title=_checked_title(wishes.title or work.title),
        content=pack(content),
        size=len(content),
        digest=digest_of(content),
        revisions=revision_numbers(chosen),
        view={**view, "terms": kept_terms(work, kept, has_notes=wishes.remarks != FrozenState.Remarks.NONE)},
        remarks=wishes.remarks,
        passages=len(kept.passages),
        frozen_by=actor,
        frozen_at=timezone.now(),
    )
    state.translations.set(work.translations.filter(siglum__in=[one.siglum for one in chosen.translations]))
    record_of_state(actor, Kind.STATE_FROZEN, state, after={"number": state.number, "digest": state.digest})
    return state


def _chosen(actor: User, work: Work, wishes: FreezingWishes) -> WorkRecord:
    document = export_work(actor=actor, work=work)
    if wishes.sigla:
        document = choose_translations(document, wishes.sigla)
    record_ = document.works[0]
    if not record_.passages or not record_.translations:
        raise Invalid(
            gettext("There is nothing to freeze: a work with passages and a translation is expected."), code="empty"
        )
    return record_


def _checked_view(chosen: WorkRecord, wishes: FreezingWishes) -> dict[str, object]:
    sigla = [one.siglum for one in chosen.translations]
    base = wishes.base or sigla[0]
    if base not in sigla:
        raise Invalid.field(
            "base", gettext("One of %(names)s is expected.") % {"names": ", ".join(sigla)}, code="unknown_siglum"
        )
    if unknown := sorted(wishes.ignore - IGNORABLE):
        message = gettext("Some of %(names)s are expected, not %(unknown)s.") % {
            "names": ", ".join(sorted(IGNORABLE)),
            "unknown": ", ".join(unknown),
        }
        raise Invalid.field("ignore", message, code="unknown_ignorable")
    return {"base": base, "ignore": sorted(wishes.ignore)}


def _checked_title(title: str) -> str:
    if len(title) > limits.TITLE:
        raise Invalid.field(
            "title", gettext("At most %(title)s characters are expected.") % {"title": limits.TITLE}, code="too_long"
        )
    return title


def _checked_remarks(wishes: FreezingWishes) -> str:
    if wishes.remarks not in _WITH:
        raise Invalid.field(
            "remarks", gettext("One of %(names)s is expected.") % {"names": ", ".join(_WITH)}, code="unknown_remarks"
        )
    return wishes.remarks


_WITH = {"none": without_remarks, "named": lambda work: work, "unnamed": without_names}


def _new_address() -> str:
    """Return an address that nobody guesses: 49 random bits."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(_ADDRESS_LENGTH))
