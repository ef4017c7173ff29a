"""The state of the variation page: which translations, what makes no difference, which passages, in which order."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Self, get_args
from urllib.parse import urlencode

from django.core.exceptions import BadRequest
from django.http import Http404, QueryDict
from django.utils.translation import gettext

from workbench.corpus.comparing import group_by_language
from workbench.corpus.models import Translation
from workbench.corpus.ranking import Cursor, Order
from workbench.text import Ignorable
from workbench.text.words.digits import read_digits
from workbench.web.site.parameters import choose_one, read_ignored, refuse_unknown, split_listed

__all__ = ["VariationState", "read_variation_state"]

_KNOWN = frozenset({"with", "language", "ignore", "first", "last", "sort", "after"})
_HIGHEST = 2**31 - 1


@dataclass(frozen=True, slots=True)
class VariationState:
    """`translations` are compared, those of one `language` or of all ("": each language by itself).

    `is_whole` says that no translation was left out; `first` and `last` are positions of passages (None: the end). The
    list of passages shows those `after` a cursor (None: from the first).
    """

    translations: tuple[Translation, ...]
    is_whole: bool = True
    language: str = ""
    ignore: frozenset[Ignorable] = frozenset()
    first: int = 1
    last: int | None = None
    sort: Order = "most"
    after: Cursor | None = None

    @property
    def is_part(self) -> bool:
        """Whether only a run of the passages is looked at."""
        return self.first > 1 or self.last is not None

    def changed(self, **changes: Any) -> Self:
        """Return the state with some things changed."""
        return replace(self, **changes)

    @property
    def query(self) -> str:
        """The state as a query string, what goes without saying left out."""
        usual = {"language": "", "ignore": "", "first": 1, "last": None, "sort": "most", "after": ""}
        pairs = [] if self.is_whole else [("with", one.siglum) for one in self.translations]
        said = {name: getattr(self, name) for name in usual} | {
            "ignore": ",".join(sorted(self.ignore)),
            "after": "{}-{}".format(*self.after) if self.after else "",
        }
        return urlencode([*pairs, *((name, said[name]) for name, value in usual.items() if said[name] != value)])

    @property
    def compare_query(self) -> str:
        """The same translations and what to ignore, as a query string for the compare page; "" for all of it usual."""
        pairs = []
        if not (self.is_whole and not self.language):
            base, *others = self.translations
            pairs = [("base", base.siglum), *(("with", other.siglum) for other in others)]
        if self.ignore:
            pairs.append(("ignore", ",".join(sorted(self.ignore))))
        return urlencode(pairs)


def read_variation_state(query: QueryDict, translations: Sequence[Translation]) -> VariationState:
    """Read the state from an address.

    Raises `Http404` for a translation or language that the work does not have, `BadRequest` for no possible state.
    """
    refuse_unknown(query, _KNOWN)
    language = query.get("language", "")
    scope = _in_language(translations, language) if language else translations
    chosen = _read_chosen(query.getlist("with"), scope)
    last = query.get("last", "")
    return VariationState(
        tuple(one for one in scope if one.siglum in chosen),
        len(chosen) == len(scope),
        language,
        read_ignored(query),
        _number("first", query.get("first", "1") or "1"),
        _number("last", last) if last else None,
        choose_one("sort", query.get("sort", "most"), get_args(Order)),
        _read_cursor(query.get("after", "")),
    )


def _in_language(translations: Sequence[Translation], language: str) -> Sequence[Translation]:
    places = group_by_language(translations).get(language)
    if places is None:
        raise Http404
    return [translations[place] for place in places]


def _read_chosen(values: Sequence[str], scope: Sequence[Translation]) -> frozenset[str]:
    """Return the sigla asked for ("A,B" or one by one; a siglum may itself hold a comma), all where none is."""
    known = frozenset(one.siglum for one in scope)
    chosen = frozenset(siglum for value in values for siglum in ([value] if value in known else split_listed([value])))
    if chosen - known:
        raise Http404
    return chosen or known


def _read_cursor(value: str) -> Cursor | None:
    if not value:
        return None
    figure, _, position = value.partition("-")
    return _number("after", figure, lowest=0), _number("after", position)


def _number(name: str, value: str, *, lowest: int = 1) -> int:
    number = read_digits(value, lowest=lowest, longest=10)
    if number is None or number > _HIGHEST:
        message = gettext("For “%(name)s”, a number from %(lowest)s on is expected.")
        raise BadRequest(message % {"name": name, "lowest": lowest})
    return number
