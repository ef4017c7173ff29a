"""XLIFF 1.2 and 2.x (OASIS): a source and its target, further translations as alternatives, notes as threads.

Written is 1.2, which every tool reads, and 2.1 (`write_2`); read are 1.2 and 2.0 to 2.2. White space counts
(`xml:space="preserve"`). A target is `translated`, and never approved: an edit in other programs turns what needs
review into what is approved, and only our own record says who approved what. Sigla, roles and presences stand in
elements of our own namespace, which other programs pass over.
"""

from workbench.interchange.document import Document
from workbench.interchange.formats.xliff.reading import read
from workbench.interchange.formats.xliff.writing import write
from workbench.interchange.formats.xliff.writing_2 import write as write_2
from workbench.interchange.units import losses_of_units

__all__ = ["losses", "read", "write", "write_2"]


def losses(document: Document) -> tuple[str, ...]:
    """Say in sentences what of `document` XLIFF does not carry."""
    kept = "become notes: each comment one of its own, with its author, without dates, states, places and suggestions."
    headings = sum(bool(passage.heading) for work in document.works for passage in work.passages)
    lost = [f"{headings} headings are not carried."] if headings else []
    return (*losses_of_units(document, threads=kept), *lost)
