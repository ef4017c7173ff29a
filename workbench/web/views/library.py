"""The library: the works a person may see, and what waits for them there."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from workbench.corpus.queries import works_with_counts
from workbench.web.pages import PersonRequest, page

__all__ = ["show_library"]


@require_safe
@page
def show_library(request: PersonRequest) -> HttpResponse:
    """List the works of all the person's workspaces, newest change first."""
    return render(request, "web/library/library.html", {"works": works_with_counts(request.user)})
