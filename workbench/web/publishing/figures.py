"""How far the translations of an edition part: from its own texts, as the variation page has it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from workbench.corpus.comparing import Place
from workbench.corpus.measuring import measure
from workbench.corpus.models import Translation
from workbench.corpus.tallies import average_distances, make_blocks, sum_distances
from workbench.interchange.document import PassageRecord, WorkRecord
from workbench.text import Ignorable, Rule
from workbench.web.publishing.rules import rules_between
from workbench.web.variation.kinship import Kin, read_kin
from workbench.web.variation.strokes import Stroke, draw_strokes

__all__ = ["Figures", "read_figures"]


@dataclass(frozen=True, slots=True)
class Figures:
    """Strokes for the passages in their order, and the distances of the translations by language."""

    strokes: Sequence[Stroke]
    kin: Sequence[Kin]


def read_figures(work: WorkRecord, ignore: frozenset[Ignorable]) -> Figures:
    """Measure all passages. Passages that a translation joins are measured one by one here."""
    rules = rules_between(work.rules, "")
    tags = [(one.siglum, one.language) for one in work.translations]
    limited = _rules_of_pairs(work, [siglum for siglum, _ in tags])
    counted = (
        (number, measure(_columns(passage, tags), rules, ignore, limited).languages)
        for number, passage in enumerate(work.passages, 1)
    )
    blocks = make_blocks(counted)
    found = average_distances(blocks)
    places = [Place(at, at, one.reference or "¶", found.get(at)) for at, one in enumerate(work.passages, 1)]
    rows = [Translation(siglum=siglum, language=tag) for siglum, tag in tags]
    return Figures(
        draw_strokes(places) if found else [], read_kin(rows, sum_distances(blocks, range(1, len(rows) + 1)))
    )


def _rules_of_pairs(work: WorkRecord, sigla: Sequence[str]) -> dict[tuple[int, int], tuple[Rule, ...]]:
    """Return the rules of each two translations (counted from 1) between which more count than between all."""
    if not any(rule.translations for rule in work.rules):
        return {}
    pairs = combinations(enumerate(sigla, 1), 2)
    found = {(at, to): rules_between(work.rules, "", (one, other)) for (at, one), (to, other) in pairs}
    general = rules_between(work.rules, "")
    return {pair: rules for pair, rules in found.items() if rules != general}


def _columns(passage: PassageRecord, tags: Sequence[tuple[str, str]]) -> list[tuple[int, str, tuple[str, ...]]]:
    texts = {one.siglum: one.text for one in passage.variants if one.text}
    return [(at, tag, (texts[siglum],)) for at, (siglum, tag) in enumerate(tags, 1) if siglum in texts]
