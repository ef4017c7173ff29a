"""Collation: N versions of one passage as a table, a row for each witness and a column for each place.

The problem. Two versions can be compared by their longest common subsequence of words. With N versions
the best table is the one in which most pairs of equal words stand in one column (the *sum of pairs*),
and to find it is NP-hard (Wang and Jiang 1994, doi:10.1089/cmb.1994.1.337). So it is built step by
step: the two most alike versions first, then the others, each aligned to the table so far by a
bit-parallel longest common subsequence (`profile`); and then refined (`refinement`): each version is
taken out of its place and put back where it agrees with the others best, until nothing gets better.

The table depends on what the witnesses say and never on their order: witnesses with equal words are one
row while aligning, rows are sorted by their words, and every tie is decided by that order.

Here live the table (`table`), the view of it as an apparatus (`apparatus`) and the three steps that make it (`rows`,
`profile`, `refinement`; with `matching`, `places`, `paths` and `scoring`), after which `settling` makes it agree with
`diff` and `regions` joins its columns. What scholars say against it is applied by `correcting`; `transposing` tells
which readings of an apparatus are words moved. No rendering: cells are spans of the texts given.
"""

from workbench.text.collation.apparatus import Entry, Reading, apparatus
from workbench.text.collation.correcting import CORRECTIONS, Correction, CorrectionKind, Mark, correct
from workbench.text.collation.segments import cut_texts
from workbench.text.collation.table import Collation, collate
from workbench.text.collation.transposing import Transposed, find_transpositions
from workbench.text.collation.values import Column, group_witnesses

__all__ = [
    "CORRECTIONS",
    "Collation",
    "Column",
    "Correction",
    "CorrectionKind",
    "Entry",
    "Mark",
    "Reading",
    "Transposed",
    "apparatus",
    "collate",
    "correct",
    "cut_texts",
    "find_transpositions",
    "group_witnesses",
]
