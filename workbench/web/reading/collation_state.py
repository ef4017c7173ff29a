"""The state of a collation page: all of it stands in the address."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Self
from urllib.parse import urlencode

from django.core.exceptions import BadRequest
from django.http import QueryDict
from django.utils.translation import gettext

from workbench.corpus.models import Translation
from workbench.text import Ignorable
from workbench.text.words.digits import read_digits
from workbench.web.reading.choices import GRAIN_WORDS, Choice, choose_ignored, choose_translations
from workbench.web.reading.state import Grain, is_comparable, read_state
from workbench.web.site.parameters import refuse_unknown

__all__ = ["CollationChoices", "CollationState", "read_collation_state"]

_KNOWN = frozenset({"base", "with", "ignore", "by", "from", "place"})


@dataclass(frozen=True, slots=True)
class CollationState:
    """What is collated with the base, by what grain, and what makes no difference.

    `is_usual`: it is all texts in the base's language. `start` is the number of the first column shown, from 1;
    `place` that of the column that somebody is about to correct, 0 for none.
    """

    base: Translation
    others: tuple[Translation, ...]
    is_usual: bool
    ignore: frozenset[Ignorable] = frozenset()
    grain: Grain = "regions"
    start: int = 1
    place: int = 0

    @property
    def chosen(self) -> tuple[Translation, ...]:
        """The base, then the others in the work's order."""
        return (self.base, *self.others)

    def changed(self, **changes: Any) -> Self:
        """Return the state with some things changed."""
        return replace(self, **changes)

    def with_witness(self, one: Translation) -> Self:
        """Return the state with one more text to collate."""
        return replace(self, others=(*self.others, one), is_usual=False, start=1)

    @property
    def query(self) -> str:
        """The state as a query string, what goes without saying left out."""
        pairs = [("base", self.base.siglum)]
        if not self.is_usual:
            pairs.extend(("with", other.siglum) for other in self.others)
        if self.ignore:
            pairs.append(("ignore", ",".join(sorted(self.ignore))))
        if self.grain != "regions":
            pairs.append(("by", self.grain))
        if self.start > 1:
            pairs.append(("from", str(self.start)))
        return urlencode(pairs)


@dataclass(frozen=True, slots=True)
class CollationChoices:
    """What can be chosen on top of a collation page."""

    state: CollationState
    translations: Sequence[Translation]

    @property
    def grains(self) -> Iterable[Choice]:
        """Readings as long as they part, or word by word."""
        for value, label in GRAIN_WORDS.items():
            query = self.state.changed(grain=value, start=1).query
            yield Choice(str(label), value, self.state.grain == value, query)

    @property
    def bases(self) -> Iterable[Choice]:
        """The translations, the base chosen."""
        return choose_translations(self.translations, [self.state.base])

    @property
    def others(self) -> Iterable[Choice]:
        """The translations but the base, those collated with it chosen."""
        rows = [row for row in self.translations if row.pk != self.state.base.pk]
        return choose_translations(rows, self.state.others)

    @property
    def ignorable(self) -> Iterable[Choice]:
        """What may make no difference."""
        return choose_ignored(self.state.ignore)


def read_collation_state(query: QueryDict, translations: Sequence[Translation]) -> CollationState | None:
    """Read the state from an address, with all in the base's language where none are chosen.

    None for a work without translations.
    Raises `Http404` for a translation that the work does not have and `BadRequest` for what is no possible state.
    """
    refuse_unknown(query, _KNOWN)
    shared = query.copy()
    start = _read_column(shared.pop("from", ["1"])[-1], "from")
    asked = shared.pop("place", [])
    place = _read_column(asked[-1], "place") if asked else 0
    shared["view"] = "apparatus"
    state = read_state(shared, translations)
    if state is None:
        return None
    usual = {row.pk for row in translations if is_comparable(state.base, row)}
    is_usual = {row.pk for row in state.columns} == usual
    return CollationState(state.base, state.others, is_usual, state.ignore, state.grain, start, place)


def _read_column(value: str, name: str) -> int:
    number = read_digits(value, lowest=1, longest=7)
    if number is None:
        raise BadRequest(gettext("For “%(name)s”, the number of a column is expected.") % {"name": name})
    return number
