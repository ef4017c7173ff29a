"""Word documents (DOCX, ECMA-376): texts and tables in, with comments and tracked changes, and out again.

`package` has the parts, `blocks` paragraphs, `reading` and `writing` the ways to a document and back, `parts` what is
the same in each file; `interchange/office` what an OpenDocument text has as well. One translation is written as a
text, several as a table.
"""

from workbench.interchange.formats.docx.reading import read
from workbench.interchange.formats.docx.writing import write, write_review
from workbench.interchange.office.losses import losses, losses_of_review

__all__ = ["losses", "losses_of_review", "read", "write", "write_review"]
