"""The state of the compare page: all of it stands in the address, so that any view can be cited and sent."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, Self, get_args
from urllib.parse import urlencode

from django.core.exceptions import BadRequest
from django.http import Http404, QueryDict
from django.utils.translation import gettext

from workbench.corpus.models import Translation
from workbench.text import Ignorable, InvalidText, check_text
from workbench.text.words.languages import language_of
from workbench.web.site.parameters import choose_one, read_ignored, refuse_unknown, split_listed
from workbench.web.typesetting.difference_types import Line

__all__ = ["COLUMNS", "CompareState", "Grain", "View", "is_comparable", "read_passage_state", "read_state"]

View = Literal["columns", "interleaved", "inline", "apparatus"]
# How texts are collated: neighbouring places where any two part as one, or each word by itself.
Grain = Literal["regions", "words"]
# As many columns as are shown at first; more are a choice.
COLUMNS = 5
_KNOWN = frozenset(
    {
        "base",
        "with",
        "view",
        "ignore",
        "marks",
        "at",
        "go",
        "by",
        "passages",
        "faint",
        "off",
        "weight",
        "terms",
        "notes",
    }
)
_LINES = frozenset(get_args(Line))


def is_comparable(left: Translation, right: Translation) -> bool:
    """Say whether two translations are in one language, so that comparing their words makes sense."""
    return language_of(left.language) == language_of(right.language)


@dataclass(frozen=True, slots=True)
class CompareState:
    """What is compared with what, how it is shown, what makes no difference, and the passage where the page begins.

    `passages` is a chapter or range as somebody wrote it; the page then shows these. Notes are shown and, unless that
    is asked for, not compared.
    """

    base: Translation
    others: tuple[Translation, ...]
    view: View = "columns"
    ignore: frozenset[Ignorable] = frozenset()
    is_marked: bool = True
    at: str = ""
    grain: Grain = "regions"
    passages: str = ""
    faint: frozenset[str] = frozenset()
    off: frozenset[str] = frozenset()
    is_weighed: bool = False
    shows_terms: bool = True
    compares_notes: bool = False

    @property
    def switches(self) -> str:
        """The classes of what stands around the texts: which lines are faint or off, and whether weight is shown."""
        names = [f"faint-{line}" for line in sorted(self.faint)] + [f"off-{line}" for line in sorted(self.off)]
        return " ".join([*names, *(["weighed"] if self.is_weighed else [])])

    def base_of(self, column: Translation) -> Translation | None:
        """Return what a column is compared with: the base, or, in another language, the first column in its own.

        None for these themselves.
        """
        kin = next((one for one in self.columns if is_comparable(one, column)), column)
        if is_comparable(self.base, column):
            kin = self.base
        return None if kin.pk == column.pk else kin

    def rests_on(self, base: Translation) -> tuple[Translation, ...]:
        """Return the columns that are compared with this one."""
        return tuple([column for column in self.columns if (found := self.base_of(column)) and found.pk == base.pk])

    @property
    def kin_bases(self) -> tuple[Translation, ...]:
        """The columns in other languages than the base's that others are compared with."""
        return tuple([one for one in self.others if self.rests_on(one)])

    @property
    def columns(self) -> tuple[Translation, ...]:
        """The base and the others, in the order of the work's translations."""
        return (self.base, *self.others)

    @property
    def incomparable(self) -> tuple[Translation, ...]:
        """The others that are in another language than the base."""
        return tuple([other for other in self.others if not is_comparable(self.base, other)])

    @property
    def compares_nothing(self) -> bool:
        """Whether there are others, and no two of all are in one language."""
        return bool(self.others) and not any(self.base_of(column) for column in self.others)

    @property
    def has_long_sigla(self) -> bool:
        """Whether sigla are too long to hang in the margin."""
        return any(len(column.siglum) > 3 for column in self.columns)

    def changed(self, **changes: Any) -> Self:
        """Return the state with some things changed."""
        return replace(self, **changes)

    @property
    def query(self) -> str:
        """The state as a query string, what goes without saying left out."""
        pairs = [("base", self.base.siglum), *(("with", other.siglum) for other in self.others)]
        if self.view != "columns":
            pairs.append(("view", self.view))
        if self.ignore:
            pairs.append(("ignore", ",".join(sorted(self.ignore))))
        if not self.is_marked:
            pairs.append(("marks", "off"))
        if self.at:
            pairs.append(("at", self.at))
        if self.grain != "regions":
            pairs.append(("by", self.grain))
        if self.passages:
            pairs.append(("passages", self.passages))
        pairs += [
            (name, ",".join(sorted(lines))) for name, lines in (("faint", self.faint), ("off", self.off)) if lines
        ]
        if self.is_weighed:
            pairs.append(("weight", "on"))
        if not self.shows_terms:
            pairs.append(("terms", "off"))
        if self.compares_notes:
            pairs.append(("notes", "compared"))
        return urlencode(pairs)


