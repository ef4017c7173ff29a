"""Passages by parallel segmentation: readings stand where they are read (TEI P5, 12.2.3)."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby

from workbench.interchange.document import CorrectionRecord, PassageRecord, VariantRecord, WorkRecord
from workbench.interchange.formats.tei.header_out import element
from workbench.interchange.formats.tei.markup_out import attributes, write_piece
from workbench.interchange.formats.tei.pieces import Place, part_variants
from workbench.interchange.formats.tei.spaces import space_of
from workbench.text.collation import CORRECTIONS
from workbench.text.difference.diff import diff

__all__ = ["TRANSPOSITION", "Segmentation", "kind_of", "type_of"]

TRANSPOSITION = "transposition"
"""The type of a reading that is the base's words at another place or in another order, or nothing in their place."""


@dataclass(slots=True)
class Segmentation:
    """Writes passages with an apparatus in their text."""

    work: WorkRecord
    pointers: dict[str, str] = field(init=False)
    languages: dict[str, str] = field(init=False)
    order: dict[str, int] = field(init=False)
    corrections: defaultdict[str, list[CorrectionRecord]] = field(init=False)

    def __post_init__(self) -> None:
        translations = self.work.translations
        self.pointers = {one.siglum: f"#w{number}" for number, one in enumerate(translations, 1)}
        self.languages = {one.siglum: one.language for one in translations}
        self.corrections = defaultdict(list)
        for one in self.work.corrections:
            if one.kind in CORRECTIONS:
                self.corrections[one.passage].append(one)
        self.order = {tag: at for at, tag in enumerate(dict.fromkeys(self.languages.values()))}

    def write(self, passage: PassageRecord, label: str) -> str:
        """Return a passage, called `label`."""
        space = space_of(*(one.text for one in passage.variants))
        return f"<ab{attributes(n=label)}{space}>{self._content(passage)}</ab>\n"

    def rest(self) -> Iterator[str]:
        """Yield what stands behind the text: nothing."""
        yield from ()

    def _content(self, passage: PassageRecord) -> str:
        """Return what stands in a passage: at once what all read, or who reads what, by language and presence."""
        parts = self.parts(passage.variants, self.corrections[passage.reference or ""])
        saying = {one.siglum for one in passage.variants if one.text or one.presence != "present"}
        if len(parts) == 1 and len(saying) == len(self.work.translations):
            return parts[0][1] or f"<app>{parts[0][0]}</rdg></app>"
        rows = "".join(f"{begin}{content}</rdg>" for begin, content in parts)
        return f'<app type="passage">{rows}</app>' if rows else ""

    def parts(self, variants: Sequence[VariantRecord], said: Sequence[CorrectionRecord] = ()) -> list[tuple[str, str]]:
        """Return what variants read, by language and presence: the beginning of the reading, and what stands in it.

        `said` was corrected in their collation.
        """
        return [*self._by_language(variants, said), *self._absent(variants)]

    def readings(self, place: Place, variants: Sequence[VariantRecord], said: Sequence[CorrectionRecord] = ()) -> str:
        """Return the lemma of a variant place and its readings, each with the type of its difference, and who `said`
        what of it: those that a person calls one stand in a group.
        """
        (lemma, agreeing), *others = place.readings
        rows = {0: self._reading("lem", "", write_piece(lemma), [variants[at] for at in agreeing])}
        for number, (piece, group) in enumerate(others, 1):
            kind = TRANSPOSITION if number in place.moved else kind_of(lemma.text, piece.text)
            rows[number] = self._reading("rdg", kind, write_piece(piece), [variants[at] for at in group])
        for group in place.same:
            rows[group[0]] = f"<rdgGrp>{''.join(rows.pop(at) for at in group)}</rdgGrp>"
        notes = (_note(said[number]) for number in place.corrected)
        return "".join([*(rows[number] for number in sorted(rows)), *notes])

    def wit(self, variants: Sequence[VariantRecord]) -> str:
        """Return the pointers to the witnesses of variants."""
        return " ".join(self.pointers[one.siglum] for one in variants)

    def _by_language(
        self, variants: Sequence[VariantRecord], said: Sequence[CorrectionRecord]
    ) -> Iterator[tuple[str, str]]:
        present = [one for one in variants if one.text]
        present.sort(key=lambda one: self.order[self.languages[one.siglum]])
        for language, some in groupby(present, key=lambda one: self.languages[one.siglum]):
            mine = list(some)
            begin = f"<rdg{attributes(wit=self.wit(mine), xml_lang=language)}>"
            yield begin, "".join(self._place(place, mine, said) for place in part_variants(mine, said))

    def _absent(self, variants: Sequence[VariantRecord]) -> Iterator[tuple[str, str]]:
        absent = sorted((one for one in variants if not one.text), key=lambda one: one.presence)
        for presence, some in groupby(absent, key=lambda one: one.presence):
            if presence != "present":
                yield f"<rdg{attributes(wit=self.wit(list(some)), type=presence)}>", ""

    def _place(self, place: Place, variants: Sequence[VariantRecord], said: Sequence[CorrectionRecord]) -> str:
        if not place.is_variant:
            return write_piece(place.readings[0][0])
        return f"<app{attributes(type=type_of(place))}>{self.readings(place, variants, said)}</app>"

    def _reading(self, name: str, kind: str, content: str, variants: Sequence[VariantRecord]) -> str:
        said = attributes(wit=self.wit(variants), type=kind)
        return f"<{name}{said}>{content}</{name}>" if content else f"<{name}{said}/>"


def _note(one: CorrectionRecord) -> str:
    """Return who corrected the place, and why."""
    return element("note", ": ".join(filter(None, (one.author, one.reason))) or one.kind, type="corrected")


def type_of(place: Place) -> str:
    """Return the type of all differences of a place, "several" where they are not of one."""
    (lemma, _), *others = place.readings
    kinds = {
        TRANSPOSITION if number in place.moved else kind_of(lemma.text, piece.text)
        for number, (piece, _) in enumerate(others, 1)
    }
    return kinds.pop() if len(kinds) == 1 else "several"


@lru_cache(maxsize=20_000)
def kind_of(lemma: str, reading: str) -> str:
    """Return the type of the difference between two readings as comparisons call it, "several" for more than one."""
    kinds = {one.type for one in diff(lemma.strip(), reading.strip()).differences}
    if lemma.strip() == reading.strip():
        return "markup" if lemma == reading else "spacing"
    return kinds.pop() if len(kinds) == 1 else "several"
