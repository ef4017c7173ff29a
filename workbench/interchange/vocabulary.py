"""The closed lists of the neutral document. `corpus` and `review` store the same words (their tests
compare).
"""

__all__ = [
    "ALIGNMENTS",
    "ANCHOR_STATES",
    "CATEGORIES",
    "PRESENCES",
    "ROLES",
    "SEVERITIES",
    "SUGGESTION_STATES",
    "THREAD_STATES",
]

PRESENCES = ("present", "omitted", "joined")
ALIGNMENTS = ("auto", "confirmed")
ROLES = ("original", "translation", "machine")
THREAD_STATES = ("open", "resolved")
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
