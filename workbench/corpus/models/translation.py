"""One whole rendering of a work."""

from typing import Self

from django.db import models

from workbench.accounts.models import Reader, Scoped, ScopedQuerySet, Versioned
from workbench.corpus import limits
from workbench.corpus.models.shown import Shown, open_to
from workbench.corpus.models.work import Work

__all__ = ["Translation"]


class TranslationQuerySet(ScopedQuerySet["Translation"]):
    """Translations."""

    def shown_to(self, reader: Reader) -> Self:
        """Keep those of open works whose texts may be shown."""
        return self.filter(open_to(reader, "work__"), shown=Shown.PUBLIC)


class Translation(Scoped, Versioned):
    """A translator's rendering, the original itself, or a machine's, called by its `siglum`; shown at `position`.

    `title` is its own, `source` the address its text was taken from, `numbering` the way in which it counts passages,
    "" for the work's. `shown`: what people without an account see of it where its work is open to them.
    """

    class Role(models.TextChoices):
        """What the rendering is."""

        ORIGINAL = "original"
        TRANSLATION = "translation"
        MACHINE = "machine"

    work = models.ForeignKey(Work, on_delete=models.CASCADE, related_name="translations")
    position = models.PositiveIntegerField()
    siglum = models.CharField(max_length=limits.SIGLUM)
    language = models.CharField(max_length=35, blank=True)
    role = models.CharField(max_length=11, choices=Role, default=Role.TRANSLATION)
    translator = models.CharField(max_length=limits.LINE, blank=True)
    year = models.CharField(max_length=40, blank=True)
    citation = models.TextField(blank=True)
    rights = models.TextField(blank=True)
    notes = models.TextField(blank=True)
    title = models.CharField(max_length=limits.LINE, blank=True, default="")
    source = models.CharField(max_length=limits.ADDRESS, blank=True, default="")
    numbering = models.CharField(max_length=limits.NUMBERING, blank=True, default="")

    shown = models.CharField(max_length=10, choices=Shown, default=Shown.PUBLIC, db_default=Shown.PUBLIC)

    objects = TranslationQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["work", "siglum"], name="one_translation_per_siglum"),
            models.UniqueConstraint(fields=["work", "position"], name="one_translation_per_position"),
            models.CheckConstraint(
                condition=models.Q(role__in=["original", "translation", "machine"]),
                name="translation_role_known",
            ),
            models.CheckConstraint(condition=models.Q(shown__in=Shown.values), name="translation_shown_known"),
        )

    def __str__(self) -> str:
        return self.siglum
