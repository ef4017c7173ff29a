"""What the checks look for, as pages call it."""

from django.utils.translation import gettext_lazy

__all__ = ["CHECK_WORDS"]

CHECK_WORDS = {
    "number": gettext_lazy("a number that others have otherwise"),
    "name": gettext_lazy("a name that others have otherwise"),
    "negation": gettext_lazy("a denial on one side"),
    "omission": gettext_lazy("a clause left out"),
    "word": gettext_lazy("a word where all others agree on another"),
    "untranslated": gettext_lazy("left untranslated"),
    "length": gettext_lazy("length far off"),
    "term": gettext_lazy("a term not kept"),
    "spelling": gettext_lazy("a name spelt two ways"),
    "script": gettext_lazy("letters of two scripts in a word"),
    "pasted": gettext_lazy("text that stands twice"),
    "doubled": gettext_lazy("doubled words or spaces"),
    "brackets": gettext_lazy("brackets that do not close"),
    "end": gettext_lazy("no sign at the end"),
}
