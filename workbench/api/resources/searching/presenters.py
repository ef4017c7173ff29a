"""What a search found, as it is sent."""

from collections.abc import Sequence
from typing import TypedDict

from workbench.api.resources.comparison.presenters import SpanShown, show_span
from workbench.api.resources.texts.presenters import VariantShown, show_variant
from workbench.corpus.models import Variant
from workbench.corpus.searching import Hit

__all__ = ["HitShown", "show_hit"]


class HitShown(TypedDict):
    """A variant with the words (its first 100 `places`), and what the other translations say for its passage."""

    variant: VariantShown
    places: list[SpanShown]
    aligned: list[VariantShown]


def show_hit(hit: Hit, said: Sequence[Variant]) -> HitShown:
    """Show a hit; `said` are all variants of its passage, ready to be shown, in the translations' order."""
    found = next(one for one in said if one.pk == hit.variant)
    return {
        "variant": show_variant(found),
        "places": [show_span(span, found.text) for span in hit.spans],
        "aligned": [show_variant(one) for one in said if one.pk != found.pk],
    }
