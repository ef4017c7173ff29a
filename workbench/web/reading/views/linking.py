"""Which words of a passage answer each other, for scripts: asked for when somebody points at a word of a page."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.core.exceptions import BadRequest
from django.http import Http404, HttpResponse, JsonResponse, QueryDict
from django.views.decorators.http import require_http_methods

from workbench.corpus.actions import LinkedWords, link_words, part_words
from workbench.corpus.linking import link_unit, read_said
from workbench.corpus.models import Passage, Work
from workbench.corpus.queries import translations_of
from workbench.corpus.units import Units, read_units
from workbench.text import Span
from workbench.text.alignment.answers import Answer
from workbench.text.words.digits import read_digits
from workbench.web.reading.state import CompareState, is_comparable, read_state
from workbench.web.site.lookups import find_passage, find_variant, find_work
from workbench.web.site.pages import PersonRequest, page

__all__ = ["show"]

_SAYS = {"confirmed": link_words, "parted": part_words}


@require_http_methods(["GET", "HEAD", "POST"])
@page
def show(request: PersonRequest, workspace: str, slug: str, pk: int) -> HttpResponse:
    """Answer which words of the base answer which of the other columns, as the address of the page has them.

    A POST says of two words that they answer each other, or don't (`verdict`), and is answered alike.
    """
    work = find_work(request.user, workspace, slug)
    passage = find_passage(work, pk)
    if request.method == "POST":
        _say(request, passage)
    state = read_state(request.GET, list(translations_of(work)))
    if state is None:
        raise Http404
    return JsonResponse({"links": list(_link(work, passage, state))})


def _say(request: PersonRequest, passage: Passage) -> None:
    say = _SAYS.get(request.POST.get("verdict", ""))
    if say is None:
        raise BadRequest(f"verdict: one of {', '.join(_SAYS)} is expected.")
    left, right = (_words(request.POST, passage, side) for side in ("left", "right"))
    say(actor=request.user, left=left, right=right)


def _words(given: QueryDict, passage: Passage, side: str) -> LinkedWords:
    numbers = [read_digits(given.get(name, "")) for name in (side, f"{side}_start", f"{side}_end")]
    variant, start, end = (_whole(number, side) for number in numbers)
    return LinkedWords(find_variant(passage, variant), Span(start, end))


def _whole(number: int | None, side: str) -> int:
    if number is None:
        raise BadRequest(f"{side}: a variant and the offsets of its words are expected.")
    return number


def _link(work: Work, passage: Passage, state: CompareState) -> Iterator[Mapping[str, Any]]:
    units = read_units(work.pk, [passage], state.columns)
    said = read_said(units.variants.values())
    for other in state.others:
        unit = units.of(passage, (state.base, other))
        linked = link_unit(unit, (state.base.language, other.language), said)
        if linked is None:
            continue
        here, there = linked.left.part_of(passage.pk), linked.right.part_of(passage.pk)
        if here is None or there is None:
            continue
        kept = linked.answers if not is_comparable(state.base, other) else _said_alone(linked.answers)
        variants = [_variant(units, passage, one.pk) for one in (state.base, other)]
        yield {"base": variants[0], "other": variants[1], "answers": [_show(one, here, there) for one in kept]}


def _said_alone(answers: tuple[Answer, ...]) -> list[Answer]:
    """Of one language: what people said alone, for the page knows which of its words agree."""
    return [one for one in answers if one.kind == "confirmed"]


def _variant(units: Units, passage: Passage, translation: int) -> int:
    return units.variants[passage.pk, translation].pk


def _show(answer: Answer, here: Span, there: Span) -> list[Any]:
    """An answer in code points of the texts that the passage's own cells hold: left, right, score, kind."""
    return [_inside(answer.left, here), _inside(answer.right, there), answer.score, answer.kind]


def _inside(spans: tuple[Span, ...], part: Span) -> list[list[int]]:
    return [[one.start - part.start, one.end - part.start] for one in spans if part.start <= one.start < part.end]
