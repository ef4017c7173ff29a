"""A work's or a workspace's style guide."""

from django.db import models
from django.db.models import Q

from workbench.accounts.models import Scoped, User, Versioned
from workbench.corpus import limits
from workbench.corpus.models.counting import CountingQuerySet
from workbench.corpus.models.work import Work

__all__ = ["StyleRule"]


class StyleRule(Scoped, Versioned):
    """A rule of a work, or (no work) of all works of the workspace; remarks cite it by its mark: `§3.2`.

    `text` is CommonMark, as comments are; `wanted` and `unwanted` are an example of what keeps it and of what does not.
    """

    work = models.ForeignKey(Work, on_delete=models.CASCADE, null=True, blank=True, related_name="style_rules")
    mark = models.CharField(max_length=limits.MARK)
    title = models.CharField(max_length=limits.TITLE)
    text = models.TextField(blank=True, default="")
    wanted = models.CharField(max_length=limits.REASON, blank=True, default="")
    unwanted = models.CharField(max_length=limits.REASON, blank=True, default="")
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()

    objects = CountingQuerySet["StyleRule"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["work", "mark"], name="one_rule_of_a_mark_in_a_work"),
            models.UniqueConstraint(
                fields=["workspace", "mark"], condition=Q(work=None), name="one_rule_of_a_mark_in_a_workspace"
            ),
        )

    def __str__(self) -> str:
        return f"§{self.mark} {self.title}"
