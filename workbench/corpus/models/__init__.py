"""Models of the texts: what was translated, by whom, and what each translation says where.

Rows and constraints; what may be done to them is said by actions.
"""

from workbench.corpus.models.equivalence import Equivalence
from workbench.corpus.models.passage import Passage
from workbench.corpus.models.tally import PassageTally
from workbench.corpus.models.transfer import Import
from workbench.corpus.models.translation import Translation
from workbench.corpus.models.upload import Upload
from workbench.corpus.models.variant import Alignment, Presence, Revision, Variant
from workbench.corpus.models.work import Work

__all__ = [
    "Alignment",
    "Equivalence",
    "Import",
    "Passage",
    "PassageTally",
    "Presence",
    "Revision",
    "Translation",
    "Upload",
    "Variant",
    "Work",
]
