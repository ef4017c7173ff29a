"""What may be done with frozen states."""

import secrets
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from workbench.accounts.models import Role, User
from workbench.accounts.permissions import require_role
from workbench.accounts.queries import digest_of as digest_of_secret
from workbench.corpus import limits
from workbench.corpus.models import Work
from workbench.interchange.document import Document, WorkRecord
from workbench.interchange.formats import bundle
from workbench.journal.actions import Place, record
from workbench.journal.kinds import Kind
from workbench.publishing.contents import MAX_CONTENT, digest_of, pack
from workbench.publishing.errors import Invalid, Stale
from workbench.publishing.freezing import revision_numbers, without_names, without_remarks
from workbench.publishing.models import FrozenState
from workbench.review.transfer import choose_translations, export_work
from workbench.text import IGNORABLE

__all__ = ["FreezingWishes", "freeze", "set_visibility"]

_ALPHABET = "23456789abcdefghjkmnpqrstvwxyz"  # no two signs that are easily taken for each other
_ADDRESS_LENGTH = 10
MOST_LINK_DAYS = 3650


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
        raise Invalid(f"At most {MAX_CONTENT // 1_000_000} MB can be frozen: choose fewer translations.")
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
        view=view,
        remarks=wishes.remarks,
        passages=len(kept.passages),
        frozen_by=actor,
        frozen_at=timezone.now(),
    )
    _record(actor, Kind.STATE_FROZEN, state, after={"number": state.number, "digest": state.digest})
    return state


@transaction.atomic
def set_visibility(
    *, actor: User, state: FrozenState, version: int, visibility: str, days: int | None = None
) -> tuple[FrozenState, str]:
    """Say who may read a frozen state; return it and the secret of its link, "" where it has none. For owners.

    "link" makes a new link each time, so that the former one leads nowhere; it ends after so many `days`, None never.
    Raises `Stale` if somebody else changed it.
    """
    require_role(actor, state.workspace_id, Role.OWNER)
    if visibility not in FrozenState.Visibility.values:
        raise Invalid.field("visibility", "private, link or public is expected.", code="unknown_visibility")
    is_link = visibility == FrozenState.Visibility.LINK
    secret = secrets.token_urlsafe(24) if is_link else ""
    changes = {
        "visibility": visibility,
        "link_digest": digest_of_secret(secret) if secret else "",
        "link_until": _ending(days) if is_link else None,
    }
    before = {"visibility": state.visibility}
    replaced = FrozenState.objects.replace(state, version=version, **changes)
    state.refresh_from_db()
    if not replaced:
        raise Stale("Somebody else has changed who may read this frozen state.", current=state)
    _record(actor, Kind.STATE_SHOWN, state, before=before, after={"visibility": visibility})
    return state, secret


def _chosen(actor: User, work: Work, wishes: FreezingWishes) -> WorkRecord:
    document = export_work(actor=actor, work=work)
    if wishes.sigla:
        document = choose_translations(document, wishes.sigla)
    record_ = document.works[0]
    if not record_.passages or not record_.translations:
        raise Invalid("There is nothing to freeze: a work with passages and a translation is expected.", code="empty")
    return record_


def _checked_view(chosen: WorkRecord, wishes: FreezingWishes) -> dict[str, object]:
    sigla = [one.siglum for one in chosen.translations]
    base = wishes.base or sigla[0]
    if base not in sigla:
        raise Invalid.field("base", f"One of {', '.join(sigla)} is expected.", code="unknown_siglum")
    if unknown := sorted(wishes.ignore - IGNORABLE):
        message = f"Some of {', '.join(sorted(IGNORABLE))} are expected, not {', '.join(unknown)}."
        raise Invalid.field("ignore", message, code="unknown_ignorable")
    return {"base": base, "ignore": sorted(wishes.ignore)}


def _checked_title(title: str) -> str:
    if len(title) > limits.TITLE:
        raise Invalid.field("title", f"At most {limits.TITLE} characters are expected.", code="too_long")
    return title


def _checked_remarks(wishes: FreezingWishes) -> str:
    if wishes.remarks not in _WITH:
        raise Invalid.field("remarks", f"One of {', '.join(_WITH)} is expected.", code="unknown_remarks")
    return wishes.remarks


_WITH = {"none": without_remarks, "named": lambda work: work, "unnamed": without_names}


def _new_address() -> str:
    """Return an address that nobody guesses: 49 random bits."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(_ADDRESS_LENGTH))


def _ending(days: int | None) -> datetime | None:
    if days is None:
        return None
    if not 1 <= days <= MOST_LINK_DAYS:
        raise Invalid.field("days", f"A number of days from 1 to {MOST_LINK_DAYS} is expected.", code="bad_days")
    return timezone.now() + timedelta(days=days)


def _record(
    actor: User,
    kind: Kind,
    state: FrozenState,
    *,
    before: Mapping[str, object] | None = None,
    after: Mapping[str, object],
) -> None:
    place = Place(state.workspace_id, state.work_id)
    record(actor=actor, kind=kind, subject=state.pk, place=place, name=state.title, before=before, after=after)
