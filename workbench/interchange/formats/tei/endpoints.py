"""A text with its apparatus apart: anchors in the first translation, and entries that lead to them (TEI P5, 12.2.2)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from workbench.interchange.document import CorrectionRecord, PassageRecord, VariantRecord, WorkRecord
from workbench.interchange.formats.tei.markup_out import attributes, write_piece
from workbench.interchange.formats.tei.pieces import part_variants
from workbench.interchange.formats.tei.segmentation import Segmentation, type_of
from workbench.interchange.formats.tei.spaces import space_of

__all__ = ["UNENTERED", "Endpoints"]

UNENTERED = "unentered"
"""The type of a reading of those of whom nothing is known for a passage; others that no entry names read the base."""


@dataclass(slots=True)
class Endpoints:
    """Writes passages with the words of the first translation; `entries` gathers what the others read."""

    work: WorkRecord
    inner: Segmentation = field(init=False)
    entries: list[str] = field(default_factory=list)
    number: int = 0

    def __post_init__(self) -> None:
        self.inner = Segmentation(self.work)

    def write(self, passage: PassageRecord, label: str) -> str:
        """Return a passage, called `label`, with anchors where others part from it."""
        self.number += 1
        base = self._base(passage)
        here = base[0].text if base else ""
        said = self.inner.corrections[passage.reference or ""]
        content = "".join(self._places(base, said)) if base else ""
        self.entries += self._whole(passage, {one.siglum for one in base})
        return f'<ab xml:id="p{self.number}"{attributes(n=label)}{space_of(here)}>{content}</ab>\n'

    def rest(self) -> Iterator[str]:
        """Yield the apparatus, which stands behind the text."""
        if self.entries:
            yield "<standOff><listApp>\n"
            yield from self.entries
            yield "</listApp></standOff>\n"

    def _base(self, passage: PassageRecord) -> list[VariantRecord]:
        """Return the variants that are held against the first translation's: those in its language, its own first."""
        first = self.work.translations[0] if self.work.translations else None
        present = [one for one in passage.variants if one.text]
        if first is None or not any(one.siglum == first.siglum for one in present):
            return []
        mine = [one for one in present if self.inner.languages[one.siglum] == first.language]
        return sorted(mine, key=lambda one: one.siglum != first.siglum)

    def _places(self, variants: list[VariantRecord], corrections: Sequence[CorrectionRecord]) -> Iterator[str]:
        for at, place in enumerate(part_variants(variants, corrections)):
            lemma = place.readings[0][0]
            if not place.is_variant:
                yield write_piece(lemma)
                continue
            begin, end = f"p{self.number}a{at}", f"p{self.number}b{at}"
            yield f'<anchor xml:id="{begin}"/>{write_piece(lemma)}<anchor xml:id="{end}"/>'
            said = attributes(type=type_of(place), **{"from": f"#{begin}", "to": f"#{end}"})
            self.entries.append(f"<app{said}>{self.inner.readings(place, variants, corrections)}</app>\n")

    def _whole(self, passage: PassageRecord, named: set[str]) -> Iterator[str]:
        """Yield the entry of those who read something else altogether: in other languages, or nothing."""
        others = [one for one in passage.variants if one.siglum not in named]
        said = {one.siglum for one in passage.variants if one.text or one.presence != "present"}
        silent = [VariantRecord(one.siglum, "") for one in self.work.translations if one.siglum not in said]
        rows = "".join(f"{begin}{content}</rdg>" for begin, content in self.inner.parts(others))
        if silent:
            rows += f"<rdg{attributes(wit=self.inner.wit(silent), type=UNENTERED)}/>"
        if rows:
            place = f"#p{self.number}"
            yield f"<app{attributes(type='passage', **{'from': place, 'to': place})}>{rows}</app>\n"
