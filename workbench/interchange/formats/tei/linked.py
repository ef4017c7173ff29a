"""Translations as texts beside each other, their passages held together by links (TEI P5, 16.1 and 4.3.1).

Each translation is a `text` in the one `group`, and `linkGrp` says which passages are one: a parallel corpus, each text
of which is read undisturbed by the others. The first text has all passages, in their order; the links lead to it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from workbench.interchange.document import PassageRecord, VariantRecord, WorkRecord
from workbench.interchange.formats.tei.header import XML_ID, pointers
from workbench.interchange.formats.tei.markup_out import attributes, write_piece
from workbench.interchange.formats.tei.pieces import whole
from workbench.interchange.formats.tei.spaces import space_of

__all__ = ["TRANSLATION", "Linked", "Links", "write_links"]

TRANSLATION = "translation"
"""The type of a `linkGrp` whose links say what translates what."""


@dataclass(slots=True)
class Linked:
    """Writes the passages of one translation, the `number`-th (from 1); `numbers` are the passages', by identity."""

    number: int
    siglum: str
    numbers: dict[int, int]

    def write(self, passage: PassageRecord, label: str) -> str:
        """Return a passage, called `label`; a presence is the type of a reading without words."""
        variant = next((one for one in passage.variants if one.siglum == self.siglum), VariantRecord("", ""))
        content = write_piece(whole(variant)) if variant.text else ""
        if variant.presence != "present":
            content = f"<app><rdg{attributes(wit=f'#w{self.number}', type=variant.presence)}/></app>"
        said = attributes(xml_id=self._id(passage), n=label)
        return f"<ab{said}{space_of(variant.text)}>{content}</ab>\n"

    def passages(self, work: WorkRecord) -> WorkRecord:
        """Return the work with the passages that this text has: the first has all."""
        if self.number == 1:
            return work
        kept = tuple(one for one in work.passages if any(each.siglum == self.siglum for each in one.variants))
        return replace(work, passages=kept)

    def link(self, passage: PassageRecord) -> str:
        """Return the pointer to the passage in this text."""
        return f"#{self._id(passage)}"

    def _id(self, passage: PassageRecord) -> str:
        return f"w{self.number}p{self.numbers[id(passage)]}"


def write_links(work: WorkRecord, texts: list[Linked]) -> Iterator[str]:
    """Yield what holds the passages of the texts together: a link for each that stands in several."""
    yield f'<standOff><linkGrp type="{TRANSLATION}">\n'
    for passage in work.passages:
        named = {one.siglum for one in passage.variants}
        others = [one.link(passage) for one in texts[1:] if one.siglum in named]
        if others:
            yield f"<link{attributes(target=' '.join([texts[0].link(passage), *others]))}/>\n"
    yield "</linkGrp></standOff>\n"


def _joined(variants: Sequence[VariantRecord]) -> tuple[VariantRecord, ...]:
    """Return what each translation says: several passages that are one are a text, with a blank between them."""
    found: dict[str, VariantRecord] = {}
    for one in variants:
        before = found.get(one.siglum)
        if before is None or not before.text:
            found[one.siglum] = one
        elif one.text:
            start = len(before.text) + 1
            spans = tuple(replace(span, start=span.start + start, end=span.end + start) for span in one.markup)
            found[one.siglum] = replace(before, text=f"{before.text} {one.text}", markup=(*before.markup, *spans))
    return tuple(found.values())


@dataclass(slots=True)
class Links:
    """Gathers passages by their ids, and which are one; `resolve` finds them, `apply` puts them together.

    `places` are the indices of passages by id, `targets` what the links name, `same` the index of the passage that
    another belongs to.
    """

    places: dict[str, int] = field(default_factory=dict)
    targets: list[tuple[str, ...]] = field(default_factory=list)
    same: dict[int, int] = field(default_factory=dict)
    lost: int = 0

    def place(self, element: Any, number: int) -> None:
        """Remember where a passage with an id stands."""
        if name := element.get(XML_ID):
            self.places[name] = number

    def take(self, group: Any) -> None:
        """Read the links of a group, which may stand before what they lead to."""
        self.targets += (tuple(pointers(link.get("target"))) for link in group.iter("{*}link"))

    def resolve(self) -> None:
        """Find the passages that links lead to; what leads nowhere is counted."""
        for target in self.targets:
            known = [self.places[one] for one in target if one in self.places]
            self.lost += len(known) < 2
            first = self.same.get(known[0], known[0]) if known else 0
            self.same.update({one: first for one in known[1:] if one != first})

    def remaining(self, passages: int) -> Iterator[int]:
        """Yield the indices of those of so many passages that belong to no other."""
        return (at for at in range(passages) if at not in self.same)

    def apply(self, passages: list[PassageRecord]) -> Iterator[tuple[int, PassageRecord]]:
        """Yield the passages that remain, each with the index it had and what all texts say in it.

        The list lets go of each when its turn comes, so that no passage of a large edition is held twice.
        """
        more: dict[int, list[VariantRecord]] = {}
        for at, first in self.same.items():
            more.setdefault(first, []).extend(passages[at].variants)
        for at in self.remaining(len(passages)):
            one, passages[at] = passages[at], _READ
            yield at, replace(one, variants=_joined([*one.variants, *more[at]])) if at in more else one


_READ = PassageRecord(None)
