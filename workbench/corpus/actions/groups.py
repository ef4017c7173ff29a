"""Groups of translations that are cited together: which there are, as a whole."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext

from workbench.accounts.checks import checked_line
from workbench.corpus import limits
from workbench.corpus.errors import Invalid
from workbench.corpus.models import TranslationGroup, Work
from workbench.interchange.document import GroupRecord

__all__ = ["check_groups", "replace_groups"]


def check_groups(work: Work, groups: Sequence[GroupRecord]) -> None:
    """Raise `Invalid` for groups that may not be: each has a siglum of its own, and members that the work has."""
    taken = set(work.translations.values_list("siglum", flat=True))
    known = frozenset(taken)
    for group in groups:
        checked_line("groups", group.siglum, maximum=limits.SIGLUM, required=True)
        checked_line("groups", group.name, maximum=limits.LINE)
        if group.siglum in taken:
            raise Invalid.field(
                "groups",
                gettext("%(siglum)s is the siglum of another already.") % {"siglum": group.siglum},
                code="taken",
            )
        if not group.members:
            raise Invalid.field(
                "groups", gettext("%(siglum)s has no members.") % {"siglum": group.siglum}, code="required"
            )
        if unknown := [one for one in group.members if one not in known]:
            message = gettext("%(siglum)s: no translation is called %(unknown)s.") % {
                "siglum": group.siglum,
                "unknown": ", ".join(unknown),
            }
            raise Invalid.field("groups", message, code="unknown_siglum")
        taken.add(group.siglum)


def replace_groups(work: Work, groups: Iterable[GroupRecord]) -> None:
    """Let a work have these groups and no others; they were checked. The caller holds the transaction."""
    translations = {one.siglum: one for one in work.translations.all()}
    work.groups.all().delete()
    for group in groups:
        made = TranslationGroup.objects.create(
            workspace_id=work.workspace_id, work=work, siglum=group.siglum, name=group.name
        )
        made.members.set([translations[siglum] for siglum in dict.fromkeys(group.members)])