def read_state(query: QueryDict, translations: Sequence[Translation]) -> CompareState | None:
    """Read the state from an address; None for a work without translations.

    Raises `Http404` for a translation that the work does not have and `BadRequest` for what is no possible state.
    """
    refuse_unknown(query, _KNOWN)
    if not translations:
        return None
    by_siglum = {translation.siglum: translation for translation in translations}
    base = _found(query.get("base") or translations[0].siglum, by_siglum)
    return CompareState(
        base,
        tuple(_read_others(query, base, by_siglum)),
        choose_one("view", query.get("view", "columns"), get_args(View)),
        read_ignored(query),
        choose_one("marks", query.get("marks", "on"), ("on", "off")) == "on",
        _storable("at", query.get("go") or query.get("at", "")),
        choose_one("by", query.get("by", "regions"), get_args(Grain)),
        _storable("passages", query.get("passages", "")),
        _read_lines("faint", query),
        _read_lines("off", query),
        choose_one("weight", query.get("weight", "off"), ("on", "off")) == "on",
        choose_one("terms", query.get("terms", "on"), ("on", "off")) == "on",
        choose_one("notes", query.get("notes", "shown"), ("shown", "compared")) == "compared",
    )


def read_passage_state(query: QueryDict, translations: Sequence[Translation]) -> CompareState | None:
    """Read the state of a passage page: as `read_state`, with all translations, one under the other."""
    refuse_unknown(query, {"base", "ignore", "marks", "notes"})
    state = read_state(query, translations)
    if state is None:
        return None
    others = tuple(row for row in translations if row.pk != state.base.pk)
    return state.changed(others=others, view="interleaved")


def _read_lines(name: str, query: QueryDict) -> frozenset[str]:
    return frozenset(choose_one(name, line, sorted(_LINES)) for line in split_listed(query.getlist(name)))


def _read_others(query: QueryDict, base: Translation, by_siglum: dict[str, Translation]) -> Iterable[Translation]:
    if "with" not in query:
        rows = list(by_siglum.values())
        return _others_like(base, rows) if query.get("view") == "apparatus" else _usual_others(base, rows)
    chosen = {siglum for value in query.getlist("with") for siglum in _sigla(value, by_siglum)}
    found = {_found(siglum, by_siglum).pk for siglum in chosen}
    return [row for row in by_siglum.values() if row.pk in found and row.pk != base.pk]


def _usual_others(base: Translation, rows: Sequence[Translation]) -> Iterable[Translation]:
    """Those in the base's language first, for they can be compared; in the work's order."""
    others = sorted((row for row in rows if row.pk != base.pk), key=lambda row: not is_comparable(base, row))
    chosen = {row.pk for row in others[: COLUMNS - 1]}
    return [row for row in rows if row.pk in chosen]


def _others_like(base: Translation, rows: Sequence[Translation]) -> Iterable[Translation]:
    """All in the base's language: an apparatus has room for any number."""
    return [row for row in rows if row.pk != base.pk and is_comparable(base, row)]


def _sigla(value: str, by_siglum: dict[str, Translation]) -> Iterable[str]:
    """Split "B,C"; a siglum may itself hold a comma."""
    return [value] if value in by_siglum else split_listed([value])


def _found(siglum: str, by_siglum: dict[str, Translation]) -> Translation:
    if siglum not in by_siglum:
        raise Http404
    return by_siglum[siglum]


def _storable(name: str, value: str) -> str:
    """Refuse characters that no reference can hold before a database does."""
    try:
        return check_text(value)
    except InvalidText as error:
        raise BadRequest(gettext("For “%(name)s”: %(why)s") % {"name": name, "why": error}) from error
