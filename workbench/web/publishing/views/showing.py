"""Who reads a work without an account, and what of it: a page for owners."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from workbench.accounts.models import Role
from workbench.accounts.permissions import require_role
from workbench.corpus.actions import edit_translation
from workbench.corpus.models import Translation, Visibility, Work
from workbench.corpus.queries import translations_of
from workbench.publishing.actions import show_work
from workbench.publishing.queries import showing_of
from workbench.web.publishing.forms import ShowingForm
from workbench.web.publishing.links import ShownLink, show_link
from workbench.web.site.lookups import find_work
from workbench.web.site.pages import PersonRequest, page, posted

__all__ = ["choose_readers"]


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@page
def choose_readers(request: PersonRequest, workspace: str, slug: str) -> HttpResponse:
    """Show and change who reads a work without an account; a link's secret is in the response to the change only."""
    work = find_work(request.user, workspace, slug)
    require_role(request.user, work.workspace_id, Role.OWNER)
    translations, showing = list(translations_of(work)), showing_of(work)
    form = ShowingForm(posted(request), showing=showing, translations=translations)
    if form.is_valid():
        with form.showing_refusals():
            return _change(request, work, form, translations)
    is_public = showing.visibility == Visibility.PUBLIC
    public = request.build_absolute_uri(reverse("public:work", args=[workspace, slug])) if is_public else ""
    context = {"work": work, "showing": showing, "form": form, "public": public}
    return render(request, "web/publishing/readers.html", context, status=form.status if form.errors else 200)


def _change(request: PersonRequest, work: Work, form: ShowingForm, translations: list[Translation]) -> HttpResponse:
    with transaction.atomic():
        for one, shown in form.rights(translations):
            edit_translation(actor=request.user, translation=one, version=one.version, changes={"shown": shown})
        version = form.cleaned_data["version"] or 0
        showing, secret = show_work(actor=request.user, work=work, version=version, wishes=form.wishes)
    if secret:
        address = reverse("public:work", args=[work.workspace.slug, work.slug])
        back = reverse("web:readers", args=[work.workspace.slug, work.slug])
        link = ShownLink(address, secret, work.title, showing.link_until, back, gettext("Back to who reads it"))
        return show_link(request, work, link)
    messages.success(request, _SAID[showing.visibility])
    return redirect("web:readers", work.workspace.slug, work.slug)


_SAID = {
    "public": gettext_lazy("Everybody may read it now."),
    "link": gettext_lazy("Whoever has the link reads it, as before."),
    "private": gettext_lazy("Only members of the workspace read it now."),
}
