"""The passages, translations and variants that somebody may see, ready to be shown."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from workbench.accounts.models import User
from workbench.api.protocol.problems import bad_parameter
from workbench.corpus.addressing import Stretch, find_stretch
from workbench.corpus.models import Passage, Translation, Variant, Work
from workbench.text.words.digits import read_digits

__all__ = [
    "find_stretch_of",
    "find_translation_of",
    "find_variant_of",
    "passages",
    "translations",
    "variants",
    "with_variants",
]


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


def find_stretch_of(work: Work, asked: Mapping[str, Any]) -> Stretch | None:
    """Return the passages that the parameter `passages` names, None where there is none; raise 422 for unknown ones."""
    written = asked.get("passages", "")
    found = find_stretch(work, written) if written else None
    if written and found is None:
        raise bad_parameter("passages", f"There is no passage {written} here.")
    return found


def find_translation_of(work: Work, name: str, written: str) -> Translation:
    """Return a work's translation by siglum or else by id; raise 422 for the parameter `name`."""
    number = read_digits(written, longest=18)
    rows = work.translations.filter(Q(siglum=written) | Q(pk=number or 0))
    found = sorted(rows, key=lambda one: one.siglum != written)
    if not found:
        raise bad_parameter(name, f"The work has no translation called {written}.")
    return found[0]


def find_variant_of(rows: QuerySet[Variant], name: str, side: str) -> Variant:
    """Return the variant of a passage by siglum or else by id; raise 422 for the parameter `side`."""
    wanted = Q(translation__siglum=name)
    pk = read_digits(name)
    if pk is not None:
        wanted |= Q(pk=pk)
    found = sorted(rows.filter(wanted), key=lambda variant: variant.translation.siglum != name)
    if not found:
        raise bad_parameter(side, "The siglum or id of a variant of this passage is expected.", code="unknown_variant")
    return found[0]
