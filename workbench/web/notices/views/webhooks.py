"""Where a workspace's events are sent to: pages for its owners."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from workbench.accounts.models import Role
from workbench.notices.actions import (
    make_webhook,
    remove_webhook,
    rotate_secret,
    start_webhook,
    stop_webhook,
    try_webhook,
)
from workbench.notices.models import Delivery, Webhook
from workbench.web.notices.forms import WebhookForm
from workbench.web.site.lookups import find_workspace_as
from workbench.web.site.pages import PersonRequest, page, posted

__all__ = ["remove", "rotate", "show_webhook", "show_webhooks", "start", "stop", "test"]

_SHOWN = 50


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@page
def show_webhooks(request: PersonRequest, slug: str) -> HttpResponse:
    """Show the webhooks of a workspace, and make one: its secret is in that response only."""
    workspace = find_workspace_as(Role.OWNER, request.user, slug)
    form = WebhookForm(posted(request))
    if form.is_valid():
        with form.showing_refusals():
            made, secret = make_webhook(actor=request.user, workspace=workspace, **form.cleaned_data)
            return _show_secret(request, made, secret)
    rows = Webhook.objects.visible_to(request.user).filter(workspace=workspace).order_by("pk")
    context = {"workspace": workspace, "webhooks": rows.select_related("created_by"), "form": form}
    return render(request, "web/notices/webhooks.html", context, status=form.status if form.is_bound else 200)


@require_safe
@page
def show_webhook(request: PersonRequest, slug: str, pk: int) -> HttpResponse:
    """Show where a webhook sends what, and what became of the latest deliveries."""
    webhook = _find(request, slug, pk)
    rows = Delivery.objects.visible_to(request.user).filter(webhook=webhook)
    context = {
        "workspace": webhook.workspace,
        "webhook": webhook,
        "deliveries": rows.select_related("event").order_by("-pk")[:_SHOWN],
    }
    return render(request, "web/notices/webhook.html", context)


@never_cache
@require_POST
@page
def rotate(request: PersonRequest, slug: str, pk: int) -> HttpResponse:
    """Give it another secret, and show that in this response only."""
    webhook, secret = rotate_secret(actor=request.user, webhook=_find(request, slug, pk))
    return _show_secret(request, webhook, secret)


@require_POST
@page
def test(request: PersonRequest, slug: str, pk: int) -> HttpResponse:
    """Send it a test, and say what was answered."""
    delivery = try_webhook(actor=request.user, webhook=_find(request, slug, pk))
    delivery.refresh_from_db()
    tell = messages.error if delivery.state == Delivery.State.FAILED else messages.success
    tell(request, _became(delivery))
    return redirect("web:webhook", slug, pk)


@require_POST
@page
def stop(request: PersonRequest, slug: str, pk: int) -> HttpResponse:
    """Send nothing more for now."""
    stop_webhook(actor=request.user, webhook=_find(request, slug, pk))
    messages.success(request, gettext("Nothing is sent until it is started again."))
    return redirect("web:webhook", slug, pk)


@require_POST
@page
def start(request: PersonRequest, slug: str, pk: int) -> HttpResponse:
    """Send again."""
    start_webhook(actor=request.user, webhook=_find(request, slug, pk))
    messages.success(request, gettext("Started: what happened meanwhile is sent too."))
    return redirect("web:webhook", slug, pk)


@require_POST
@page
def remove(request: PersonRequest, slug: str, pk: int) -> HttpResponse:
    """Take it away."""
    remove_webhook(actor=request.user, webhook=_find(request, slug, pk))
    messages.success(request, gettext("The webhook was removed."))
    return redirect("web:webhooks", slug)


def _find(request: PersonRequest, slug: str, pk: int) -> Webhook:
    rows = Webhook.objects.visible_to(request.user).select_related("workspace", "created_by")
    return get_object_or_404(rows, workspace=find_workspace_as(Role.OWNER, request.user, slug), pk=pk)


def _became(delivery: Delivery) -> str:
    """Say what became of a test."""
    if delivery.state == Delivery.State.WAITING:
        return gettext("The test is on its way: its answer will stand in the list of deliveries.")
    last = delivery.tries[-1]
    if not last["status"]:
        problem = last["error"].rstrip(".")
        return gettext("The test did not arrive. There was no answer: %(problem)s.") % {"problem": problem}
    if delivery.state == Delivery.State.DELIVERED:
        return gettext("The test arrived. The answer was %(status)s.") % {"status": last["status"]}
    return gettext("The test did not arrive. The answer was %(status)s.") % {"status": last["status"]}


def _show_secret(request: PersonRequest, webhook: Webhook, secret: str) -> HttpResponse:
    context = {"workspace": webhook.workspace, "webhook": webhook, "secret": secret}
    return render(request, "web/notices/webhook_secret.html", context, status=201)
