"""Which words of a passage answer each other, as scripts are told."""

from collections.abc import Iterator, Mapping
from typing import Any

from workbench.corpus.lexicons import lexicon_of
from workbench.corpus.linking import link_unit, read_said
from workbench.corpus.models import Passage, Work
from workbench.corpus.units import Units, read_units
from workbench.text import Span
from workbench.text.alignment.answers import Answer
from workbench.web.reading.state import CompareState, is_comparable

__all__ = ["list_links"]


def list_links(work: Work, passage: Passage, state: CompareState) -> Iterator[Mapping[str, Any]]:
    """Yield which words of a passage the base and each other column have in answer to each other."""
    units = read_units(work.pk, [passage], state.columns)
    said = read_said(units.variants.values())
    for other in state.others:
        unit = units.of(passage, (state.base, other))
        tags = state.base.language, other.language
        linked = link_unit(unit, tags, said, lexicon_of(state.base, other))
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
