"""The states that a text had, and bringing one back."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from workbench.accounts.models import Role
from workbench.accounts.permissions import require_role
from workbench.corpus.queries import history_of
from workbench.review.actions import restore_revision
from workbench.web.site.lookups import find_cell
from workbench.web.site.pages import PersonRequest, page, posted, rights_in
from workbench.web.texts.forms import ConfirmForm
from workbench.web.texts.history import compare_states, read_history

__all__ = ["restore", "show"]


@require_safe
@page
def show(request: PersonRequest, workspace: str, slug: str, pk: int, variant: int) -> HttpResponse:
    """Show every state that a text had, each with what it changed."""
    work, passage, row = find_cell(request.user, workspace, slug, pk, variant)
    states = read_history(history_of(row))
    context: dict[str, object] = {"work": work, "passage": passage, "variant": row, "translation": row.translation}
    context |= {"states": states, **rights_in(request.user, work.workspace_id)}
    return render(request, "web/texts/history.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@page
def restore(request: PersonRequest, workspace: str, slug: str, pk: int, variant: int, number: int) -> HttpResponse:
    """Ask whether a former state shall come back, showing what that would change; then bring it back."""
    work, passage, row = find_cell(request.user, workspace, slug, pk, variant)
    require_role(request.user, work.workspace_id, Role.EDITOR)
    revision = row.revisions.filter(number=number).first()
    if revision is None:
        raise Http404
    form = ConfirmForm(posted(request), initial={"version": row.version})
    if form.is_valid():
        version = form.cleaned_data["version"]
        with form.showing_refusals():
            restore_revision(actor=request.user, variant=row, version=version, number=number)
            said = {"siglum": row.translation.siglum, "number": number}
            messages.success(request, gettext("%(siglum)s reads as in revision %(number)s again.") % said)
            return redirect("web:passage", workspace, slug, pk)
    context = {"work": work, "passage": passage, "variant": row, "translation": row.translation, "form": form}
    context |= {"revision": revision, "changes": compare_states(row.text, revision.text)}
    return render(request, "web/texts/restore.html", context, status=form.status if form.errors else 200)
