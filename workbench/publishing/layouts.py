"""How an edition may be set, and what it is printed on: the one list for forms, API, jobs and commands."""

__all__ = ["LAYOUTS", "PAPERS"]

LAYOUTS = {
    "columns": "all versions beside each other",
    "facing": "the first on the left page, the others facing it",
    "apparatus": "the first alone, what others read in an apparatus below",
}
"""Each with what it is called, the usual one first."""

PAPERS = {"A4": "A4", "letter": "US Letter"}
"""Each, as CSS names it, with what it is called; the usual one first."""
