"""What somebody composes: a comment on a passage, on words, or on a difference, perhaps with other words for them.

Words come in two ways. The browser sends places it was shown, as `anchor=<variant>:<revision>:<start>:<end>`; without
JavaScript people type the words, as rows of `siglum`, `quote` and, where the quote stands there twice, `before`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext

from workbench.corpus.models import Variant
from workbench.review.anchoring import AnchorRequest
from workbench.review.errors import Invalid
from workbench.text import with_lf_line_ends
from workbench.text.words.languages import direction_of

__all__ = [
    "ChosenWords",
    "Composition",
    "Place",
    "Quoted",
    "chosen_words",
    "quoted_request",
    "read_composition",
    "requests_for",
]

_PLACE = re.compile(r"([0-9]{1,18}):([0-9]{1,9}):([0-9]{1,9}):([0-9]{1,9})")


@dataclass(frozen=True, slots=True)
class Place:
    """Code points `start:end` of a variant's text as it was in revision `revision`."""

    variant: int
    revision: int
    start: int
    end: int

    def __str__(self) -> str:
        """The form in which addresses and forms carry it."""
        return f"{self.variant}:{self.revision}:{self.start}:{self.end}"


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words as somebody typed them, in the translation with this siglum; `before` are the words just before them."""

    siglum: str
    quote: str
    before: str = ""


@dataclass(frozen=True, slots=True)
class Composition:
    """All that was chosen and typed. `suggestion` is None where no other words are suggested, "" to delete."""

    body: str = ""
    category: str = ""
    severity: str = ""
    suggestion: str | None = None
    places: Sequence[Place] = ()
    quotes: Sequence[Quoted] = ()


@dataclass(frozen=True, slots=True)
class ChosenWords:
    """Words that were selected, as the form shows them; empty where the text has another revision by now."""

    place: Place
    variant: Variant

    @property
    def words(self) -> str:
        """What stands at the place."""
        is_current = self.place.revision == self.variant.version
        return self.variant.text[self.place.start : self.place.end] if is_current else ""

    @property
    def direction(self) -> str:
        """The writing direction for `dir`."""
        return direction_of(self.variant.translation.language)


def chosen_words(composition: Composition, variants: Sequence[Variant]) -> list[ChosenWords]:
    """Return the places of a composition that lie in the variants given."""
    by_id = {variant.pk: variant for variant in variants}
    return [ChosenWords(place, by_id[place.variant]) for place in composition.places if place.variant in by_id]


def read_composition(data: QueryDict) -> Composition:
    """Read a composition from a form or an address. Raises `Invalid` for a place nobody's page would send."""
    return Composition(
        body=data.get("body", ""),
        category=data.get("category", ""),
        severity=data.get("severity", ""),
        suggestion="" if data.get("leave_out") else data.get("suggestion") or None,
        places=[_read_place(value) for value in data.getlist("anchor")],
        quotes=_read_quotes(data),
    )


def requests_for(composition: Composition, variants: Sequence[Variant]) -> list[AnchorRequest]:
    """Return what to anchor, in order: places first. `variants` are those of the passage, with their translations."""
    by_id = {variant.pk: variant for variant in variants}
    by_siglum = {variant.translation.siglum: variant for variant in variants}
    placed = [
        AnchorRequest(_known(by_id, place.variant), place.start, place.end, revision=place.revision)
        for place in composition.places
    ]
    return placed + [quoted_request(_known(by_siglum, row.siglum), row) for row in composition.quotes]


def quoted_request(variant: Variant, row: Quoted) -> AnchorRequest:
    """Return what to anchor for words somebody typed: people leave out the space that follows the words before."""
    spaced = f"{row.before.rstrip()} "
    before = spaced if row.before and spaced + row.quote in variant.text else row.before
    return AnchorRequest(variant, quote=row.quote, prefix=before)


def _known(variants: Mapping[Any, Variant], named: int | str) -> Variant:
    if named not in variants:
        raise Invalid.field("anchors", gettext("Words of a text of this passage are expected."), code="unknown_variant")
    return variants[named]


def _read_place(value: str) -> Place:
    match = _PLACE.fullmatch(value)
    if match is None:
        message = gettext("Places as variant:revision:start:end are expected.")
        raise Invalid.field("anchors", message, code="invalid_place")
    return Place(*(int(number) for number in match.groups()))


def _read_quotes(data: QueryDict) -> list[Quoted]:
    """Read the rows in which words were typed; an empty row counts for nothing."""
    quotes, before = data.getlist("quote"), data.getlist("before")
    rows = zip_longest(data.getlist("siglum"), quotes, before, fillvalue="")
    return [
        Quoted(siglum, with_lf_line_ends(quote).strip(), with_lf_line_ends(lead))
        for siglum, quote, lead in rows
        if quote.strip()
    ]
