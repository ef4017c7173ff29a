"""The papers as pages, for everybody."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from workbench.web.papers.reading import GUIDES, Paper, own_paper, privacy_paper

__all__ = ["show_accessibility", "show_guide", "show_help", "show_privacy"]


@require_safe
def show_help(request: HttpRequest) -> HttpResponse:
    """List the guides."""
    return render(request, "web/papers/help.html", {"guides": GUIDES})


@require_safe
def show_guide(request: HttpRequest, guide: str) -> HttpResponse:
    """Show a guide, beside the others."""
    if guide not in GUIDES:
        raise Http404
    return render(
        request, "web/papers/paper.html", {"paper": own_paper(guide, _language()), "guides": GUIDES, "guide": guide}
    )


@require_safe
def show_privacy(request: HttpRequest) -> HttpResponse:
    """Show what is kept of people."""
    return _show(request, privacy_paper(_language()))


@require_safe
def show_accessibility(request: HttpRequest) -> HttpResponse:
    """Show what was done for whoever reads, hears or types otherwise, and what was not."""
    return _show(request, own_paper("accessibility", _language()))


def _show(request: HttpRequest, paper: Paper) -> HttpResponse:
    return render(request, "web/papers/paper.html", {"paper": paper})


def _language() -> str:
    return (get_language() or "en").partition("-")[0]
