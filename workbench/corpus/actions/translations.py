"""Translations: added, described, deleted."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext

from workbench.accounts.models import Role, User
from workbench.corpus import limits
from workbench.corpus.actions.writing import checked_fields, created, delete_undiscussed, next_position, replaced
from workbench.corpus.errors import Invalid
from workbench.corpus.measuring import forget_measures
from workbench.corpus.models import Passage, Showing, Shown, Translation, Visibility, Work
from workbench.corpus.permissions import require_role
from workbench.corpus.recording import record_about, values_of
from workbench.corpus.tasks import measure_later
from workbench.journal.kinds import Kind

__all__ = ["DESCRIBED", "add_translation", "checked_translation", "delete_translation", "edit_translation"]

DESCRIBED = ("role", "translator", "year", "title", "source", "citation", "rights")
"""What whoever brings a text may say of it, besides its siglum and its language."""


@transaction.atomic
def add_translation(*, actor: User, work: Work, siglum: str, **details: str) -> Translation:
    """Add a translation at the end. `details` may hold language, role, translator, year, citation, rights, notes,
    title, source, numbering. What comes into a work that people without an account read is not shown to them, until an
    owner says so.
    """
    require_role(actor, work.workspace_id, Role.EDITOR)
    fields = checked_translation({"siglum": siglum, **details})
    fields["shown"] = Shown.NOT_PUBLIC if _is_open(work) else Shown.PUBLIC
    position = next_position(work.translations.select_for_update())
    row = Translation(workspace_id=work.workspace_id, work=work, position=position, **fields)
    created(row, "siglum")
    record_about(actor, Kind.TRANSLATION_ADDED, row)
    return row


@transaction.atomic
def edit_translation(*, actor: User, translation: Translation, version: int, changes: Mapping[str, str]) -> Translation:
    """Change what is said of a translation. What people without an account see of it (`shown`) is for owners to say."""
    require_role(actor, translation.workspace_id, Role.OWNER if "shown" in changes else Role.EDITOR)
    described = {name: value for name, value in changes.items() if name != "shown"}
    fields = checked_translation(described) | _checked_shown(changes)
    language, before = translation.language, values_of(translation, fields)
    changed = replaced(translation, version, fields, "siglum")
    if changed.language != language:
        _measure_anew(changed)
    record_about(actor, Kind.TRANSLATION_EDITED, changed, before=before, after=values_of(changed, fields))
    return changed


@transaction.atomic
def delete_translation(*, actor: User, translation: Translation, version: int) -> None:
    """Delete a translation and its texts. Refused while threads speak of its words. Owners only."""
    require_role(actor, translation.workspace_id, Role.OWNER)
    _measure_anew(translation)
    texts = translation.variants.count()
    record_about(actor, Kind.TRANSLATION_DELETED, translation, before={"texts": texts})
    delete_undiscussed(translation, version)


def _checked_shown(changes: Mapping[str, str]) -> dict[str, str]:
    if changes.get("shown", Shown.PUBLIC) not in Shown.values:
        raise Invalid.field(
            "shown",
            gettext("One of %(values)s is expected.") % {"values": ", ".join(Shown.values)},
            code="unknown_shown",
        )
    return {name: value for name, value in changes.items() if name == "shown"}


def _is_open(work: Work) -> bool:
    """Say whether somebody without an account reads the work."""
    return Showing.objects.filter(work=work).exclude(visibility=Visibility.PRIVATE).exists()


def _measure_anew(translation: Translation) -> None:
    """Measure the passages that it speaks in, later: it goes, or is compared with others than before."""
    forget_measures(Passage.objects.filter(pk__in=translation.variants.values("passage")))
    measure_later(translation.work_id)


def checked_translation(given: Mapping[str, str]) -> dict[str, str]:
    """Return what is said of a translation, each field checked; raises `Invalid` at the first that may not be."""
    lines = {
        "siglum": limits.SIGLUM,
        "role": 11,
        "translator": limits.LINE,
        "year": 40,
        "title": limits.LINE,
        "source": limits.ADDRESS,
        "numbering": limits.NUMBERING,
    }
    fields = checked_fields(given, lines, texts=("citation", "rights", "notes"), required=("siglum",))
    if fields.get("role", Translation.Role.TRANSLATION) not in Translation.Role.values:
        raise Invalid.field(
            "role",
            gettext("One of %(values)s is expected.") % {"values": ", ".join(Translation.Role.values)},
            code="unknown_role",
        )
    return fields
