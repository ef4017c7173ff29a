"""The closed lists of the neutral document. `corpus` and `review` store the same words (their tests
compare).
"""

__all__ = [
    "ALIGNMENTS",
    "ANCHOR_STATES",
    "CATEGORIES",
    "CORRECTIONS",
    "DERIVATIONS",
    "FORMER_MOVES",
    "MARKUP",
    "MOVES",
    "POINTS",
    "PRESENCES",
    "ROLES",
    "SEVERITIES",
    "SUGGESTION_STATES",
    "THREAD_STATES",
    "UNSETTLED_STATES",
]

PRESENCES = ("present", "omitted", "joined", "lacunose")
"""The translation has the passage; left it out; has it within the one before; cannot say, for its words are lost."""

ALIGNMENTS = ("auto", "confirmed")
ROLES = ("original", "translation", "machine")
THREAD_STATES = ("open", "in_progress", "resolved", "wont_fix")
UNSETTLED_STATES = ("open", "in_progress")
"""Those in which something is left to do."""

MOVES = ("kept", "changed", "found", "orphaned", "restored", "confirmed", "reattached", "resegmented")
FORMER_MOVES = {"realigned": "resegmented"}
"""As bundles of before have it, and as it is called now."""
ANCHOR_STATES = ("placed", "changed", "orphaned")
SUGGESTION_STATES = ("open", "accepted", "rejected", "superseded")
SEVERITIES = ("neutral", "minor", "major", "critical")
CATEGORIES = (
    "accuracy/mistranslation",
    "accuracy/omission",
    "accuracy/addition",
    "terminology",
    "fluency/grammar",
    "fluency/spelling",
    "fluency/punctuation",
    "style",
    "locale",
    "question",
    "other",
)
"""After the top of the MQM core typology, with two of our own: question, other."""

CORRECTIONS = ("joined", "parted", "same", "apart", "moved", "linked", "unlinked")
"""Of a collation, as `text.collation.Correction` has them; of two words: they answer each other, or do not."""

DERIVATIONS = ("revision", "translation", "copy")
"""One translation revises the other; was translated from it; was copied from it."""

MARKUP = (
    "emphasis",
    "strong",
    "style",  # value: how it is set (small capitals, superscript, underlined)
    "name",
    "term",
    "quote",  # value: who speaks, where that is said
    "foreign",  # language: of these words
    "link",  # value: the address it leads to
    "line",  # a line of verse; value: how many steps it is indented
    "paragraph",
    "heading",  # value: its level
    "page",  # a point where a page begins; value: its number
    "number",  # a number printed inside the text; value: the reference it stands for, where that is not what is printed
    "supplied",  # put there by the editor; value: why
    "deleted",  # struck out in the source, or by the editor
    "added",  # written in later in the source
    "unclear",
    "lacuna",  # a point from which on words are lost, or words that stand for lost ones; value: how much is lost
    "note",  # text: what it says, at the point or of the words; value: the mark it is called by
    "code",  # a placeholder, or what a program wants kept; value: its name, text: what it stands for
)
"""What spans of a text may say of it. A point has a `page`, a `note`, a `lacuna` or a `code`; all others have words."""

POINTS = frozenset({"page", "note", "lacuna", "code"})
"""The kinds that may stand between two characters."""
