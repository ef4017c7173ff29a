"""What the address of a work's differences asks for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Self
from urllib.parse import urlencode

from django.core.exceptions import BadRequest
from django.http import QueryDict
from django.utils.translation import gettext, gettext_lazy

from workbench.corpus.addressing import find_stretch
from workbench.corpus.differing import Asked
from workbench.corpus.models import Translation, Work
from workbench.review.models import Thread
from workbench.text.difference.counting import KINDS
from workbench.text.difference.weighing import STRONG
from workbench.text.words.digits import read_digits
from workbench.web.site.parameters import choose_one, refuse_unknown
from workbench.web.typesetting.difference_types import DIFFERENCE_TYPES

__all__ = ["KIND_WORDS", "FindingState", "read_cursor", "read_state"]

_MATTERS = {
    "negation": gettext_lazy("negations"),
    "name": gettext_lazy("names"),
    "content": gettext_lazy("content words on one side alone"),
}
KIND_WORDS = {kind: _MATTERS[kind] if kind in _MATTERS else DIFFERENCE_TYPES[kind].word for kind in KINDS}  # type: ignore[index]
_KNOWN = frozenset(
    {"type", "left", "right", "only", "shared", "passages", "order", "threads", "weight", "after", "format"}
)
_CURSOR = re.compile(r"(-?[0-9]{1,9}),([0-9]{1,9})")


@dataclass(frozen=True, slots=True)
class FindingState:
    """Which differences are asked for, as the address says it; "" for what goes without saying."""

    type: str = ""
    left: str = ""
    right: str = ""
    only: str = ""
    shared: int = 0
    passages: str = ""
    order: str = "position"
    threads: str = ""
    weight: str = "all"
    after: tuple[int, int] | None = None
    is_file: bool = False

    def changed(self, **changes: Any) -> Self:
        """Return the state with some things changed, from its first page on."""
        return replace(self, **{"after": None, **changes})

    @property
    def query(self) -> str:
        """The state as a query string."""
        said = {name: getattr(self, name) for name in ("type", "left", "right", "only", "passages", "threads")}
        said |= {"shared": str(self.shared or "")}
        said |= {
            "order": "weight" if self.order == "weight" else "",
            "weight": "" if self.weight == "all" else self.weight,
        }
        said |= {"after": ",".join(map(str, self.after)) if self.after else "", "format": "csv" if self.is_file else ""}
        return urlencode({name: value for name, value in said.items() if value})

    def asked(self, work: Work, translations: Sequence[Translation]) -> Asked | None:
        """Return what is looked for in the work; None where there are no such passages."""
        by_siglum = {one.siglum: one for one in translations}
        stretch = find_stretch(work, self.passages) if self.passages else None
        if self.passages and stretch is None:
            return None
        return Asked(
            kind=self.type,
            left=by_siglum.get(self.left),
            right=by_siglum.get(self.right),
            only=by_siglum.get(self.only),
            shared=self.shared,
            first=stretch.first if stretch else 1,
            last=stretch.last if stretch else None,
            order="weight" if self.order == "weight" else "position",
            least=STRONG if self.weight == "strong" else 0.0,
            discussed=Thread.objects.filter(work=work, state=Thread.State.OPEN) if self.threads else None,
            is_discussed=self.threads == "with",
        )


def read_state(query: QueryDict, translations: Sequence[Translation]) -> FindingState:
    """Read the address. Raises `BadRequest` for what it doesn't know."""
    refuse_unknown(query, _KNOWN)
    sigla = ["", *(one.siglum for one in translations)]
    given = {name: query.get(name, "").strip() for name in ("type", "left", "right", "only", "passages")}
    for name in ("left", "right", "only"):
        choose_one(name, given[name], sigla)
    choose_one("type", given["type"], ["", *KINDS])
    return FindingState(
        **given,
        shared=_read_count(query.get("shared", "")),
        order=choose_one("order", query.get("order") or "position", ["position", "weight"]),
        threads=choose_one("threads", query.get("threads", ""), ["", "with", "without"]),
        weight=choose_one("weight", query.get("weight") or "all", ["all", "strong"]),
        after=read_cursor(query.get("after", "")),
        is_file=choose_one("format", query.get("format", "html"), ["html", "csv"]) == "csv",
    )


def _read_count(written: str) -> int:
    count = read_digits(written, lowest=1, longest=4) if written else 0
    if count is None:
        raise BadRequest(gettext("For “shared”, a number of translations is expected."))
    return count


def read_cursor(written: str) -> tuple[int, int] | None:
    """Return the place after which a page begins, None for the first. Raises `BadRequest` for anything else."""
    if not written:
        return None
    found = _CURSOR.fullmatch(written)
    if not found:
        raise BadRequest(gettext("For “after”, two numbers are expected as this page gives them."))
    return int(found[1]), int(found[2])
