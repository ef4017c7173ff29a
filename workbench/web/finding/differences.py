"""The page of a work's differences: asked by type, pair, who stands alone; by weight or in the work's order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from workbench.attachments import CSV, attachment
from workbench.corpus.checking import wanted_checks
from workbench.corpus.differing import Found, PlaceApart, find_partings
from workbench.corpus.finding_tables import write_differences
from workbench.corpus.models import Check, Translation, Work
from workbench.corpus.queries import translations_of
from workbench.text.difference.weighing import FAINT, STRONG
from workbench.web.finding.state import KIND_WORDS, FindingState, read_state
from workbench.web.site.lookups import find_work
from workbench.web.site.pages import PersonRequest, page
from workbench.web.typesetting.difference_types import DIFFERENCE_TYPES

__all__ = ["show"]

_SIZE = 20
_IN_A_FILE = 500  # passages
_MOST_PLACES = 12
_MOST_CHECKS = 4


@dataclass(frozen=True, slots=True)
class ShownPlace:
    """One difference: its classes and label, and the words of both sides."""

    css_class: str
    label: str
    left: str
    right: str
    strength: str


@dataclass(frozen=True, slots=True)
class ShownPassage:
    """A passage that has what was asked for. `compare` leads to the pair, `more` counts differences not shown."""

    found: Found
    left: str
    right: str
    compare: str
    places: Sequence[ShownPlace]
    more: int
    checks: Sequence[Check]


@require_safe
@page
def show(request: PersonRequest, workspace: str, slug: str) -> HttpResponse:
    """Show a page of passages; `format=csv` sends the first passages as a table."""
    work = find_work(request.user, workspace, slug)
    translations = list(translations_of(work))
    state = read_state(request.GET, translations)
    asked = state.asked(work, translations)
    if asked is not None and state.is_file:
        table = write_differences(find_partings(work, asked, size=_IN_A_FILE).found)
        return attachment(table, f"{work.slug}-differences.csv", CSV)
    context: dict[str, object] = {"work": work, "state": state, "translations": translations}
    context |= {"kinds": KIND_WORDS.items(), "as_file": state.changed(is_file=True).query}
    if asked is None:
        context["problem"] = gettext("There is no passage “%(passages)s” here.") % {"passages": state.passages}
        return render(request, "web/finding/differences.html", context)
    found = find_partings(work, asked, after=state.after, size=_SIZE)
    checks = _checks_of(work, [one.passage.pk for one in found.found])
    sigla = {one.pk: one for one in translations}
    context |= {
        "rows": [_show(one, state, sigla, checks.get(one.passage.pk, ())) for one in found.found],
        "waiting": found.waiting,
        "further": state.changed(after=found.after).query if found.after else "",
        "matters": FindingState(order="weight", weight="strong").query,
    }
    return render(request, "web/finding/differences.html", context)


def _checks_of(work: Work, passages: Sequence[int]) -> dict[int, list[Check]]:
    """Return what the checks found in these passages and nobody decided, the gravest first; two queries."""
    found: dict[int, list[Check]] = {}
    rows = wanted_checks(work).filter(passage__in=passages, state=Check.State.OPEN)
    for check in rows.select_related("variant__translation").order_by("-weight", "pk"):
        found.setdefault(check.passage_id, []).append(check)
    return found


def _show(one: Found, state: FindingState, sigla: Mapping[int, Translation], checks: Sequence[Check]) -> ShownPassage:
    pair = one.partings[0]
    left, right = sigla[pair.left].siglum, sigla[pair.right].siglum
    places = sorted(one.places, key=lambda place: -place.weight.value) if state.order == "weight" else list(one.places)
    compare = urlencode({"base": left, "with": right, "at": one.passage.reference})
    shown = [_show_place(place) for place in places[:_MOST_PLACES]]
    return ShownPassage(one, left, right, compare, shown, max(0, len(places) - _MOST_PLACES), checks[:_MOST_CHECKS])


def _show_place(place: PlaceApart) -> ShownPlace:
    shown = DIFFERENCE_TYPES[place.difference.type]
    label = str(KIND_WORDS[place.weight.matter]) if place.weight.matter in {"name", "negation"} else shown.label
    strength = "strong" if place.weight.value >= STRONG else "faint" if place.weight.value < FAINT else "plain"
    return ShownPlace(shown.css_class, label, place.left_words.strip(), place.right_words.strip(), strength)
