"""The inbox, its badge, and what is followed or muted."""

from collections import defaultdict

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from workbench.accounts.models import Workspace
from workbench.notices.actions import choose_pace, follow, mute, read_notices, stop_mail
from workbench.notices.models import MailWish
from workbench.notices.queries import MOST, count_unread, read_notices_page, reading_marks
from workbench.text.words.digits import read_digits
from workbench.web.discussion.happenings import PAGE
from workbench.web.notices.entries import read_entries
from workbench.web.site.lookups import find_thread, find_work
from workbench.web.site.pages import PersonRequest, page
from workbench.web.site.responses import go_back
from workbench.web.site.vocabulary import in_words

__all__ = [
    "choose",
    "follow_thread",
    "follow_work",
    "mute_thread",
    "mute_work",
    "read",
    "show_count",
    "show_inbox",
    "stop",
]


@require_safe
@page
def show_inbox(request: PersonRequest) -> HttpResponse:
    """Show what others did where one takes part: what is new, then what was read; earlier than an event (`before`)."""
    before = read_digits(request.GET.get("before", ""), longest=15)
    found, earlier = read_notices_page(request.user, size=PAGE, before=before)
    marks = reading_marks(request.user)
    new = [event for event in found if (event.cursor or 0) > marks.get(event.workspace_id or 0, 0)]
    known = {event.pk for event in new}
    read_to: dict[int, int] = defaultdict(int)
    for event in new:
        read_to[event.workspace_id or 0] = max(read_to[event.workspace_id or 0], event.cursor or 0)
    pace = MailWish.Pace(MailWish.objects.filter(user=request.user).values_list("pace", flat=True).first() or "never")
    context = {
        "new": read_entries(request.user, new),
        "old": read_entries(request.user, (event for event in found if event.pk not in known)),
        "earlier": earlier,
        "is_later_page": before is not None,
        "pace": pace,
        "paces": MailWish.Pace.choices,
        "read_to": [f"{workspace}:{cursor}" for workspace, cursor in read_to.items()],
    }
    return render(request, "web/notices/inbox.html", context)


@require_safe
@page
def show_count(request: PersonRequest) -> HttpResponse:
    """Say how much is new, for the badge; 304 where the browser knows it."""
    count = count_unread(request.user)
    tag = f'"{count}"'
    response = render(request, "web/notices/count.html", {"count": count, "most": MOST})
    response["ETag"] = tag
    return get_conditional_response(request, etag=tag, response=response) or response


@require_POST
@page
def read(request: PersonRequest) -> HttpResponse:
    """Remember what was shown as read."""
    shown = dict(one.partition(":")[::2] for one in request.POST.getlist("read_to")[:200])
    for workspace in Workspace.objects.visible_to(request.user).order_by("pk"):
        cursor = read_digits(shown.get(str(workspace.pk), ""), longest=15)
        if cursor is not None:
            read_notices(actor=request.user, workspace=workspace, cursor=cursor)
    return redirect("web:inbox")


@require_POST
@page
def follow_work(request: PersonRequest, workspace: str, slug: str) -> HttpResponse:
    """Be told of all that others do in a work."""
    work = find_work(request.user, workspace, slug)
    follow(actor=request.user, subject=work)
    return go_back(request, reverse("web:work", args=[workspace, slug]))


@require_POST
@page
def mute_work(request: PersonRequest, workspace: str, slug: str) -> HttpResponse:
    """Be told nothing of a work."""
    work = find_work(request.user, workspace, slug)
    mute(actor=request.user, subject=work)
    return go_back(request, reverse("web:work", args=[workspace, slug]))


@require_POST
@page
def follow_thread(request: PersonRequest, pk: int) -> HttpResponse:
    """Be told of what happens in a discussion."""
    thread = find_thread(request.user, pk)
    follow(actor=request.user, subject=thread)
    return go_back(request, f"/threads/{thread.pk}/")


@require_POST
@page
def mute_thread(request: PersonRequest, pk: int) -> HttpResponse:
    """Be told no more of what happens in a discussion."""
    thread = find_thread(request.user, pk)
    mute(actor=request.user, subject=thread)
    return go_back(request, f"/threads/{thread.pk}/")


@require_POST
@page
def choose(request: PersonRequest) -> HttpResponse:
    """Say how often one wants mail."""
    wish = choose_pace(actor=request.user, pace=request.POST.get("pace", ""))
    messages.success(request, gettext("Mail: %(pace)s.") % {"pace": in_words(wish.pace, "mail")})
    return redirect("web:inbox")


@csrf_exempt  # a mail program posts here in one click (RFC 8058); the link's secret is all it needs
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, secret: str) -> HttpResponse:
    """End the mail to whoever's letters have this secret, signed in or not."""
    if request.method == "POST":
        stop_mail(secret=secret)
    return render(request, "web/notices/stop.html", {"is_done": request.method == "POST"})
