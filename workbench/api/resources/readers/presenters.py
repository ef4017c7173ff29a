"""Who reads a work without an account, as it is sent."""

from typing import Annotated, TypedDict

from django.urls import reverse

from workbench.api.protocol.current import shows_current
from workbench.api.resources.people.presenters import Moment, optional_moment
from workbench.corpus.models import Remarks, Showing, Visibility

__all__ = ["NewReadersShown", "ReadersShown", "show_new_readers", "show_readers"]


class ReadersShown(TypedDict):
    """How a work is shown to people without an account, at `page`. What of each translation, says its `shown`."""

    workspace: str
    work: str
    version: int
    visibility: Annotated[str, Visibility]
    link_until: Moment | None
    remarks: Annotated[str, Remarks]
    takes_words: bool
    is_framed: bool
    page: str


class NewReadersShown(ReadersShown):
    """The same with the address that a new link leads to, this once; empty where there is none."""

    link: str


@shows_current(Showing)
def show_readers(showing: Showing) -> ReadersShown:
    """Show how a work is shown; the work and its workspace should be loaded."""
    work = showing.work
    return {
        "workspace": work.workspace.slug,
        "work": work.slug,
        "version": showing.version,
        "visibility": showing.visibility,
        "link_until": optional_moment(showing.link_until),
        "remarks": showing.remarks,
        "takes_words": showing.takes_words,
        "is_framed": showing.is_framed,
        "page": reverse("public:work", args=[work.workspace.slug, work.slug]),
    }


def show_new_readers(showing: Showing, link: str) -> NewReadersShown:
    """Show it with a new link, once."""
    return {**show_readers(showing), "link": link}
