"""Texts of LibreOffice and others (OpenDocument 1.3, ODT): paragraphs and tables, comments and tracked changes, in
and out.

`package` has the parts, `blocks` paragraphs, `reading` and `writing` the ways to a document and back, `parts` what is
the same in each file; `interchange/office` what a Word document has as well. One translation is written as a text,
several as a table.
"""

from workbench.interchange.formats.odt.reading import read
from workbench.interchange.formats.odt.writing import write, write_review
from workbench.interchange.office.losses import losses, losses_of_review

__all__ = ["losses", "losses_of_review", "read", "write", "write_review"]
