"""What one translation says for one passage, and every state this text had."""

from typing import Self

from django.db import models
from django.db.models import Q

from workbench.accounts.models import Reader, Scoped, ScopedQuerySet, User, Versioned, Workspace
from workbench.corpus import limits
from workbench.corpus.models.passage import Passage
from workbench.corpus.models.shown import Shown, open_to
from workbench.corpus.models.translation import Translation
from workbench.corpus.models.work import Work
from workbench.interchange.document import SpanRecord
from workbench.interchange.markup import unpack_markup

__all__ = ["Alignment", "Presence", "Revision", "Variant"]


class Presence(models.TextChoices):
    """Whether the translation has the passage; no variant at all means: not entered yet.

    A lacunose one cannot say whether it had it: its words there are lost.
    """

    PRESENT = "present"
    OMITTED = "omitted"
    JOINED = "joined"
    LACUNOSE = "lacunose"


class Alignment(models.TextChoices):
    """How a text came to its passage: placed by the aligner, or looked at by a person; "" where the source said."""

    AUTO = "auto"
    CONFIRMED = "confirmed"


class VariantQuerySet(ScopedQuerySet["Variant"]):
    """Texts."""

    def shown_to(self, reader: Reader) -> Self:
        """Keep those of open works in translations whose texts may be shown."""
        return self.filter(open_to(reader, "work__"), translation__shown=Shown.PUBLIC)


class Variant(Scoped, Versioned):
    """The present text; `version` is the number of the revision that holds it.

    `markup` is what `interchange.markup` packed of its spans. `reference` is what the translation itself prints for the
    passage, where that is another than the passage's; `reading_order` its place in the translation's own order.
    """

    work = models.ForeignKey(Work, on_delete=models.CASCADE, related_name="variants")
    passage = models.ForeignKey(  # its constraint is an index
        Passage, on_delete=models.CASCADE, related_name="variants", db_index=False
    )
    translation = models.ForeignKey(Translation, on_delete=models.CASCADE, related_name="variants")
    text = models.TextField(blank=True)
    presence = models.CharField(max_length=8, choices=Presence, default=Presence.PRESENT)
    updated_at = models.DateTimeField()
    alignment = models.CharField(max_length=9, choices=Alignment, blank=True, default="", db_default="")
    markup = models.TextField(blank=True, default="", db_default="")
    reference = models.CharField(max_length=limits.REFERENCE, blank=True, default="", db_default="")
    reading_order = models.PositiveIntegerField(null=True, blank=True)

    objects = VariantQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["passage", "translation"], name="one_variant_per_translation"),
            models.CheckConstraint(condition=Q(presence="present") | Q(text=""), name="absent_variant_has_no_text"),
            models.CheckConstraint(condition=Q(presence__in=Presence.values), name="variant_presence_known"),
            models.CheckConstraint(condition=Q(alignment__in=["", *Alignment.values]), name="variant_alignment_known"),
        )
        # Which passages are joined is asked with every write and every page.
        indexes = (
            models.Index(fields=["work"], condition=Q(presence="joined"), name="joined_variants"),
            models.Index(
                fields=["translation", "reading_order"],
                condition=Q(reading_order__isnull=False),
                name="variants_in_own_order",
            ),
        )

    @property
    def spans(self) -> tuple[SpanRecord, ...]:
        """Its markup."""
        return unpack_markup(self.markup)

    @property
    def lacunae(self) -> tuple[int, ...]:
        """The places in its text (code points) at which words are lost."""
        return tuple(span.end for span in self.spans if span.kind == "lacuna") if "lacuna" in self.markup else ()


class Revision(Scoped):
    """One state of a variant: written once, never changed. `attributed_to` names an author without an account."""

    # No index of their own: the constraint is one, and nobody asks for the revisions of a workspace.
    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+", db_index=False)
    variant = models.ForeignKey(Variant, on_delete=models.CASCADE, related_name="revisions", db_index=False)
    number = models.PositiveIntegerField()
    text = models.TextField(blank=True)
    presence = models.CharField(max_length=8, choices=Presence, default=Presence.PRESENT)
    markup = models.TextField(blank=True, default="", db_default="")
    reason = models.CharField(max_length=limits.REASON, blank=True)
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    attributed_to = models.CharField(max_length=limits.LINE, blank=True)
    created_at = models.DateTimeField()

    objects = ScopedQuerySet["Revision"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["variant", "number"], name="one_revision_per_number"),
            models.CheckConstraint(condition=Q(number__gte=1), name="revisions_count_from_one"),
        )
