"""Making a work of plain texts: what is asked at the start."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from workbench.accounts.models import Role
from workbench.review.transfer.begun import list_begun
from workbench.web.placing.forms import NewWorkForms
from workbench.web.site.lookups import find_workspace_as
from workbench.web.site.pages import PersonRequest, page

__all__ = ["show_start"]


@require_http_methods(["GET", "HEAD", "POST"])
@page
def show_start(request: PersonRequest, slug: str) -> HttpResponse:
    """Ask for the texts of a work that is not there yet, and propose how they answer each other."""
    workspace = find_workspace_as(Role.EDITOR, request.user, slug)
    is_post = request.method == "POST"
    forms = NewWorkForms(request.POST, request.FILES) if is_post else NewWorkForms()
    upload = forms.start(actor=request.user, workspace=workspace) if is_post else None
    if upload:
        return redirect("web:new_placing", slug, upload.pk)
    begun = list_begun(actor=request.user, workspace=workspace, work=None)
    context = {"workspace": workspace, "forms": forms, "begun": begun}
    return render(request, "web/placing/new_start.html", context, status=forms.status if is_post else 200)
