"""The passages, translations and variants that somebody may see, ready to be shown."""

from django.db.models import Prefetch, QuerySet

from workbench.accounts.models import User
from workbench.corpus.models import Passage, Translation, Variant

__all__ = ["passages", "translations", "variants", "with_variants"]


def translations(user: User) -> QuerySet[Translation]:
    """Return the translations the user may see, ready to be shown."""
    rows: QuerySet[Translation] = Translation.objects.visible_to(user).select_related("work__workspace")
    return rows


def passages(user: User) -> QuerySet[Passage]:
    """Return the passages the user may see, ready to be shown."""
    rows: QuerySet[Passage] = Passage.objects.visible_to(user).select_related("work__workspace")
    return rows


def with_variants(rows: QuerySet[Passage]) -> QuerySet[Passage]:
    """Load what each translation says for each passage, in the translations' order: one query more."""
    said = Variant.objects.select_related("work__workspace", "passage", "translation")
    return rows.prefetch_related(Prefetch("variants", said.order_by("translation__position")))


def variants(user: User) -> QuerySet[Variant]:
    """Return the variants the user may see, ready to be shown."""
    rows: QuerySet[Variant] = Variant.objects.visible_to(user).select_related(
        "work__workspace", "passage", "translation"
    )
    return rows
