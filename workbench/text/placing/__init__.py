"""Placing: a running text on the passages of a work, proposed by the aligner and put right by a person.

A `Placing` is the whole text in pieces, in order and without a gap; each piece is the words of one passage or
boilerplate, which has no place. `propose` makes one, `take_step` changes it: every change is a value of its own, so
that what was done is a list of steps, and undoing is leaving out the last. Where words belong is worked out by
`alignment`; that a placing is kept, and imported, is `review.transfer`'s.
"""

from workbench.text.placing.consensus import distribute_beside
from workbench.text.placing.cuts import word_starts
from workbench.text.placing.errors import CannotStep, UnknownStep
from workbench.text.placing.proposing import propose
from workbench.text.placing.steps import take_step, take_steps
from workbench.text.placing.values import Piece, Placing, State

__all__ = [
    "CannotStep",
    "Piece",
    "Placing",
    "State",
    "UnknownStep",
    "distribute_beside",
    "propose",
    "take_step",
    "take_steps",
    "word_starts",
]
