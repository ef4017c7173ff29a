"""Models of the discussion: rows and constraints. What may be done to them is said by actions and permissions."""

from workbench.review.models.anchor import Anchor, AnchorMove
from workbench.review.models.classification import Classification
from workbench.review.models.comment import Comment
from workbench.review.models.kept_queue import KeptQueue
from workbench.review.models.mention import Mention
from workbench.review.models.note import Note
from workbench.review.models.suggestion import Suggestion
from workbench.review.models.thread import Category, Severity, Thread
from workbench.review.models.verdict import Adjudication, Judgement, Verdict

__all__ = [
    "Adjudication",
    "Anchor",
    "AnchorMove",
    "Category",
    "Classification",
    "Comment",
    "Judgement",
    "KeptQueue",
    "Mention",
    "Note",
    "Severity",
    "Suggestion",
    "Thread",
    "Verdict",
]
