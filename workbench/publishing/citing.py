"""How a frozen state is cited: pure, from what it is to a line or a file.

Styles: Chicago (17th edition, a note: 14.99 for what is translated, 14.207 for what is published on a website) and MLA
(9th edition, an entry of the works cited). Files: BibTeX (`@misc`), RIS (Research Information Systems, type ELEC),
CSL-JSON 1.0 (type "webpage"; the schema of the Citation Style Language project).

A name written "Family, Given" is turned round where a style wants it; any other stays as it is written, for nobody but
its owner knows which part is which. Several people in one field are told apart at ";", "&" and "and".
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from urllib.parse import quote

__all__ = ["FILES", "STYLES", "Cited", "Line", "cite", "people_of"]

_MONTHS = ["Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."]
_FULL = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


_AND = re.compile(r"\s*;\s*|\s+(?:&|and)\s+")
_TEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_TEX |= {sign: f"\\{sign}" for sign in "&%$#_{}"}
_ENDS = (".", "?", "!", "…")


@dataclass(frozen=True, slots=True)
class Cited:
    """What a citation names. `passage` is a reference or a range as its reader wrote it, "" for the whole."""

    title: str
    author: str
    translators: tuple[str, ...]
    number: int
    frozen_on: date
    url: str
    digest: str
    passage: str = ""


class Line(NamedTuple):
    """A citation in a style: the `title`, which is set in italics, with what stands before and after it."""

    before: str
    title: str
    after: str


def cite(style: str, cited: Cited) -> str:
    """Return the citation in one of `STYLES` (a line of text) or `FILES`. Raises `KeyError` for another."""
    return "".join(STYLES[style](cited)) if style in STYLES else FILES[style](cited)


def people_of(fields: Iterable[str]) -> tuple[str, ...]:
    """Return the people whom fields name, each once, in their order."""
    return tuple(dict.fromkeys(name for field in fields for name in _AND.split(field.strip()) if name))


def _chicago(one: Cited) -> Line:
    by = f"{_joined([_forwards(name) for name in people_of([one.author])], most=3)}, " if one.author else ""
    translators = [_forwards(name) for name in one.translators]
    day = f"{_FULL[one.frozen_on.month - 1]} {one.frozen_on.day}, {one.frozen_on.year}"
    parts = [f"trans. {_joined(translators, most=3)}" if translators else "", one.passage]
    after = ", ".join(filter(None, [*parts, f"frozen state {one.number}", day, one.url]))
    return Line(by, one.title, f", {after}.")


def _mla(one: Cited) -> Line:
    first, *others = people_of([one.author]) or ("",)
    by = _ended(_joined([first, *map(_forwards, others)], most=2)) + " " if first else ""
    translators = [_forwards(name) for name in one.translators]
    day = f"{one.frozen_on.day} {_MONTHS[one.frozen_on.month - 1]} {one.frozen_on.year}"
    translated = [f"Translated by {_joined(translators, most=2)}"] if translators else []
    state = f"{'frozen' if translated else 'Frozen'} state {one.number}"
    after = ", ".join(filter(None, [*translated, state, day, one.passage, one.url]))
    return Line(by, one.title, f"{_ended(one.title).removeprefix(one.title)} {after}.")


def _forwards(name: str) -> str:
    """Return a name as it is said: "Gabriel García Márquez" of "García Márquez, Gabriel"."""
    family, given = _parted(name)
    return f"{given} {family}" if given else name


def _parted(name: str) -> tuple[str, str]:
    """Return family and given name of "Family, Given"; no given name where nobody says which part is which."""
    family, _, given = map(str.strip, name.partition(","))
    return family, given


def _ended(words: str) -> str:
    return words if words.endswith(_ENDS) else f"{words}."


def _joined(names: Sequence[str], *, most: int) -> str:
    """Join names as in a sentence; of more than `most` the first stands for all."""
    if len(names) > most:
        return f"{names[0]} et al."
    if len(names) < 3:
        return " and ".join(names)
    return f"{', '.join(names[:-1])}, and {names[-1]}"


def _bibtex(one: Cited) -> str:
    fields = {
        "author": _as_bibtex(" and ".join(people_of([one.author]))),
        "title": _as_bibtex(one.title),
        "translator": _as_bibtex(" and ".join(one.translators)),
        "year": str(one.frozen_on.year),
        "url": quote(one.url, safe="%/:=&?~#+!$,;'@()*[]._-"),  # read as it stands: nothing is escaped in it
        "note": _as_bibtex(f"Frozen state {one.number}, SHA-256 {one.digest}" + (one.passage and f", {one.passage}")),
    }
    lines = [f"  {field} = {{{value}}}" for field, value in fields.items() if value]
    lines.insert(-2, f"  month = {_FULL[one.frozen_on.month - 1][:3].lower()}")
    name = re.search(r"/frozen/([a-zA-Z0-9]+)", one.url)
    return f"@misc{{frozen-{name[1] if name else one.number},\n" + ",\n".join(lines) + "\n}\n"


def _as_bibtex(value: str) -> str:
    return "".join(_TEX.get(sign, sign) for sign in " ".join(value.split()))


def _ris(one: Cited) -> str:
    lines = [("TY", "ELEC"), ("TI", one.title)]
    lines += [("AU", name) for name in people_of([one.author])]
    lines += [("A4", name) for name in one.translators]
    lines += [("PY", str(one.frozen_on.year)), ("DA", f"{one.frozen_on:%Y/%m/%d}/"), ("UR", one.url)]
    if one.passage:
        lines.append(("SE", one.passage))
    lines += [("N1", f"Frozen state {one.number}, SHA-256 {one.digest}"), ("ER", "")]
    return "".join(f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in lines)


def _csl(one: Cited) -> str:
    item: dict[str, object] = {
        "id": one.url,
        "type": "webpage",
        "title": one.title,
        "URL": one.url,
        "issued": {"date-parts": [[one.frozen_on.year, one.frozen_on.month, one.frozen_on.day]]},
        "version": str(one.number),
        "note": f"SHA-256 {one.digest}",
    }
    if one.author:
        item["author"] = [_csl_name(name) for name in people_of([one.author])]
    if one.translators:
        item["translator"] = [_csl_name(name) for name in one.translators]
    if one.passage:
        item["section"] = one.passage
    return json.dumps([item], ensure_ascii=False, indent=1) + "\n"


def _csl_name(name: str) -> dict[str, str]:
    family, given = _parted(name)
    return {"family": family, "given": given} if given else {"literal": name}


STYLES: Mapping[str, Callable[[Cited], Line]] = {"chicago": _chicago, "mla": _mla}
FILES: Mapping[str, Callable[[Cited], str]] = {"bibtex": _bibtex, "ris": _ris, "csl-json": _csl}
