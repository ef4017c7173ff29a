"""Models of the discussion: rows and constraints. What may be done to them is said by actions and permissions."""

from workbench.review.models.anchor import Anchor, AnchorMove
from workbench.review.models.comment import Comment
from workbench.review.models.suggestion import Suggestion
from workbench.review.models.thread import Category, Severity, Thread

__all__ = ["Anchor", "AnchorMove", "Category", "Comment", "Severity", "Suggestion", "Thread"]
