"""What we add to the vocabulary of web annotations, and how the texts that are spoken of are named."""

from urllib.parse import quote

__all__ = ["CONTEXT", "DETAILS", "OWN", "TEXTS", "TRANSLATIONS", "name_of_text"]

OWN = "https://translation-workbench.example/annotation#"
CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"workbench": OWN}]
TRANSLATIONS, TEXTS, DETAILS = "workbench:translations", "workbench:texts", "workbench:details"


def name_of_text(reference: str, siglum: str = "") -> str:
    """Return the name of a passage, or of a translation's text of it."""
    return ":".join(["urn:x-workbench", *(quote(one, safe="") for one in (reference, siglum) if one)])
