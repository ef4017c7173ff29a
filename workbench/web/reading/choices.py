"""What can be chosen on top of the compare page, each choice with the address it leads to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy, pgettext, pgettext_lazy

from workbench.corpus.comparing import group_by_language
from workbench.corpus.models import Translation
from workbench.text import Ignorable
from workbench.web.reading.state import CompareState, is_comparable
from workbench.web.typesetting.difference_types import legend_entries

__all__ = ["GRAIN_WORDS", "Choice", "Choices", "choose_ignored", "choose_translations"]

_IGNORABLE_WORDS: dict[str, Promise] = {
    "case": pgettext_lazy("no difference of", "capitals"),
    "punctuation": pgettext_lazy("no difference of", "punctuation"),
    "spacing": pgettext_lazy("no difference of", "spacing"),
    "diacritics": pgettext_lazy("no difference of", "accents"),
    "form": pgettext_lazy("no difference of", "Unicode form"),
    "glosses": pgettext_lazy("no difference of", "[glosses]"),
}
GRAIN_WORDS: dict[str, Promise] = {"regions": gettext_lazy("Readings"), "words": gettext_lazy("Word by word")}
_MOST_COLUMNS = 12
_VIEW_WORDS: dict[str, Promise] = {
    "columns": pgettext_lazy("view", "Columns"),
    "interleaved": pgettext_lazy("view", "Interleaved"),
    "inline": pgettext_lazy("view", "Inline"),
    "apparatus": pgettext_lazy("view", "Apparatus"),
}
_STANDING: dict[str, Promise] = {
    "on": pgettext_lazy("a line of the legend is shown", "on"),
    "faint": pgettext_lazy("a line of the legend is shown", "faint"),
    "off": pgettext_lazy("a line of the legend is shown", "off"),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: as a link (`query`) or as the value of a field."""

    label: str
    value: str
    is_chosen: bool
    query: str = ""
    translation: Translation | None = None


@dataclass(frozen=True, slots=True)
class Switch:
    """A line of the legend: its classes, what it says, how it is shown (`on`, `faint`, `off`), and the address of the
    next way."""

    classes: str
    words: str
    standing: str
    query: str

    @property
    def said(self) -> str:
        """How it is shown, in a word."""
        return str(_STANDING[self.standing])

    @property
    def title(self) -> str:
        """How it is shown, and what a click does."""
        return gettext("Shown %(how)s; click for the next of on, faint, off") % {"how": self.said}


@dataclass(frozen=True, slots=True)
class Choices:
    """The choices of a compare page in a given state."""

    state: CompareState
    translations: Sequence[Translation]

    @property
    def views(self) -> Iterable[Choice]:
        """The ways to set the texts."""
        for value, label in _VIEW_WORDS.items():
            query = self.state.changed(view=value).query
            yield Choice(str(label), value, self.state.view == value, query)

    @property
    def grains(self) -> Iterable[Choice]:
        """Readings as long as they part, or word by word."""
        for value, label in GRAIN_WORDS.items():
            yield Choice(str(label), value, self.state.grain == value, self.state.changed(grain=value).query)

    @property
    def marks(self) -> Iterable[Choice]:
        """Clean texts, or texts with their differences marked."""
        for value, label in (("on", pgettext("texts", "Marked")), ("off", pgettext("texts", "Clean"))):
            is_marked = value == "on"
            query = self.state.changed(is_marked=is_marked).query
            yield Choice(label, value, self.state.is_marked == is_marked, query)

    @property
    def weights(self) -> Iterable[Choice]:
        """All marks alike, or by how much they matter."""
        for value, label in (("off", gettext("All alike")), ("on", gettext("What matters"))):
            is_weighed = value == "on"
            query = self.state.changed(is_weighed=is_weighed).query
            yield Choice(label, value, self.state.is_weighed == is_weighed, query)

    @property
    def terms(self) -> Iterable[Choice]:
        """The glossary's terms marked in the texts, or not."""
        for value, label in (("on", gettext("Terms")), ("off", gettext("No terms"))):
            shows = value == "on"
            query = self.state.changed(shows_terms=shows).query
            yield Choice(label, value, self.state.shows_terms == shows, query)

    @property
    def switches(self) -> Iterable["Switch"]:
        """The lines of the legend, each with what it stands at and the address of the next: on, faint, off."""
        for line, classes, words in legend_entries():
            faint, off = self.state.faint - {line}, self.state.off - {line}
            if line in self.state.off:
                standing, changed = "off", self.state.changed(faint=faint, off=off)
            elif line in self.state.faint:
                standing, changed = "faint", self.state.changed(faint=faint, off=off | {line})
            else:
                standing, changed = "on", self.state.changed(faint=faint | {line}, off=off)
            yield Switch(classes, words, standing, changed.query)

    @property
    def bases(self) -> Iterable[Choice]:
        """The translations, the base chosen."""
        return choose_translations(self.translations, [self.state.base])

    @property
    def kindred_bases(self) -> Iterable[Choice]:
        """Other bases that have a translation in their own language to be compared with: the first of each language."""
        for places in group_by_language(self.translations).values():
            first = self.translations[places[0]]
            if len(places) > 1 and not is_comparable(first, self.state.base):
                yield Choice(first.siglum, first.siglum, False, urlencode({"base": first.siglum}), first)

    @property
    def others(self) -> Iterable[Choice]:
        """The translations, the columns beside the base chosen."""
        return choose_translations(self.translations, self.state.others)

    @property
    def absent(self) -> list[Translation]:
        """The translations that stand in no column."""
        shown = {one.pk for one in self.state.columns}
        return [one for one in self.translations if one.pk not in shown]

    @property
    def all_query(self) -> str:
        """The address with all translations in columns; "" where these would be more than anybody reads."""
        others = tuple(one for one in self.translations if one.pk != self.state.base.pk)
        return self.state.changed(others=others).query if len(others) < _MOST_COLUMNS else ""

    @property
    def ignorable(self) -> Iterable[Choice]:
        """What may make no difference."""
        return choose_ignored(self.state.ignore)


def choose_translations(rows: Iterable[Translation], chosen: Iterable[Translation]) -> list[Choice]:
    """Offer translations by their sigla, some of them chosen."""
    pks = {one.pk for one in chosen}
    return [Choice(row.siglum, row.siglum, row.pk in pks, translation=row) for row in rows]


def choose_ignored(ignore: frozenset[Ignorable]) -> list[Choice]:
    """Offer what may make no difference, some of it chosen."""
    return [Choice(str(label), value, value in ignore) for value, label in _IGNORABLE_WORDS.items()]
