"""How an edition may be set, and what it is printed on: the one list for forms, API, jobs and commands."""

from django.utils.translation import gettext_lazy

__all__ = ["LAYOUTS", "PAPERS"]

LAYOUTS = {
    "columns": gettext_lazy("all versions beside each other"),
    "facing": gettext_lazy("the first on the left page, the others facing it"),
    "apparatus": gettext_lazy("the first alone, what others read in an apparatus below"),
}
"""Each with what it is called, the usual one first."""

PAPERS = {"A4": "A4", "letter": "US Letter"}
"""Each, as CSS names it, with what it is called; the usual one first."""
