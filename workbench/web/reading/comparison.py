"""The rows of a compare page, for whoever reads it: members and readers without an account alike."""

from collections.abc import Callable, Mapping
from functools import partial

from django.http import Http404

from workbench.corpus.addressing import find_stretch
from workbench.corpus.models import Variant, Work
from workbench.corpus.queries import WorkRules
from workbench.corpus.units import read_units
from workbench.text.checking import Glossary
from workbench.web.discussion.margins import Margins
from workbench.web.discussion.standings import Standing
from workbench.web.reading.apparatus import ApparatusTable
from workbench.web.reading.cells import Table
from workbench.web.reading.passage_pages import PassagePage, read_page, read_stretch
from workbench.web.reading.state import CompareState

__all__ = ["find_page", "place_of", "set_rows"]

NO_TERMS = Glossary(())
Standings = Callable[[list[Variant]], Mapping[int, Standing]]


def find_page(work: Work, state: CompareState) -> PassagePage:
    """Return the passages that a state shows. Raises `Http404` for what the work does not have."""
    if not state.passages:
        return read_page(work, state.at)
    shown = read_stretch(work, state.passages)
    if shown is None:
        raise Http404
    return shown


def set_rows(
    work: Work,
    state: CompareState,
    shown: PassagePage,
    margins: Margins,
    standings: Standings,
    glossary: Glossary = NO_TERMS,
) -> dict[str, object]:
    """Return the rows of some passages for a template, with the queries of the pages before and after."""
    units = read_units(work.pk, shown.passages, state.columns)
    kind: Callable[..., ApparatusTable | Table] = ApparatusTable
    if state.view != "apparatus":
        marked = glossary if state.shows_terms else NO_TERMS
        kind = partial(Table, standings=standings([*units.variants.values()]), glossary=marked)
    table = kind(state, units, margins, WorkRules(work))
    turned = state.changed(passages="")
    neighbours = {"before": turned.changed(at=shown.before).query, "after": turned.changed(at=shown.after).query}
    rows = table.read_rows(shown.passages)
    return {"state": state, "page": shown, "rows": rows, "glossary": glossary.entries, **neighbours}


def place_of(work: Work, state: CompareState) -> tuple[str, str] | None:
    """Return where what somebody typed (`at`) stands, None if nowhere: the query of a page, a fragment or ""."""
    stretch = find_stretch(work, state.at)
    if stretch is None:
        return None
    if stretch.first < stretch.last:
        return state.changed(at="", passages=state.at).query, ""
    passage = work.passages.get(position=stretch.first)
    return state.changed(at=passage.reference, passages="").query, f"#p-{passage.pk}"
