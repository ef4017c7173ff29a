"""Works, as they are sent."""

from typing import TypedDict

from workbench.api.protocol.current import shows_current
from workbench.api.resources.people.presenters import Moment, moment
from workbench.corpus.models import Work
from workbench.corpus.relations import Relations

__all__ = ["RelationsShown", "WorkShown", "show_relations", "show_work"]


class WorkShown(TypedDict):
    """A text that was translated. `language` is that of the original (BCP 47, "" if not known).

    `levels` name what the labels of a passage's path are; `numbering` how its references count.
    """

    id: int
    workspace: str
    slug: str
    version: int
    title: str
    author: str
    language: str
    description: str
    series: str
    levels: list[str]
    numbering: str
    created_at: Moment
    updated_at: Moment


@shows_current(Work)
def show_work(work: Work) -> WorkShown:
    """Show a work; its workspace should be loaded."""
    return {
        "id": work.pk,
        "workspace": work.workspace.slug,
        "slug": work.slug,
        "version": work.version,
        "title": work.title,
        "author": work.author,
        "language": work.language,
        "description": work.description,
        "series": work.series,
        "levels": list(work.levels),
        "numbering": work.numbering,
        "created_at": moment(work.created_at),
        "updated_at": moment(work.updated_at),
    }


class GroupShown(TypedDict):
    """Translations that are cited together: their sigla, in the order of the work."""

    siglum: str
    name: str
    members: list[str]


class DerivationShown(TypedDict):
    """`translation` was made from `source` (sigla); `kind` is revision, translation or copy."""

    translation: str
    source: str
    kind: str


class RelationsShown(TypedDict):
    """The groups of a work, and which translation was made from which."""

    groups: list[GroupShown]
    derivations: list[DerivationShown]


def show_relations(relations: Relations) -> RelationsShown:
    """Show groups and derivations as they were read."""
    return {
        "groups": [
            {
                "siglum": group.siglum,
                "name": group.name,
                "members": [one.siglum for one in sorted(group.members.all(), key=lambda one: one.position)],
            }
            for group in relations.groups
        ],
        "derivations": [
            {"translation": one.translation.siglum, "source": one.source.siglum, "kind": one.kind}
            for one in relations.derivations
        ],
    }
