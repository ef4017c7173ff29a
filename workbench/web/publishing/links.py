"""A link by which somebody reads without an account: its secret is shown once, in one response."""

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from workbench.corpus.models import Work

__all__ = ["ShownLink", "show_link"]


@dataclass(frozen=True, slots=True)
class ShownLink:
    """An address with its `secret`, what is read there and until when; the way `back`, and what is said of that way."""

    address: str
    secret: str
    title: str
    until: datetime | None
    back: str
    leads_back: str


def show_link(request: HttpRequest, work: Work | None, link: ShownLink) -> HttpResponse:
    """Show the link whole; `work` is none where what is read outlived it."""
    whole = request.build_absolute_uri(f"{link.address}?link={link.secret}")
    return render(request, "web/publishing/link.html", {"work": work, "link": link, "whole": whole})
