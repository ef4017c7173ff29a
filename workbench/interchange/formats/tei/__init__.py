"""TEI P5: one text in prose, verse or dialogue, or several witnesses with an apparatus.

`header` reads what the file says of itself; `reading` parts the text into passages, which `gathering` collects;
`words` says what stands in them, and `voices` which witness hears it; `marks` knows the elements of marked words;
`apart` reads an apparatus that leads into the text from elsewhere. Out: `writing`, with `pieces` (the texts cut where
they part), `segmentation`, `endpoints` or `linked` (which is read too), `markup_out`, `header_out`, `paths`; `losses`
says what is not carried.
"""

from workbench.interchange.formats.tei.losses import losses
from workbench.interchange.formats.tei.reading import read
from workbench.interchange.formats.tei.writing import write, write_apart, write_linked

__all__ = ["losses", "read", "write", "write_apart", "write_linked"]
