"""What every page does alike: it wants somebody signed in, keeps out of caches, and turns refusals into pages."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.views.decorators.gzip import gzip_page
from django_htmx.middleware import HtmxDetails

from workbench.accounts.errors import NotAllowed, Refused, TooOften
from workbench.accounts.models import Role, User
from workbench.accounts.permissions import role_in

__all__ = ["PersonRequest", "page", "posted", "rights_in", "status_of"]

P = ParamSpec("P")


class PersonRequest(HttpRequest):
    """A request of somebody who is signed in."""

    user: User
    htmx: HtmxDetails


def page(
    view: Callable[Concatenate[PersonRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Make a view a page: anonymous people are sent to sign in before anything is looked up, so that nothing leaks.

    Pages are compressed here and not by a middleware, which would weaken the ETags of the API. (Their tokens against
    forged requests are masked anew each time, so that compression tells nothing of them.)
    `NotAllowed` becomes the 403 page; other refusals that the view did not show at its form become a page of their own.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        try:
            response = view(cast("PersonRequest", request), *args, **kwargs)
        except NotAllowed as error:
            raise PermissionDenied(error.detail) from error
        except Refused as error:
            response = render(request, "web/site/refused.html", {"error": error}, status=status_of(error))
            if isinstance(error, TooOften):
                response["Retry-After"] = str(error.wait)
        patch_cache_control(response, private=True, no_cache=True)
        return response

    return cast("Callable[Concatenate[HttpRequest, P], HttpResponse]", gzip_page(login_required(guarded)))


def status_of(error: Refused) -> int:
    """Return the HTTP status of a refusal."""
    return error.status


def rights_in(user: User, workspace: int) -> dict[str, object]:
    """Return what templates ask: `role` (None for outsiders), `may_comment`, `may_write`, `may_delete`. One query."""
    role = role_in(user, workspace)
    rank = role.rank if role else -1
    return {
        "role": role,
        "may_comment": rank >= Role.REVIEWER.rank,
        "may_write": rank >= Role.EDITOR.rank,
        "may_delete": rank >= Role.OWNER.rank,
    }


def posted(request: HttpRequest) -> QueryDict | None:
    """Return what a form was sent, were it nothing at all; None where the form is only asked for."""
    return request.POST if request.method == "POST" else None
