"""Models of the texts: what was translated, by whom, and what each translation says where.

Rows and constraints; what may be done to them is said by actions.
"""

from workbench.corpus.models.check import Check, CheckChoice
from workbench.corpus.models.correction import Correction, CorrectionMark
from workbench.corpus.models.equivalence import Equivalence
from workbench.corpus.models.indexed import IndexedText
from workbench.corpus.models.job import Job, JobPart
from workbench.corpus.models.kinds import PassageKinds
from workbench.corpus.models.link import ConfirmedLink, LinkVerdict
from workbench.corpus.models.passage import Passage, join_path, split_path
from workbench.corpus.models.relation import Derivation, TranslationGroup
from workbench.corpus.models.showing import Showing
from workbench.corpus.models.shown import Remarks, Shown, Visibility
from workbench.corpus.models.style_rule import StyleRule
from workbench.corpus.models.tally import PassageTally
from workbench.corpus.models.term import Term
from workbench.corpus.models.transfer import Import
from workbench.corpus.models.translation import Translation
from workbench.corpus.models.upload import Upload
from workbench.corpus.models.variant import Alignment, Presence, Revision, Variant
from workbench.corpus.models.vocabulary import TranslationWords
from workbench.corpus.models.work import Work

__all__ = [
    "Alignment",
    "Check",
    "CheckChoice",
    "ConfirmedLink",
    "Correction",
    "CorrectionMark",
    "Derivation",
    "Equivalence",
    "Import",
    "IndexedText",
    "Job",
    "JobPart",
    "LinkVerdict",
    "Passage",
    "PassageKinds",
    "PassageTally",
    "Presence",
    "Remarks",
    "Revision",
    "Showing",
    "Shown",
    "StyleRule",
    "Term",
    "Translation",
    "TranslationGroup",
    "TranslationWords",
    "Upload",
    "Variant",
    "Visibility",
    "Work",
    "join_path",
    "split_path",
]
