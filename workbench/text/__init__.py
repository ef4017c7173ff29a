"""The text engine: words in, frozen values out. No Django, no database, no clock, no randomness, never HTML.

All offsets count Unicode code points of the text given and are half-open.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from workbench.text.anchors.anchors import Anchor, carry, carry_all, find, make_anchor
from workbench.text.anchors.merging import merge
from workbench.text.anchors.outcomes import Outcome, follow_all
from workbench.text.collation import Collation, Column, Entry, Reading, apparatus, collate
from workbench.text.difference.comparison import CharacterDifference, Comparison, Difference, Segment
from workbench.text.difference.diff import diff
from workbench.text.difference.links import Link
from workbench.text.variation import (
    Branch,
    Dendrogram,
    Leaf,
    Matrix,
    Variation,
    cluster,
    distance_matrix,
    place,
    variation,
)
from workbench.text.words.errors import InvalidRange, QuoteAmbiguous, QuoteNotFound
from workbench.text.words.keys import IGNORABLE, Ignorable, Key, Keys, Rule, has_words, keys_of, read_keys
from workbench.text.words.segmentation import SEGMENTATION
from workbench.text.words.spans import Span
from workbench.text.words.tokens import Token, tokenise
from workbench.text.words.validity import InvalidText, check_text, describe_character, with_lf_line_ends

if TYPE_CHECKING:
    from workbench.text.alignment import (
        Alignment,
        Bead,
        Distribution,
        Placement,
        Shift,
        TooManyUnits,
        align,
        distribute,
        find_shifts,
        sentences,
    )

__all__ = [
    "IGNORABLE",
    "SEGMENTATION",
    "Alignment",
    "Anchor",
    "Bead",
    "Branch",
    "CharacterDifference",
    "Collation",
    "Column",
    "Comparison",
    "Dendrogram",
    "Difference",
    "Distribution",
    "Entry",
    "Ignorable",
    "InvalidRange",
    "InvalidText",
    "Key",
    "Keys",
    "Leaf",
    "Link",
    "Matrix",
    "Outcome",
    "Placement",
    "QuoteAmbiguous",
    "QuoteNotFound",
    "Reading",
    "Rule",
    "Segment",
    "Shift",
    "Span",
    "Token",
    "TooManyUnits",
    "Variation",
    "align",
    "apparatus",
    "carry",
    "carry_all",
    "check_text",
    "cluster",
    "collate",
    "describe_character",
    "diff",
    "distance_matrix",
    "distribute",
    "find",
    "find_shifts",
    "follow_all",
    "has_words",
    "keys_of",
    "make_anchor",
    "merge",
    "place",
    "read_keys",
    "sentences",
    "tokenise",
    "variation",
    "with_lf_line_ends",
]


_OF_ALIGNMENT = frozenset(
    [
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
)


def __getattr__(name: str) -> object:
    """Load the aligner when it is asked for: it takes as long to load as all the rest, and comparing does without."""
    if name not in _OF_ALIGNMENT:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module("workbench.text.alignment"), name)
