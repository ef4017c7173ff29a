"""Names of columns of a table that hold no translation, by what they hold; in brackets (`notes []`) they do."""

__all__ = ["RESERVED", "role_of"]

RESERVED = {
    "comment": frozenset({"comment", "comments", "kommentar", "commentaire", "комментарий"}),
    "state": frozenset({"state", "status"}),
    "heading": frozenset({"heading", "überschrift"}),
    "note": frozenset({"note", "notes", "remark", "remarks", "footnote", "footnotes", "anmerkung", "anmerkungen"}),
}


def role_of(name: str) -> str:
    """Return what a column of this name holds, "" where that is a text."""
    said = name.strip().casefold()
    return next((role for role, names in RESERVED.items() if said in names), "")
