"""The search page: words in all texts that the person may see, beside what the other translations say there."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from workbench.accounts.errors import Invalid
from workbench.accounts.models import User
from workbench.corpus import limits
from workbench.corpus.models import Passage, Variant
from workbench.corpus.searching import Found, Hit, around, search_variants
from workbench.text import Span
from workbench.text.words.digits import read_digits
from workbench.web.site.pages import PersonRequest, page
from workbench.web.typesetting.excerpts import Excerpt, Run, excerpt

__all__ = ["show"]

_SIZE = 25
_ROUNDS = 10
_NEAR = 400  # code points: how far from the first place others are marked, and what is shown of the other texts


@dataclass(frozen=True, slots=True)
class Line:
    """A passage: its texts with the words marked, and the other translations' texts from their beginning."""

    passage: Passage
    found: Sequence[Excerpt]
    others: Sequence[Excerpt]


@require_safe
@page
def show(request: PersonRequest) -> HttpResponse:
    """Show one page of what was found; `after` is the id of the last text that was read."""
    words, after = request.GET.get("q", ""), _number(request.GET.get("after", ""))
    context: dict[str, object] = {"words": words, "longest": limits.SEARCH}
    if not words.strip():
        return render(request, "web/search/search.html", context)
    try:
        found = _search(request.user, words, after)
    except Invalid as error:
        context["problem"] = error.fields.get("q", error.detail)
        return render(request, "web/search/search.html", context, status=422)
    context |= {"lines": _lines(request.user, found.hits), "has_searched": True, "is_first": after == 0}
    if found.read_to is not None:
        context["further"] = urlencode({"q": words, "after": str(found.read_to)})
    return render(request, "web/search/search.html", context)


def _search(user: User, words: str, after: int) -> Found:
    """Search on while nothing is found, some rounds: nobody should have to press a button for every 20,000 texts."""
    found = search_variants(user=user, words=words, size=_SIZE, after=after)
    for _ in range(_ROUNDS - 1):
        if found.hits or found.read_to is None:
            break
        found = search_variants(user=user, words=words, size=_SIZE, after=found.read_to)
    return found


def _lines(user: User, hits: Sequence[Hit]) -> list[Line]:
    rows = Variant.objects.visible_to(user).select_related("passage", "work__workspace", "translation")
    passages: dict[int, tuple[list[Hit], Sequence[Variant]]] = {}
    for hit, said in around(hits, rows):
        passages.setdefault(said[0].passage_id, ([], said))[0].append(hit)
    return [_line(in_passage, said) for in_passage, said in passages.values()]


def _line(hits: Sequence[Hit], said: Sequence[Variant]) -> Line:
    spans = {hit.variant: hit.spans for hit in hits}
    found = [_marked(one, spans[one.pk]) for one in said if one.pk in spans]
    others = [
        Excerpt(one, _beginning(one.text), is_discussed=False) for one in said if one.text and one.pk not in spans
    ]
    return Line(said[0].passage, found, others)


def _marked(variant: Variant, spans: Sequence[Span]) -> Excerpt:
    near = [(start, end) for start, end in spans if start < spans[0].start + _NEAR]
    return Excerpt(variant, excerpt(variant.text, near), is_discussed=True)


def _beginning(text: str) -> list[Run]:
    return [Run(text if len(text) <= _NEAR else f"{text[:_NEAR]} …", is_words=False)]


def _number(written: str) -> int:
    return read_digits(written) or 0
