"""Saying who reads a work or a frozen state without an account."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext

from workbench.accounts.models import Role, User
from workbench.accounts.permissions import require_role
from workbench.accounts.queries import digest_of
from workbench.corpus.models import Remarks, Showing, Shown, Translation, Visibility, Work
from workbench.journal.kinds import Kind
from workbench.publishing.errors import Conflict, Invalid, Stale
from workbench.publishing.models import FrozenState
from workbench.publishing.recording import record_of_showing, record_of_state

__all__ = ["MOST_LINK_DAYS", "ShowingWishes", "set_visibility", "show_work"]

MOST_LINK_DAYS = 3650


@dataclass(frozen=True, slots=True)
class ShowingWishes:
    """How a work is shown; None: as before. `days`: after so many a new link ends, None never."""

    visibility: str | None = None
    remarks: str | None = None
    takes_words: bool | None = None
    is_framed: bool | None = None
    days: int | None = None

    @property
    def settings(self) -> dict[str, str | bool]:
        """What it says but of its visibility, by field."""
        said = {"remarks": self.remarks, "takes_words": self.takes_words, "is_framed": self.is_framed}
        return {name: value for name, value in said.items() if value is not None}


@transaction.atomic
def show_work(*, actor: User, work: Work, version: int, wishes: ShowingWishes) -> tuple[Showing, str]:
    """Say who reads a work without an account, and what of it; return this and the secret of a new link, or "".

    "link" makes a new link each time, so that the former one leads nowhere. For owners. Raises `Invalid` for a work of
    which no translation may be shown, and `Stale` if somebody else changed it; a work that was never shown has the
    version 1.
    """
    require_role(actor, work.workspace_id, Role.OWNER)
    _check(wishes)
    showing, _ = Showing.objects.get_or_create(work=work, defaults={"workspace_id": work.workspace_id})
    link, secret = _opening(wishes.visibility, wishes.days)
    if link.get("visibility", Visibility.PRIVATE) != Visibility.PRIVATE:
        _refuse_nothing_to_show(work)
    changes = {**link, **wishes.settings}
    before = {name: getattr(showing, name) for name in changes if not name.startswith("link")}
    replaced = Showing.objects.replace(showing, version=version, **changes)
    showing.refresh_from_db()
    if not replaced:
        raise Stale(gettext("Somebody else has changed who reads this work."), current=showing)
    record_of_showing(actor, showing, before=before, after={name: changes[name] for name in before})
    return showing, secret


@transaction.atomic
def set_visibility(
    *, actor: User, state: FrozenState, version: int, visibility: str, days: int | None = None
) -> tuple[FrozenState, str]:
    """Say who may read a frozen state; return it and the secret of its link, "" where it has none. For owners.

    "link" makes a new link each time, so that the former one leads nowhere; it ends after so many `days`, None never.
    Raises `Conflict` for a state with a translation that may not be shown, `Stale` if somebody else changed it.
    """
    require_role(actor, state.workspace_id, Role.OWNER)
    changes, secret = _opening(visibility, days)
    hidden = state.translations.exclude(shown=Shown.PUBLIC)
    if visibility != Visibility.PRIVATE and (sigla := _sigla(hidden)):
        message = gettext("It holds %(sigla)s, which may not be shown: change this, or freeze the work without.") % {
            "sigla": sigla
        }
        raise Conflict(message, code="not_public")
    before = {"visibility": state.visibility}
    replaced = FrozenState.objects.replace(state, version=version, **changes)
    state.refresh_from_db()
    if not replaced:
        raise Stale(gettext("Somebody else has changed who may read this frozen state."), current=state)
    record_of_state(actor, Kind.STATE_SHOWN, state, before=before, after={"visibility": visibility})
    return state, secret


def _check(wishes: ShowingWishes) -> None:
    if wishes.remarks not in {None, *Remarks.values}:
        raise Invalid.field(
            "remarks",
            gettext("One of %(names)s is expected.") % {"names": ", ".join(Remarks.values)},
            code="unknown_remarks",
        )


def _opening(visibility: str | None, days: int | None) -> tuple[dict[str, object], str]:
    """Return the fields of a visibility, {} for the former one, and the secret of a new link, "" for none."""
    if visibility is None:
        return {}, ""
    if visibility not in Visibility.values:
        raise Invalid.field("visibility", gettext("private, link or public is expected."), code="unknown_visibility")
    is_link = visibility == Visibility.LINK
    secret = secrets.token_urlsafe(24) if is_link else ""
    link = {"link_digest": digest_of(secret) if secret else "", "link_until": _ending(days) if is_link else None}
    return {"visibility": visibility, **link}, secret


def _ending(days: int | None) -> datetime | None:
    if days is None:
        return None
    if not 1 <= days <= MOST_LINK_DAYS:
        raise Invalid.field(
            "days",
            gettext("A number of days from 1 to %(most_link_days)s is expected.") % {"most_link_days": MOST_LINK_DAYS},
            code="bad_days",
        )
    return timezone.now() + timedelta(days=days)


def _refuse_nothing_to_show(work: Work) -> None:
    if not work.translations.filter(shown=Shown.PUBLIC).exists():
        message = gettext("A translation that may be shown is expected: say of one that it is public.")
        raise Invalid.field("visibility", message, code="nothing_public")


def _sigla(translations: QuerySet[Translation]) -> str:
    return ", ".join(translations.order_by("position").values_list("siglum", flat=True))
