"""What readers are told of a discussion (its state, its kind, what became of a suggestion), and who reads."""

from django.utils.translation import gettext_lazy, pgettext_lazy

__all__ = ["kind_words", "outcome_words", "state_words", "visibility_words"]

_VISIBILITIES = {
    "private": pgettext_lazy("who reads it", "private"),
    "link": pgettext_lazy("who reads it", "link"),
    "public": pgettext_lazy("who reads it", "public"),
}
_STATES = {
    "open": pgettext_lazy("state of a discussion", "open"),
    "in_progress": pgettext_lazy("state of a discussion", "in progress"),
    "resolved": pgettext_lazy("state of a discussion", "resolved"),
    "wont_fix": pgettext_lazy("state of a discussion", "won’t fix"),
}
_OUTCOMES = {
    "open": pgettext_lazy("state of a suggestion", "open"),
    "accepted": pgettext_lazy("state of a suggestion", "accepted"),
    "rejected": pgettext_lazy("state of a suggestion", "rejected"),
    "superseded": pgettext_lazy("state of a suggestion", "superseded"),
}
_KINDS = {
    "accuracy/mistranslation": gettext_lazy("accuracy/mistranslation"),
    "accuracy/omission": gettext_lazy("accuracy/omission"),
    "accuracy/addition": gettext_lazy("accuracy/addition"),
    "terminology": gettext_lazy("terminology"),
    "fluency/grammar": gettext_lazy("fluency/grammar"),
    "fluency/spelling": gettext_lazy("fluency/spelling"),
    "fluency/punctuation": gettext_lazy("fluency/punctuation"),
    "style": pgettext_lazy("category of a discussion", "style"),
    "locale": pgettext_lazy("category of a discussion", "locale"),
    "question": pgettext_lazy("category of a discussion", "question"),
    "other": pgettext_lazy("category of a discussion", "other"),
    "neutral": pgettext_lazy("severity", "neutral"),
    "minor": pgettext_lazy("severity", "minor"),
    "major": pgettext_lazy("severity", "major"),
    "critical": pgettext_lazy("severity", "critical"),
}


def state_words(state: str) -> str:
    """Say how a discussion stands."""
    return str(_STATES.get(state, state))


def outcome_words(state: str) -> str:
    """Say what became of a suggestion."""
    return str(_OUTCOMES.get(state, state))


def kind_words(category: str, severity: str) -> str:
    """Say what a discussion is about and how grave it is; names of a workspace's own lists as they are."""
    return ", ".join(str(_KINDS.get(one, one)) for one in (category, severity) if one)


def visibility_words(visibility: str) -> str:
    """Say who reads it, in a word."""
    return str(_VISIBILITIES.get(visibility, visibility))
