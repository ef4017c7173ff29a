"""What every view of the API does around its handler: who asks, how often, what went wrong, which ETag."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from rest_framework.exceptions import AuthenticationFailed, NotAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from workbench.accounts.models import User
from workbench.api.protocol.conditions import mark, version_held
from workbench.api.protocol.current import show_current
from workbench.api.protocol.operations import Declared
from workbench.api.protocol.pagination import page_of
from workbench.api.protocol.problems import in_query, problem_of, respond_with
from workbench.api.protocol.throttling import limit_rate

__all__ = ["ApiView"]


class ApiView(Declared, APIView):
    """The base of all views: handlers load and authorise, call one action or query, and answer."""

    http_method_names = ("get", "post", "patch", "delete", "head")

    @property
    def user(self) -> User:
        """The person who asks; views are closed to strangers."""
        user: User = self.request.user
        return user

    def perform_authentication(self, request: Request) -> None:
        """Find out who asks and count the request; wrong tokens count for the address they come from."""
        try:
            user_id = request.user.pk
        except AuthenticationFailed:
            limit_rate(request, None)
            raise
        limit_rate(request, user_id)

    def handle_exception(self, exc: Exception) -> Response:
        """Answer every exception with a problem."""
        if isinstance(exc, (AuthenticationFailed, NotAuthenticated)):
            exc.auth_header = self.get_authenticate_header(self.request)  # type: ignore[union-attr]
        problem = problem_of(exc)
        if self.request.method in {"GET", "HEAD"}:
            problem = in_query(problem)
        current = show_current(problem.current) if problem.current is not None else None
        response = respond_with(problem, instance=self.request.path, current=current)
        response.exception = True
        return response

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Any:
        """Keep private answers out of shared caches, and give them their ETag."""
        done = super().finalize_response(request, response, *args, **kwargs)
        done.headers.setdefault("Cache-Control", "private, no-cache")
        done["Vary"] = "Accept, Authorization, Cookie"
        if getattr(done, "exception", False):
            return done
        marked = mark(request, done)
        if isinstance(marked, Response) and marked is not done:
            return super().finalize_response(request, marked, *args, **kwargs)
        return marked

    def page(
        self,
        rows: QuerySet[Any],
        show: Callable[[Any], Mapping[str, Any]],
        *,
        order: Sequence[str] = ("pk",),
    ) -> Response:
        """Answer with one page of the rows."""
        return Response(page_of(self.request, rows, show, asked=self.asked, order=order))

    def created(self, shown: Mapping[str, Any], route: str, pk: object) -> Response:
        """Answer that a thing was made, and where it is."""
        return Response(shown, status=201, headers={"Location": reverse(f"api:{route}", args=[pk])})

    def version_held(self, row: Any) -> int:
        """Return the version named by If-Match (see `conditions`)."""
        return version_held(self.request, row)
