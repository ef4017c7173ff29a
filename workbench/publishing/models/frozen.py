"""A work as it stood at a moment, for good."""

from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from workbench.accounts.models import Reader, Scoped, ScopedQuerySet, User, Versioned
from workbench.corpus import limits
from workbench.corpus.models import Remarks, Shown, Translation, Visibility, Work

__all__ = ["FrozenState", "FrozenStateQuerySet"]


class FrozenStateQuerySet(ScopedQuerySet["FrozenState"]):
    """Frozen states."""

    def shown_to(self, reader: Reader) -> Self:
        """Keep those that are public and the one that the reader's link opens, unless it has ended.

        None that holds a translation whose texts may be shown no longer: what is cited is there again once they may.
        """
        holds = Q(link_until=None) | Q(link_until__gt=timezone.now())
        opened = Q(holds, visibility=FrozenState.Visibility.LINK, link_digest=reader.link) & ~Q(link_digest="")
        hidden = self.model.translations.through.objects.filter(frozenstate=OuterRef("pk"))
        hidden = hidden.exclude(translation__shown=Shown.PUBLIC)
        return self.filter(opened | Q(visibility=FrozenState.Visibility.PUBLIC)).exclude(Exists(hidden))

    def without_content(self) -> Self:
        """Leave the content in the database until it is asked for."""
        return self.defer("content")


class FrozenState(Scoped, Versioned):
    """The `number`th frozen state of a work, found at its `address` for good; `title` is what it is called.

    `content` is a bundle, compressed, of `size` bytes whose SHA-256 is `digest`: it never changes, and neither do
    `revisions` (the number of each text's revision by siglum, in the order of passages; null where there is no text)
    and `view` (`base`, `ignore`, and `terms`: the glossary, `publishing.glossing`). `translations` are those it holds,
    as far as they are still there: their rights say whether it is shown. `version` counts the changes of
    `visibility`. A deleted work leaves its states.
    """

    Visibility = Visibility
    Remarks = Remarks

    work = models.ForeignKey(Work, on_delete=models.SET_NULL, null=True, related_name="frozen_states")
    address = models.SlugField(max_length=16, unique=True)
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=limits.TITLE)
    content = models.BinaryField()
    size = models.PositiveBigIntegerField()
    digest = models.CharField(max_length=64, db_index=True)
    revisions = models.JSONField(default=dict)
    view = models.JSONField(default=dict)
    translations = models.ManyToManyField(Translation, related_name="+")
    remarks = models.CharField(max_length=7, choices=Remarks, default=Remarks.NONE)
    passages = models.PositiveIntegerField()
    visibility = models.CharField(max_length=7, choices=Visibility, default=Visibility.PRIVATE)
    link_digest = models.CharField(max_length=64, blank=True, db_index=True)
    link_until = models.DateTimeField(null=True, blank=True)
    frozen_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    frozen_at = models.DateTimeField()

    objects = FrozenStateQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["work", "number"], condition=Q(work__isnull=False), name="one_frozen_state_per_number"
            ),
            models.CheckConstraint(
                condition=Q(visibility="link") & ~Q(link_digest="")
                | Q(visibility__in=["private", "public"], link_digest=""),
                name="a_link_has_its_secret",
            ),
        )

    def __str__(self) -> str:
        return self.title
