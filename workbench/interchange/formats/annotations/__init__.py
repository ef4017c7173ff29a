"""Web annotations (W3C Web Annotation Data Model 2017, JSON-LD): remarks with authors, dates and selectors, in and out.

`writing` makes a page of annotations of the threads, `reading` threads of annotations, `model` knows the many ways in
which the model lets one thing be said, `terms` what we add to it, `losses` what is not carried. The texts that are
spoken of stand beside the annotations in terms of our own, which other programs pass over.
"""

from workbench.interchange.formats.annotations.losses import losses
from workbench.interchange.formats.annotations.reading import read
from workbench.interchange.formats.annotations.writing import write

__all__ = ["losses", "read", "write"]
