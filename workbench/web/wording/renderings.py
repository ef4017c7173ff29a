"""The page of renderings: what each translation has for a word, how consistently, and which words are one's own."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Self, cast
from urllib.parse import urlencode

from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from workbench.accounts.errors import Invalid
from workbench.attachments import CSV, attachment
from workbench.corpus.addressing import find_stretch
from workbench.corpus.models import Translation, Work
from workbench.corpus.queries import translations_of
from workbench.corpus.rendering import Place, RenderingTable, find_renderings
from workbench.corpus.rendering_tables import write_renderings, write_vocabulary
from workbench.corpus.vocabularies import Unit, kin_of, read_vocabularies
from workbench.text.concordance import Distinctive, Vocabulary, find_avoided, find_distinctive, find_only_in
from workbench.text.words.lemmas import knows_forms
from workbench.web.site.lookups import find_work
from workbench.web.site.pages import PersonRequest, page
from workbench.web.site.parameters import choose_one, refuse_unknown
from workbench.web.wording.lists import LISTS, caption_of, counted_words, not_in

__all__ = ["show"]

_KNOWN = frozenset({"word", "translation", "passages", "in", "as", "without", "unit", "which", "forms", "format"})
_SHOWN = 12  # renderings of a translation
_WORDS = 60


@dataclass(frozen=True, slots=True)
class RenderingState:
    """What the address asks for; "" for what goes without saying. `has`: the form of a rendering in `of`."""

    word: str
    translation: str
    passages: str
    of: str
    has: str | None
    without: str
    unit: Unit
    which: str
    forms: str
    is_file: bool

    def changed(self, **changes: Any) -> Self:
        """Return the state with some things changed."""
        return replace(self, **changes)

    @property
    def query(self) -> str:
        """The state as a query string."""
        said = {"word": self.word, "translation": self.translation, "passages": self.passages}
        said |= {"unit": "" if self.unit == "words" else self.unit}
        said |= {"forms": "" if self.forms == "written" else self.forms}
        said |= {"which": "" if self.which == "preferred" else self.which}
        said |= {"without": self.without, "in": self.of, "format": "csv" if self.is_file else ""}
        kept = {name: value for name, value in said.items() if value}
        return urlencode({**kept, "as": self.has} if self.has is not None else kept)


@require_safe
@page
def show(request: PersonRequest, workspace: str, slug: str) -> HttpResponse:
    """Show what each translation has for a word; without one, the words that are a translation's own."""
    work = find_work(request.user, workspace, slug)
    translations = list(translations_of(work))
    state = _read(request.GET, [one.siglum for one in translations])
    context: dict[str, object] = {"work": work, "translations": translations, "state": state}
    by_siglum = {one.siglum: one for one in translations}
    chosen = by_siglum.get(state.translation) or (translations[0] if translations else None)
    context["chosen"] = chosen
    context["knows_forms"] = chosen is not None and knows_forms(chosen.language)
    context["as_file"] = state.changed(is_file=True).query
    if chosen is None:
        return render(request, "web/wording/renderings.html", context)
    if not state.word.strip():
        return _show_words(request, work, state, context, chosen, translations)
    try:
        table = _find(work, state, chosen, [one for one in translations if one.pk != chosen.pk])
    except Invalid as error:
        context["problem"] = next(iter(error.fields.values()), error.detail)
        return render(request, "web/wording/renderings.html", context, status=422)
    if state.is_file:
        return attachment(write_renderings(chosen, table), f"{work.slug}-renderings.csv", CSV)
    context |= {"table": table, "columns": _columns(table, state), "places": _places(table, state)}
    return render(request, "web/wording/renderings.html", context)


