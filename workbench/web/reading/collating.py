"""Which texts of a passage are collated, and what comes of it, apparatus remembered as comparisons are."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from workbench.corpus.models import Passage, Presence, Translation, Variant
from workbench.corpus.units import Unit, Units, UnitText
from workbench.text import Collation, Entry, Ignorable, Rule, apparatus, collate
from workbench.text.collation import Correction, correct
from workbench.web.reading.state import Grain, is_comparable

__all__ = ["LEFT_OUT", "LeftOut", "Listing", "Witness", "Witnesses", "collate_texts", "find_witnesses", "list_entries"]

# Together they bound the memory, at 50 MB: an apparatus takes up to 20 bytes for each character of the texts.
LONGEST = 8_000
SIZE = 300
LEFT_OUT: dict[str, Promise] = {
    "omitted": gettext_lazy("left out by the translator"),
    "joined": gettext_lazy("stands with the passage before"),
    "lacunose": gettext_lazy("lost here"),
    "missing": gettext_lazy("not entered yet"),
    "language": gettext_lazy("in another language"),
    "unchosen": gettext_lazy("not chosen"),
}


@dataclass(frozen=True, slots=True)
class Witness:
    """A translation with the text that it has for a passage, or for several that are read as one."""

    translation: Translation
    said: UnitText

    @property
    def text(self) -> str:
        """All of it."""
        return self.said.text


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A translation that is not collated, and why, in words; `is_choosable` if it could be."""

    translation: Translation
    reason: str
    is_choosable: bool


@dataclass(frozen=True, slots=True)
class Witnesses:
    """The texts that are collated, the base first if it has a text, and the translations left out.

    `unit`: the passages that are read as one.
    """

    unit: Unit
    collated: tuple[Witness, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def said(self) -> tuple[UnitText, ...]:
        """What each witness has, in their order."""
        return tuple([one.said for one in self.collated])

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts, in the order of the witnesses."""
        return tuple([one.text for one in self.collated])

    @property
    def lacunae(self) -> tuple[tuple[int, ...], ...]:
        """The places at which words of each text are lost; () if none are."""
        found = tuple(one.said.lacunae for one in self.collated)
        return found if any(found) else ()


@dataclass(frozen=True, slots=True)
class Listing:
    """The places where texts part from the first of them. `approximate`: too long to be aligned to the end."""

    entries: tuple[Entry, ...]
    approximate: bool


def find_witnesses(
    passage: Passage, chosen: Sequence[Translation], all_of_them: Sequence[Translation], units: Units
) -> Witnesses:
    """Part `all_of_them` into the `chosen` ones that have a text for the passage, in their order, and the others.

    The first of `chosen` is the base: it decides which of those not chosen are in another language. Passages that one
    of `chosen` joins are read as one.
    """
    unit = units.of(passage, chosen)
    present = [Witness(one, said) for one, said in zip(chosen, unit.texts, strict=True) if said]
    standing = {one.translation.pk for one in present}
    wanted = {one.pk for one in chosen}
    left_out = [
        _leave_out(one, units.variants.get((passage.pk, one.pk)), is_wanted=one.pk in wanted, base=chosen[0])
        for one in all_of_them
        if one.pk not in standing
    ]
    return Witnesses(unit, tuple(present), tuple(left_out))


def collate_texts(
    texts: Sequence[str],
    ignore: frozenset[Ignorable],
    rules: tuple[Rule, ...],
    grain: Grain,
    corrections: tuple[Correction, ...] = (),
) -> Collation:
    """Collate as `text.collate` does, the first text as base, and correct that; by regions or word by word."""
    table = correct(collate(texts, base=0, ignore=ignore, rules=rules), corrections)
    return table.regions() if grain == "regions" else table


def list_entries(
    texts: tuple[str, ...],
    ignore: frozenset[Ignorable],
    rules: tuple[Rule, ...],
    grain: Grain,
    lacunae: tuple[tuple[int, ...], ...] = (),
    corrections: tuple[Correction, ...] = (),
) -> Listing:
    """List the places where texts part from the first of them, as `text.apparatus` does; short ones are remembered."""
    read = _remembered if sum(map(len, texts)) <= LONGEST else _list
    return read(texts, ignore, rules, grain, lacunae, corrections)


def _list(
    texts: tuple[str, ...],
    ignore: frozenset[Ignorable],
    rules: tuple[Rule, ...],
    grain: Grain,
    lacunae: tuple[tuple[int, ...], ...],
    corrections: tuple[Correction, ...],
) -> Listing:
    shown = "words" if any(lacunae) else grain  # silence begins at a word
    table = collate_texts(texts, ignore, rules, shown, corrections)
    return Listing(apparatus(table, texts, 0, lacunae), table.approximate)


def _leave_out(one: Translation, variant: Variant | None, *, is_wanted: bool, base: Translation) -> LeftOut:
    state = variant.presence if variant else "missing"
    if state not in (Presence.PRESENT, Presence.JOINED) or (state == Presence.JOINED and is_wanted):
        return LeftOut(one, str(LEFT_OUT[state]), is_choosable=False)
    is_foreign = not is_wanted and not is_comparable(base, one)
    return LeftOut(one, str(LEFT_OUT["language" if is_foreign else "unchosen"]), is_choosable=True)


_remembered = lru_cache(maxsize=SIZE)(_list)
