"""Translations: added, described, deleted."""

from collections.abc import Mapping

from django.db import transaction

from workbench.accounts.models import Role, User
from workbench.corpus import limits
from workbench.corpus.actions.writing import checked_fields, created, delete_undiscussed, next_position, replaced
from workbench.corpus.errors import Invalid
from workbench.corpus.measuring import forget_measures
from workbench.corpus.models import Passage, Translation, Work
from workbench.corpus.permissions import require_role
from workbench.corpus.tasks import measure_later

__all__ = ["add_translation", "delete_translation", "edit_translation"]


@transaction.atomic
def add_translation(*, actor: User, work: Work, siglum: str, **details: str) -> Translation:
    """Add a translation at the end. `details` may hold language, role, translator, year, citation, rights, notes."""
    require_role(actor, work.workspace_id, Role.EDITOR)
    fields = _checked_translation({"siglum": siglum, **details})
    position = next_position(work.translations.select_for_update())
    row = Translation(workspace_id=work.workspace_id, work=work, position=position, **fields)
    return created(row, "siglum")


@transaction.atomic
def edit_translation(*, actor: User, translation: Translation, version: int, changes: Mapping[str, str]) -> Translation:
    """Change what is said of a translation."""
    require_role(actor, translation.workspace_id, Role.EDITOR)
    before = translation.language
    changed = replaced(translation, version, _checked_translation(changes), "siglum")
    if changed.language != before:
        _measure_anew(changed)
    return changed


@transaction.atomic
def delete_translation(*, actor: User, translation: Translation, version: int) -> None:
    """Delete a translation and its texts. Refused while threads speak of its words. Owners only."""
    require_role(actor, translation.workspace_id, Role.OWNER)
    _measure_anew(translation)
    delete_undiscussed(translation, version)


def _measure_anew(translation: Translation) -> None:
    """Measure the passages that it speaks in, later: it goes, or is compared with others than before."""
    forget_measures(Passage.objects.filter(pk__in=translation.variants.values("passage")))
    measure_later(translation.work_id)


def _checked_translation(given: Mapping[str, str]) -> dict[str, str]:
    lines = {"siglum": limits.SIGLUM, "role": 11, "translator": limits.LINE, "year": 40}
    fields = checked_fields(given, lines, texts=("citation", "rights", "notes"), required=("siglum",))
    if fields.get("role", Translation.Role.TRANSLATION) not in Translation.Role.values:
        raise Invalid.field("role", f"One of {', '.join(Translation.Role.values)} is expected.", code="unknown_role")
    return fields
