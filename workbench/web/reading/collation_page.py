"""The table of a passage's collation, for a template."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.corpus.corrections import Corrected, read_corrections, take
from workbench.corpus.measuring_limits import check_collation
from workbench.corpus.models import Passage, Translation, Work
from workbench.corpus.queries import WorkRules
from workbench.corpus.units import read_units
from workbench.text import Collation
from workbench.web.reading.collating import Witnesses, collate_texts, find_witnesses
from workbench.web.reading.collation_state import CollationChoices, CollationState
from workbench.web.reading.collation_table import read_alignment
from workbench.web.reading.graph import draw_graph

__all__ = ["Collated", "collate_passage", "read_collation"]


@dataclass(frozen=True, slots=True)
class Collated:
    """A passage collated: who is, the corrections that speak of their words, the table as it is shown."""

    witnesses: Witnesses
    corrected: Corrected
    table: Collation


def collate_passage(
    work: Work, passage: Passage, state: CollationState, translations: Sequence[Translation]
) -> Collated | None:
    """Collate a passage as an address has it, corrected; None where nobody has words. Raises for texts too long."""
    units = read_units(work.pk, [passage], translations)
    return _collate(work, state, find_witnesses(passage, state.chosen, translations, units))


def read_collation(
    work: Work, passage: Passage, state: CollationState, translations: Sequence[Translation]
) -> dict[str, object]:
    """Return the table of a passage, what can be chosen, and what is left out of it."""
    units = read_units(work.pk, [passage], translations)
    witnesses = find_witnesses(passage, state.chosen, translations, units)
    choices = {"choices": CollationChoices(state, translations), "neighbour_query": state.changed(start=1).query}
    return choices | _align(work, state, witnesses)


def _align(work: Work, state: CollationState, witnesses: Witnesses) -> dict[str, object]:
    collated = _collate(work, state, witnesses)
    if collated is None:
        return {}
    table = read_alignment(collated.table, witnesses.collated, state.start)
    neighbours = {
        "columns_before": state.changed(start=table.before).query if table.before else "",
        "columns_after": state.changed(start=table.after).query if table.after else "",
    }
    choosable = [
        (one, state.with_witness(one.translation).query if one.is_choosable else "") for one in witnesses.left_out
    ]
    unit = witnesses.unit if witnesses.unit.is_joined else None
    graph = draw_graph(collated.table, witnesses.collated)
    return {"table": table, "graph": graph, "unit": unit, "left_out": choosable, "collated": collated, **neighbours}


def _collate(work: Work, state: CollationState, witnesses: Witnesses) -> Collated | None:
    if not witnesses.collated:
        return None
    check_collation(witnesses.texts)
    rows = read_corrections(variant for one in witnesses.said for variant, _ in one.parts)
    corrected = take(rows, witnesses.said)
    rules = WorkRules(work).of(witnesses.unit.passages[0], [one.translation.pk for one in witnesses.collated])
    table = collate_texts(witnesses.texts, state.ignore, rules, state.grain, corrected.said)
    return Collated(witnesses, corrected, table)
