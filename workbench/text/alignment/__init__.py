"""Alignment: which part of one version answers which part of another, when nobody wrote it down.

Two translations of a text share no line numbers; one merges two paragraphs, leaves out a third and splits a
fourth. What they share is words (rare ones above all), lengths and order. So the work is done in three steps: a
*path* through both texts by the rare words common to both; *weights*, learned from these texts, of what a shared
word or an unshared one says; and a dynamic programme near the path that finds the likeliest chain of *beads*
(`align`) or *cuts* (`distribute`).

`aligning` answers for two lists, `distributing` for a running text; `sentences` and `shifts` are asked alone. The
others are their steps: words as numbers (`words`, `weights`, `endings`), two languages (`cognates`, `lexicon`,
`translating`), the search (`bands`, `beads`, `path`, `lattice`, `segments`). What a person does with the answer is
`placing`.
"""

from workbench.text.alignment.aligning import align
from workbench.text.alignment.distributing import distribute
from workbench.text.alignment.errors import TooManyUnits
from workbench.text.alignment.sentences import sentences
from workbench.text.alignment.shifts import Shift, find_shifts
from workbench.text.alignment.values import Alignment, Bead, Distribution, Placement

__all__ = [
    "Alignment",
    "Bead",
    "Distribution",
    "Placement",
    "Shift",
    "TooManyUnits",
    "align",
    "distribute",
    "find_shifts",
    "sentences",
]
