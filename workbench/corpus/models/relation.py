"""What stands between the translations of a work."""

from django.db import models
from django.db.models import F, Q

from workbench.accounts.models import Scoped, ScopedQuerySet
from workbench.corpus import limits
from workbench.corpus.models.translation import Translation
from workbench.corpus.models.work import Work

__all__ = ["Derivation", "TranslationGroup"]


class TranslationGroup(Scoped):
    """Translations that are cited together, under a `siglum` that no translation of the work has."""

    work = models.ForeignKey(Work, on_delete=models.CASCADE, related_name="groups")
    siglum = models.CharField(max_length=limits.SIGLUM)
    name = models.CharField(max_length=limits.LINE, blank=True)
    members = models.ManyToManyField(Translation, related_name="groups")

    objects = ScopedQuerySet["TranslationGroup"].as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["work", "siglum"], name="one_group_per_siglum"),)

    def __str__(self) -> str:
        return self.siglum


class Derivation(Scoped):
    """`translation` was made from `source`, another one of the same work. They don't go round in a circle."""

    class Kind(models.TextChoices):
        """How it was made."""

        REVISION = "revision"
        TRANSLATION = "translation"
        COPY = "copy"

    work = models.ForeignKey(Work, on_delete=models.CASCADE, related_name="derivations")
    translation = models.ForeignKey(Translation, on_delete=models.CASCADE, related_name="sources")
    source = models.ForeignKey(Translation, on_delete=models.CASCADE, related_name="derived")
    kind = models.CharField(max_length=11, choices=Kind, default=Kind.REVISION)

    objects = ScopedQuerySet["Derivation"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["translation", "source"], name="one_derivation_from_a_source"),
            models.CheckConstraint(condition=~Q(translation=F("source")), name="nothing_derives_from_itself"),
            models.CheckConstraint(
                condition=Q(kind__in=["revision", "translation", "copy"]), name="derivation_kind_known"
            ),
        )