def _show_words(
    request: PersonRequest,
    work: Work,
    state: RenderingState,
    context: dict[str, object],
    chosen: Translation,
    translations: Sequence[Translation],
) -> HttpResponse:
    kin = kin_of(chosen, translations)
    other = next((one for one in kin if one.siglum == state.without), None)
    counted = read_vocabularies(work, [chosen, *kin], state.unit)
    own = counted.words.get(chosen.pk)
    there = [counted.words[one.pk] for one in kin if one.pk in counted.words]
    found = _own_words(own, there, other, counted.words, state.which)
    if state.is_file:
        return attachment(write_vocabulary(chosen.siglum, found), f"{work.slug}-words.csv", CSV)
    context |= {"kin": kin, "other": other, "words": found, "counted_at": counted.at, "is_counted": own is not None}
    context["counted"] = counted_words(own.total if own else 0, state.unit)
    context["caption"] = caption_of(state.unit, state.which, chosen.siglum, other.siglum if other else "")
    context["lists"] = _lists(state, kin)
    return render(request, "web/wording/renderings.html", context)


def _lists(state: RenderingState, kin: Sequence[Translation]) -> list[tuple[str, str, bool]]:
    """Return the lists there are: what each is called, its address, and whether it is shown."""
    asked = [(str(said), unit, which, "") for (unit, which), said in LISTS.items()]
    asked += [(not_in(state.unit, one.siglum), state.unit, "preferred", one.siglum) for one in kin]
    return [
        (said, state.changed(unit=unit, which=which, without=without).query, (unit, which, without) == here)
        for here in [(state.unit, state.which, state.without)]
        for said, unit, which, without in asked
    ]


def _own_words(
    own: Vocabulary | None, kin: Sequence[Vocabulary], other: Translation | None, words: Any, which: str
) -> list[Distinctive]:
    if own is None or not kin:
        return []
    if other and other.pk in words:
        return find_only_in(own, words[other.pk], _WORDS)
    return (find_avoided if which == "avoided" else find_distinctive)(own, kin, _WORDS)


def _find(work: Work, state: RenderingState, chosen: Translation, others: Sequence[Translation]) -> RenderingTable:
    stretch = find_stretch(work, state.passages) if state.passages else None
    if state.passages and stretch is None:
        raise Invalid.field(
            "passages",
            gettext("There is no passage “%(passages)s” here.") % {"passages": state.passages},
            code="unknown_passages",
        )
    return find_renderings(work, state.word, chosen, others, stretch, by_lemma=state.forms == "lemmas")


def _columns(table: RenderingTable, state: RenderingState) -> list[dict[str, object]]:
    return [
        {
            "column": one,
            "rows": [
                (each, state.changed(of=one.translation.siglum, has=each.form).query)
                for each in one.renderings[:_SHOWN]
            ],
            "more": max(0, len(one.renderings) - _SHOWN),
        }
        for one in table.columns
    ]


def _places(table: RenderingTable, state: RenderingState) -> Sequence[tuple[Place, str]] | None:
    """Return the places of the rendering asked for, each with where it is compared; None where none is asked for."""
    if state.has is None:
        return None
    found = [
        place
        for one in table.columns
        if one.translation.siglum == state.of
        for each in one.renderings
        if each.form == state.has
        for place in each.places
    ]
    said = [("base", state.translation), ("with", state.of)]
    return [(place, urlencode([*said, ("at", place.passage.reference)])) for place in found]


def _read(query: QueryDict, sigla: list[str]) -> RenderingState:
    refuse_unknown(query, _KNOWN)
    return RenderingState(
        word=query.get("word", ""),
        translation=choose_one("translation", query.get("translation", ""), ["", *sigla]) or next(iter(sigla), ""),
        passages=query.get("passages", "").strip(),
        of=choose_one("in", query.get("in", ""), ["", *sigla]),
        has=query.get("as"),
        without=choose_one("without", query.get("without", ""), ["", *sigla]),
        unit=cast("Unit", choose_one("unit", query.get("unit", "words"), ["words", "phrases"])),
        forms=choose_one("forms", query.get("forms", "written"), ["written", "lemmas"]),
        which=choose_one("which", query.get("which", "preferred"), ["preferred", "avoided"]),
        is_file=choose_one("format", query.get("format", "html"), ["html", "csv"]) == "csv",
    )
