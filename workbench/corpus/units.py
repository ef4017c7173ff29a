"""The texts of some passages as they are compared: passages that a translation joins are read as one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbench.corpus.joining import Links, read_links
from workbench.corpus.models import Passage, Presence, Translation, Variant
from workbench.corpus.queries import variants_by_cell
from workbench.text import Span
from workbench.text.difference.seams import read_unit
from workbench.text.words.joining import JOINED, JoinedText, Said

__all__ = ["Unit", "UnitText", "Units", "read_units"]


@dataclass(frozen=True, slots=True)
class UnitText:
    """What one translation says in a unit: `text`, and the variants it is made of, each with its characters."""

    text: str
    parts: tuple[tuple[Variant, Span], ...]

    @property
    def lacunae(self) -> tuple[int, ...]:
        """The places in the text at which words are lost."""
        return tuple(span.start + place for variant, span in self.parts for place in variant.lacunae)

    def part_of(self, passage: int) -> Span | None:
        """Return the characters that a passage (id) has of it."""
        return next((span for variant, span in self.parts if variant.passage_id == passage), None)


@dataclass(frozen=True, slots=True)
class Unit:
    """Passages that are compared as one, and the text of each translation asked for, None where it has no words."""

    passages: tuple[Passage, ...]
    texts: tuple[UnitText | None, ...]

    @property
    def is_joined(self) -> bool:
        """Whether there is more than one passage."""
        return len(self.passages) > 1

    @property
    def name(self) -> str:
        """The references of its passages, as one says them."""
        names = [passage.reference for passage in self.passages]
        return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


@dataclass(frozen=True, slots=True)
class Units:
    """The texts of some passages and of those joined with them, by (passage id, translation id)."""

    variants: Mapping[tuple[int, int], Variant]
    passages: Mapping[int, Passage]
    links: Links

    def of(self, passage: Passage, translations: Sequence[Translation]) -> Unit:
        """Return the unit that holds a passage where just these translations are compared."""
        chain = self.links.around(passage.pk)
        columns = [[self._said(pk, one.pk) for pk in chain] for one in translations]
        rows, texts = read_unit(columns, chain.index(passage.pk))
        found = [self._text(text, chain, one) for text, one in zip(texts, translations, strict=True)]
        return Unit(tuple([self.passages[chain[row]] for row in rows]), tuple(found))

    def _said(self, passage: int, translation: int) -> Said:
        variant = self.variants.get((passage, translation))
        if variant is None:
            return None
        if variant.presence == Presence.JOINED:
            return JOINED
        return variant.text if variant.presence == Presence.PRESENT else None

    def _text(self, text: JoinedText | None, chain: Sequence[int], translation: Translation) -> UnitText | None:
        if text is None:
            return None
        parts = [(self.variants[chain[part.row], translation.pk], part.span) for part in text.parts]
        return UnitText(text.text, tuple(parts))


def read_units(work: int, passages: Sequence[Passage], translations: Sequence[Translation]) -> Units:
    """Read the texts of passages of a work (id) in some translations; two queries, three where others are joined."""
    links = read_links(work, translations)
    known = {passage.pk: passage for passage in passages}
    beyond = {pk for passage in passages for pk in links.around(passage.pk)} - known.keys()
    if beyond:
        known |= {passage.pk: passage for passage in Passage.objects.filter(pk__in=beyond)}
    return Units(variants_by_cell(known.values(), translations), known, links)
