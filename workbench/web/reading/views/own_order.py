"""A translation by itself, in its own order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from workbench.corpus.models import Passage, Variant
from workbench.corpus.reading_order import read_in_own_order
from workbench.text.words.digits import read_digits
from workbench.web.site.lookups import find_translation, find_work
from workbench.web.site.pages import PersonRequest, page
from workbench.web.typesetting.marking import mark_text
from workbench.web.typesetting.markup import Footnote, set_markup
from workbench.web.typesetting.words import absence_of

__all__ = ["show"]


@dataclass(frozen=True, slots=True)
class _Text:
    passage: Passage
    variant: Variant
    html: SafeString
    footnotes: Sequence[Footnote]
    absence: str


@require_safe
@page
def show(request: PersonRequest, workspace: str, slug: str, pk: int) -> HttpResponse:
    """Show the texts of a translation as it reads itself, some at a time, each with its passage."""
    work = find_work(request.user, workspace, slug)
    translation = find_translation(work, pk)
    found = read_in_own_order(translation, after=read_digits(request.GET.get("after", "")) or 0)
    context = {
        "work": work,
        "translation": translation,
        "texts": _set(found.variants),
        "unplaced": _set(found.unplaced),
        "following": found.following,
    }
    return render(request, "web/reading/own_order.html", context)


def _set(variants: Iterable[Variant]) -> list[_Text]:
    texts = []
    for one in variants:
        setting = set_markup(one)
        html = mark_text(one.text, setting.marks, setting.asides)
        texts.append(_Text(one.passage, one, html, setting.notes, absence_of(one.presence)))
    return texts
