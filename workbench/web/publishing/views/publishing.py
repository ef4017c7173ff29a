"""Making an edition of a work, when there is time: the job says how far it is, and has the file."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from workbench.publishing.models import FrozenState
from workbench.review.transfer.asking import ask_made
from workbench.web.publishing.forms import EditionForm
from workbench.web.publishing.packing import EDITION
from workbench.web.site.lookups import find_work
from workbench.web.site.pages import PersonRequest, page, posted

__all__ = ["publish"]


@require_http_methods(["GET", "HEAD", "POST"])
@page
def publish(request: PersonRequest, workspace: str, slug: str) -> HttpResponse:
    """Ask how an edition is made, and let it be made."""
    work = find_work(request.user, workspace, slug)
    states = FrozenState.objects.visible_to(request.user).filter(work=work).without_content()
    form = EditionForm(posted(request), states=states.order_by("-number"))
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            job = ask_made(actor=request.user, work=work, name=EDITION, wishes=form.cleaned_data)
            return redirect("web:job", job.pk)
    context = {"work": work, "form": form}
    return render(request, "web/publishing/publish.html", context, status=form.status if form.is_bound else 200)
