"""Frozen states, as they are sent."""

from typing import Annotated, TypedDict

from django.urls import reverse

from workbench.api.protocol.current import shows_current
from workbench.api.resources.people.presenters import Moment, PersonShown, moment, optional_moment, show_person
from workbench.publishing.changes import Changes
from workbench.publishing.models import FrozenState

__all__ = ["ChangesShown", "FrozenShown", "NewFrozenShown", "show_changes", "show_frozen", "show_new_frozen"]


class ViewShown(TypedDict):
    """How it is shown: what the others are compared with, what makes no difference."""

    base: str
    ignore: list[str]


class FrozenShown(TypedDict):
    """A frozen state: `id` is its address for good, `page` where it is read, `digest` the SHA-256 of its bundle.

    `revisions` are the numbers of the texts' revisions by siglum, in the order of passages, null where there is none.
    `work` is null once the work is deleted.
    """

    id: str
    version: int
    workspace: str
    work: str | None
    number: int
    title: str
    page: str
    digest: str
    size: int
    passages: int
    revisions: dict[str, list[int | None]]
    view: ViewShown
    remarks: Annotated[str, FrozenState.Remarks]
    visibility: Annotated[str, FrozenState.Visibility]
    link_until: Moment | None
    frozen_by: PersonShown
    frozen_at: Moment


class NewFrozenShown(FrozenShown):
    """A frozen state with the address that its link leads to, this once; empty where it has none."""

    link: str


class TextChangeShown(TypedDict):
    """What a translation read in a passage, and reads now; empty where it has no text."""

    reference: str
    siglum: str
    before: str
    after: str


class ChangesShown(TypedDict):
    """What changed since. `described` are translations of which something but the texts is said otherwise.

    `rules` came or went, `threads` were opened, `settled` are no longer open (0 where remarks are not held).
    """

    texts: list[TextChangeShown]
    passages_added: list[str]
    passages_removed: list[str]
    translations_added: list[str]
    translations_removed: list[str]
    described: list[str]
    rules: int
    threads: int
    settled: int


@shows_current(FrozenState)
def show_frozen(state: FrozenState) -> FrozenShown:
    """Show a frozen state; its workspace, work and who froze it should be loaded."""
    return {
        "id": state.address,
        "version": state.version,
        "workspace": state.workspace.slug,
        "work": state.work.slug if state.work else None,
        "number": state.number,
        "title": state.title,
        "page": reverse("web:frozen", args=[state.address]),
        "digest": state.digest,
        "size": state.size,
        "passages": state.passages,
        "revisions": state.revisions,
        "view": {"base": state.view["base"], "ignore": state.view["ignore"]},
        "remarks": state.remarks,
        "visibility": state.visibility,
        "link_until": optional_moment(state.link_until),
        "frozen_by": show_person(state.frozen_by),
        "frozen_at": moment(state.frozen_at),
    }


def show_new_frozen(state: FrozenState, link: str) -> NewFrozenShown:
    """Show a frozen state with its link, once."""
    return {**show_frozen(state), "link": link}


def show_changes(changes: Changes) -> ChangesShown:
    """Show what changed."""
    return {
        "texts": [
            {"reference": one.reference, "siglum": one.siglum, "before": one.before, "after": one.after}
            for one in changes.texts
        ],
        "passages_added": list(changes.passages_added),
        "passages_removed": list(changes.passages_removed),
        "translations_added": list(changes.translations_added),
        "translations_removed": list(changes.translations_removed),
        "described": list(changes.described),
        "rules": changes.rules,
        "threads": changes.threads,
        "settled": changes.settled,
    }
