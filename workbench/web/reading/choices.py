"""What can be chosen on top of the compare page, each choice with the address it leads to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workbench.corpus.models import Translation
from workbench.text import IGNORABLE
from workbench.web.reading.state import CompareState

__all__ = ["GRAIN_WORDS", "IGNORABLE_WORDS", "Choice", "Choices"]

IGNORABLE_WORDS = {
    "case": "capitals",
    "punctuation": "punctuation",
    "spacing": "spacing",
    "diacritics": "accents",
    "form": "Unicode form",
    "glosses": "[glosses]",
}
GRAIN_WORDS = {"regions": "Readings", "words": "Word by word"}
_VIEW_WORDS = {"columns": "Columns", "interleaved": "Interleaved", "inline": "Inline", "apparatus": "Apparatus"}


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: as a link (`query`) or as the value of a field."""

    label: str
    value: str
    is_chosen: bool
    query: str = ""
    translation: Translation | None = None


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
            yield Choice(label, value, self.state.view == value, query)

    @property
    def grains(self) -> Iterable[Choice]:
        """Readings as long as they part, or word by word."""
        for value, label in GRAIN_WORDS.items():
            yield Choice(label, value, self.state.grain == value, self.state.changed(grain=value).query)

    @property
    def marks(self) -> Iterable[Choice]:
        """Clean texts, or texts with their differences marked."""
        for value, label in (("on", "Marked"), ("off", "Clean")):
            is_marked = value == "on"
            query = self.state.changed(is_marked=is_marked).query
            yield Choice(label, value, self.state.is_marked == is_marked, query)

    @property
    def bases(self) -> Iterable[Choice]:
        """The translations, the base chosen."""
        for row in self.translations:
            yield Choice(row.siglum, row.siglum, row.pk == self.state.base.pk, translation=row)

    @property
    def others(self) -> Iterable[Choice]:
        """The translations, the columns beside the base chosen."""
        shown = {row.pk for row in self.state.others}
        for row in self.translations:
            yield Choice(row.siglum, row.siglum, row.pk in shown, translation=row)

    @property
    def ignorable(self) -> Iterable[Choice]:
        """What may make no difference."""
        for value, label in IGNORABLE_WORDS.items():
            if value in IGNORABLE:
                yield Choice(label, value, value in self.state.ignore)
