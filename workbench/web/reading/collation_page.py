"""The table of a passage's collation, for a template."""

from collections.abc import Sequence

from workbench.corpus.measuring_limits import check_collation
from workbench.corpus.models import Passage, Translation, Work
from workbench.corpus.queries import WorkRules
from workbench.corpus.units import read_units
from workbench.web.reading.collating import Witnesses, collate_texts, find_witnesses
from workbench.web.reading.collation_state import CollationChoices, CollationState
from workbench.web.reading.collation_table import read_alignment

__all__ = ["read_collation"]


def read_collation(
    work: Work, passage: Passage, state: CollationState, translations: Sequence[Translation]
) -> dict[str, object]:
    """Return the table of a passage, what can be chosen, and what is left out of it."""
    units = read_units(work.pk, [passage], translations)
    witnesses = find_witnesses(passage, state.chosen, translations, units)
    choices = {"choices": CollationChoices(state, translations), "neighbour_query": state.changed(start=1).query}
    return choices | _align(work, state, witnesses)


def _align(work: Work, state: CollationState, witnesses: Witnesses) -> dict[str, object]:
    if not witnesses.collated:
        return {}
    check_collation(witnesses.texts)
    collation = collate_texts(
        witnesses.texts, state.ignore, WorkRules(work).of(witnesses.unit.passages[0]), state.grain
    )
    table = read_alignment(collation, witnesses.collated, state.start)
    neighbours = {
        "columns_before": state.changed(start=table.before).query if table.before else "",
        "columns_after": state.changed(start=table.after).query if table.after else "",
    }
    choosable = [
        (one, state.with_witness(one.translation).query if one.is_choosable else "") for one in witnesses.left_out
    ]
    unit = witnesses.unit if witnesses.unit.is_joined else None
    return {"table": table, "unit": unit, "left_out": choosable, **neighbours}
