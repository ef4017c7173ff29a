"""What a mark's category and severity are called in the file, and what they are here.

The file's categories are those of Google's MQM hierarchy; each has the nearest of ours. A mark's comment keeps the
file's own words, so that nothing is lost and everything is written back.
"""

from workbench.interchange.vocabulary import CATEGORIES

__all__ = ["NO_ERROR", "category_of", "label_of", "severity_name", "severity_of"]

NO_ERROR = "No-error"
"""Category and severity of a row that says: the rater looked, and found nothing."""

_NEAREST = {
    "accuracy": "accuracy/mistranslation",
    "accuracy/untranslated text": "accuracy/mistranslation",
    "non-translation!": "accuracy/mistranslation",
    "fluency/register": "style",
    "locale convention": "locale",
}
_LABELS = {
    "accuracy/mistranslation": "Accuracy/Mistranslation",
    "accuracy/omission": "Accuracy/Omission",
    "accuracy/addition": "Accuracy/Addition",
    "terminology": "Terminology",
    "fluency/grammar": "Fluency/Grammar",
    "fluency/spelling": "Fluency/Spelling",
    "fluency/punctuation": "Fluency/Punctuation",
    "style": "Style/Awkward",
    "locale": "Locale convention",
}
_SEVERITIES = {"neutral": "Neutral", "minor": "Minor", "major": "Major", "critical": "Critical"}


def category_of(label: str) -> str:
    """Return our category for one of the file's: the same, its top, or the nearest; `other` for the rest."""
    name = label.strip().casefold()
    top = name.partition("/")[0]
    found = (_NEAREST.get(known, known) for known in (name, top))
    return next((category for category in found if category in CATEGORIES), "other")


def label_of(category: str) -> str:
    """Return what the file calls one of our categories; `Other` for those it does not know."""
    return _LABELS.get(category, "Other")


def severity_of(name: str) -> str | None:
    """Return our severity for the file's, None for one that is not known."""
    known = name.strip().casefold()
    return known if known in _SEVERITIES else None


def severity_name(severity: str) -> str:
    """Return what the file calls one of our severities; `Neutral` where none was given."""
    return _SEVERITIES.get(severity, "Neutral")
