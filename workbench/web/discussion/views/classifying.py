"""What the discussions of a workspace are classified by: read by its members, changed by its owners."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from workbench.accounts.models import Role
from workbench.accounts.permissions import can_manage, require_role
from workbench.review.actions import classify_by
from workbench.review.classification import lists_of
from workbench.web.discussion.forms.classifying import ListsForm
from workbench.web.site.lookups import find_workspace
from workbench.web.site.pages import PersonRequest, page

__all__ = ["show_categories"]


@require_http_methods(["GET", "HEAD", "POST"])
@page
def show_categories(request: PersonRequest, slug: str) -> HttpResponse:
    """Show the lists; put others in their place."""
    workspace = find_workspace(request.user, slug)
    lists = lists_of(workspace.pk)
    form = ListsForm(request.POST if request.method == "POST" else None, initial=ListsForm.lines_of(lists))
    if form.is_bound:
        require_role(request.user, workspace, Role.OWNER)
    if form.is_valid():
        with form.showing_refusals():
            classify_by(actor=request.user, workspace=workspace, **form.cleaned_data)
            messages.success(request, gettext("Discussions are classified by these lists from now on."))
            return redirect("web:categories", slug)
    context = {"workspace": workspace, "lists": lists, "form": form, "can_manage": can_manage(request.user, workspace)}
    return render(request, "web/discussion/categories.html", context, status=form.status if form.is_bound else 200)
