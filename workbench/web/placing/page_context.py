"""Where somebody works on a placing: which texts, which page, and who may."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse

from workbench.accounts.models import Role, Workspace
from workbench.accounts.permissions import require_role
from workbench.corpus.models import Upload, Work
from workbench.text.words.digits import read_digits
from workbench.web.site.lookups import find_work, find_workspace_as
from workbench.web.site.pages import PersonRequest

__all__ = ["PageContext", "find_page_context", "find_work_to_edit", "page_number"]


@dataclass(frozen=True, slots=True)
class PageContext:
    """Where somebody works on a placing: for a work, or for one that will be made, of whose texts `part` is shown.

    `is_by_doubt`: only what was proposed with doubt is shown, the least sure first.
    """

    workspace: Workspace
    work: Work | None
    upload: Upload
    part: int
    is_by_doubt: bool

    @property
    def address(self) -> str:
        """The address of the page."""
        if self.work is None:
            return reverse("web:new_placing", args=[self.workspace.slug, self.upload.pk])
        return reverse("web:placing", args=[self.workspace.slug, self.work.slug, self.upload.pk])

    @property
    def confirm_address(self) -> str:
        """Where it is confirmed."""
        return f"{self.address}confirm/"

    def query(self, *, page: int = 1, part: int | None = None, is_by_doubt: bool | None = None) -> str:
        """Return the end of the address of a page of this text, or of another one, in this order, or in the other.

        It always begins with a question mark: as a link, that alone leads to the first page of all.
        """
        text = self.part if part is None else part
        by_doubt = self.is_by_doubt if is_by_doubt is None else is_by_doubt
        said = {
            "text": text + 1 if text else "",
            "order": "doubt" if by_doubt else "",
            "page": page if page > 1 else "",
        }
        return f"?{urlencode({name: value for name, value in said.items() if value})}"


def find_page_context(request: PersonRequest, workspace_slug: str, slug: str, pk: int) -> PageContext:
    """Return the person's own draft, for a work or (no slug) for one to be made."""
    work = find_work_to_edit(request, workspace_slug, slug) if slug else None
    workspace = work.workspace if work else find_workspace_as(Role.EDITOR, request.user, workspace_slug)
    uploads = Upload.objects.visible_to(request.user).filter(workspace=workspace, draft__has_key="parts")
    upload = get_object_or_404(uploads, pk=pk, draft__work=work.pk if work else None)
    order = request.POST.get("order") or request.GET.get("order")
    part = _counted(request, "text", len(upload.draft["parts"])) - 1
    return PageContext(workspace, work, upload, part, is_by_doubt=order == "doubt")


def find_work_to_edit(request: PersonRequest, workspace: str, slug: str) -> Work:
    """Return a work, if the person may change its texts."""
    work = find_work(request.user, workspace, slug)
    require_role(request.user, work.workspace_id, Role.EDITOR)
    return work


def page_number(request: PersonRequest) -> int:
    """Return the number of the page that is asked for, from 1."""
    return _counted(request, "page", 10**8)


def _counted(request: PersonRequest, name: str, most: int) -> int:
    number = read_digits(request.POST.get(name) or request.GET.get(name, "1"), lowest=1, longest=9)
    if number is None or number > most:
        raise Http404
    return number
