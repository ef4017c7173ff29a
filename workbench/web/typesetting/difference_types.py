"""How each type of difference is shown, once: its name, its line, what can be done with it, in the order of the legend.

The types themselves are the engine's `DifferenceType`; the lines are drawn by `marks.css`. A type that one of the three
does not know fails a test.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Literal

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from workbench.text.difference.comparison import DifferenceType

__all__ = ["DIFFERENCE_TYPES", "Line", "ShownType", "legend_entries"]

Line = Literal["solid", "dotted", "wavy", "double", "dashed"]


@dataclass(frozen=True, slots=True)
class ShownType:
    """A type of difference on the page: `word` names it, in the reader's language, `line` is how it is underlined.

    `is_equatable`: both sides have words, so that a rule may equate them. `marks_letters`: the words are alike enough
    for the letters that part to be marked in them. `in_legend`: it is named there; others are told by where they stand.
    """

    type: DifferenceType
    word: Promise
    line: Line
    is_equatable: bool = True
    marks_letters: bool = False
    in_legend: bool = True

    @property
    def label(self) -> str:
        """Its name in words."""
        return str(self.word)

    @property
    def css_class(self) -> str:
        """The classes of its marks: `d` as every difference has it, and its own."""
        return f"d d-{self.type} line-{self.line}"


_SHOWN = (
    ShownType("wording", pgettext_lazy("difference", "wording"), "solid", marks_letters=True),
    ShownType("gloss", pgettext_lazy("difference", "gloss"), "solid", in_legend=False),
    ShownType("addition", pgettext_lazy("difference", "added"), "solid", is_equatable=False, in_legend=False),
    ShownType("omission", pgettext_lazy("difference", "left out"), "solid", is_equatable=False, in_legend=False),
    ShownType("case", pgettext_lazy("difference", "capitals"), "dotted"),
    ShownType("punctuation", pgettext_lazy("difference", "punctuation"), "dotted"),
    ShownType("spacing", pgettext_lazy("difference", "spacing"), "dotted"),
    ShownType("diacritics", pgettext_lazy("difference", "accents"), "dotted", marks_letters=True),
    ShownType("spelling", pgettext_lazy("difference", "spelling"), "wavy", marks_letters=True),
    ShownType("number", pgettext_lazy("difference", "number"), "double"),
    ShownType("move", pgettext_lazy("difference", "moved"), "dashed", is_equatable=False),
)
DIFFERENCE_TYPES: dict[DifferenceType, ShownType] = {one.type: one for one in _SHOWN}


def legend_entries() -> Iterator[tuple[Line, str, str]]:
    """Give for each line its name, its classes and the types that it stands for, in words."""
    for line, drawn in groupby((one for one in _SHOWN if one.in_legend), key=attrgetter("line")):
        alike = list(drawn)
        yield line, alike[0].css_class, ", ".join(one.label for one in alike)
