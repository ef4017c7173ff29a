"""Frozen states: /works/{slug}/frozen/, /frozen/{address}/, its citation/ and changes/. For members."""

from django.http import Http404, HttpResponse
from django.urls import reverse
from rest_framework.response import Response

from workbench.accounts.errors import Conflict
from workbench.accounts.models import Scope
from workbench.api.protocol.base import ApiView
from workbench.api.protocol.negotiation import IgnoreAccept
from workbench.api.protocol.operations import operation
from workbench.api.resources.frozen.presenters import (
    ChangesShown,
    FrozenShown,
    NewFrozenShown,
    show_changes,
    show_frozen,
    show_new_frozen,
)
from workbench.api.resources.frozen.schemas import (
    ChangesQuery,
    CitationQuery,
    FrozenChanges,
    FrozenListQuery,
    FrozenQuery,
    NewFrozen,
)
from workbench.api.resources.works.lookups import find_work
from workbench.attachments import attachment
from workbench.interchange.registry import FORMATS
from workbench.publishing.actions import FreezingWishes, freeze, set_visibility
from workbench.publishing.changes import changes_between
from workbench.publishing.citing import Cited, cite
from workbench.publishing.contents import cited_of, read_record
from workbench.publishing.filing import file_of
from workbench.publishing.models import FrozenState
from workbench.publishing.queries import find_frozen
from workbench.review.transfer import export_work

__all__ = ["ChangesSince", "Citation", "FrozenList", "OneFrozen"]

_MEDIA = (
    "application/json",
    *sorted({"application/zip", *(one.media_type for one in FORMATS.values())} - {"application/json"}),
)
_CITED = {
    "bibtex": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
    "csl-json": "application/json",
    "chicago": "text/plain; charset=utf-8",
    "mla": "text/plain; charset=utf-8",
}


class _View(ApiView):
    def find(self, address: str) -> FrozenState:
        """Return the frozen state at an address, if the person may see it."""
        state = find_frozen(self.user, address)
        if state is None:
            raise Http404
        return state


class FrozenList(_View):
    """The frozen states of a work."""

    @operation(
        name="frozen_list", summary="List frozen states", query=FrozenListQuery, response=FrozenShown, is_list=True
    )
    def get(self, slug: str) -> Response:
        """The frozen states of a work, in the order in which they were made."""
        work = find_work(self.user, slug, self.asked.get("workspace"))
        rows = FrozenState.objects.visible_to(self.user).filter(work=work).without_content()
        return self.page(rows.select_related("workspace", "work", "frozen_by"), show_frozen)

    @operation(
        name="frozen_create",
        summary="Freeze a work",
        body=NewFrozen,
        response=FrozenShown,
        status=201,
        scope=Scope.WRITE,
        example={"title": "As sent to the printer", "remarks": "none"},
    )
    def post(self, slug: str) -> Response:
        """Keep a work as it stands, for good, to be cited and shown. Members alone read it at first. For editors."""
        given = self.given
        wishes = FreezingWishes(
            title=given.get("title", ""),
            sigla=tuple(given.get("translations", ())),
            base=given.get("base", ""),
            ignore=frozenset(given.get("ignore", ())),
            remarks=given["remarks"],
        )
        work = find_work(self.user, slug, given.get("workspace"))
        state = freeze(actor=self.user, work=work, wishes=wishes)
        return self.created(show_frozen(state), "frozen", state.address)


class OneFrozen(_View):
    """A frozen state."""

    content_negotiation_class = IgnoreAccept

    @operation(
        name="frozen_read",
        summary="Read a frozen state",
        query=FrozenQuery,
        response=FrozenShown,
        media=_MEDIA,
        refusals=(409,),
    )
    def get(self, address: str) -> HttpResponse:
        """What it is, or its content: as a bundle, byte for byte what was frozen."""
        state, name = self.find(address), self.asked["format"]
        if name == "json":
            return Response(show_frozen(state))
        file = file_of(state, name)
        return attachment(file.data, file.name, file.media_type)

    @operation(
        name="frozen_change",
        summary="Say who may read a frozen state",
        is_guarded=True,
        body=FrozenChanges,
        response=NewFrozenShown,
        scope=Scope.WRITE,
        example={"visibility": "public"},
    )
    def patch(self, address: str) -> Response:
        """private: members; link: whoever has the link; public: everybody. For owners.

        A link is shown this once, and ends the former one. What was frozen never changes.
        """
        state = self.find(address)
        version = self.version_held(state)
        wanted = {"visibility": self.given["visibility"], "days": self.given.get("days")}
        state, secret = set_visibility(actor=self.user, state=state, version=version, **wanted)
        page = self.request.build_absolute_uri(reverse("web:frozen", args=[address]))
        return Response(show_new_frozen(state, f"{page}?link={secret}" if secret else ""))


class Citation(_View):
    """How a frozen state is cited."""

    content_negotiation_class = IgnoreAccept

    @operation(
        name="frozen_citation",
        summary="Cite a frozen state",
        query=CitationQuery,
        media=("application/x-bibtex", "application/x-research-info-systems", "application/json", "text/plain"),
    )
    def get(self, address: str) -> HttpResponse:
        """The citation, in a style or as a file for reference managers."""
        state = self.find(address)
        url = self.request.build_absolute_uri(reverse("web:frozen", args=[address]))
        style = self.asked["format"]
        return HttpResponse(cite(style, _cited(state, url, self.asked.get("passage", ""))), content_type=_CITED[style])


class ChangesSince(_View):
    """What changed since a work was frozen."""

    @operation(
        name="frozen_changes",
        summary="Say what changed since",
        query=ChangesQuery,
        response=ChangesShown,
        refusals=(409,),
    )
    def get(self, address: str) -> Response:
        """Texts, passages, translations, rules and discussions; 409 where the work was deleted."""
        state = self.find(address)
        before = read_record(state)
        if "to" in self.asked:
            later = self.find(self.asked["to"])
            after, keeps = read_record(later), "none" not in {state.remarks, later.remarks}
        else:
            if state.work is None:
                raise Conflict("The work was deleted: name a later frozen state by “to”.", code="work_deleted")
            after, keeps = export_work(actor=self.user, work=state.work).works[0], state.remarks != "none"
        return Response(show_changes(changes_between(before, after, with_threads=keeps)))


def _cited(state: FrozenState, url: str, passage: str) -> Cited:
    return cited_of(state, f"{url}?at={'.'.join(passage.split())}" if passage else url, passage)
