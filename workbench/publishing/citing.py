"""How a frozen state is cited: pure, from what it is to a line or a file.

Styles: Chicago (17th edition, notes and bibliography: 14.207 for what is published on a website) and MLA (9th edition).
Files: BibTeX (`@misc` with `howpublished`), RIS (Research Information Systems, type ELEC), CSL-JSON 1.0 (type
"webpage"; the schema of the Citation Style Language project).
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

__all__ = ["FILES", "STYLES", "Cited", "cite"]

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


def cite(style: str, cited: Cited) -> str:
    """Return the citation in one of `STYLES` (a line of text) or `FILES`. Raises `KeyError` for another."""
    return {**STYLES, **FILES}[style](cited)


def _chicago(one: Cited) -> str:
    by = f"{one.author}. " if one.author else ""
    translated = f" Translated by {_joined(one.translators)}." if one.translators else ""
    day = f"{_FULL[one.frozen_on.month - 1]} {one.frozen_on.day}, {one.frozen_on.year}"
    place = f" {one.passage}." if one.passage else ""
    return f"{by}{one.title}.{translated}{place} Frozen state {one.number}, {day}. {one.url}."


def _mla(one: Cited) -> str:
    by = f"{one.author}. " if one.author else ""
    translated = f" Translated by {_joined(one.translators)}," if one.translators else ""
    day = f"{one.frozen_on.day} {_MONTHS[one.frozen_on.month - 1]} {one.frozen_on.year}"
    place = f", {one.passage}" if one.passage else ""
    return f"{by}{one.title}.{translated} frozen state {one.number}, {day}{place}, {one.url}."


def _joined(names: tuple[str, ...]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _bibtex(one: Cited) -> str:
    fields = {
        "author": one.author,
        "title": one.title,
        "translator": " and ".join(one.translators),
        "year": str(one.frozen_on.year),
        "month": one.frozen_on.strftime("%m"),
        "howpublished": "",
        "url": one.url,
        "note": f"Frozen state {one.number}, SHA-256 {one.digest}" + (f", {one.passage}" if one.passage else ""),
    }
    name = f"frozen-{one.url.rstrip('/').rpartition('/')[2].partition('?')[0] or one.number}"
    lines = [f"  {field} = {{{_as_bibtex(value)}}}" for field, value in fields.items() if value]
    return f"@misc{{{re.sub('[^a-zA-Z0-9-]', '', name)},\n" + ",\n".join(lines) + "\n}\n"


def _as_bibtex(value: str) -> str:
    escaped = re.sub(r"([&%$#_{}])", r"\\\1", re.sub(r"\s+", " ", value.replace("\\", "/")))
    return escaped.replace("~", r"\textasciitilde{}").replace("^", r"\textasciicircum{}")


def _ris(one: Cited) -> str:
    lines = [("TY", "ELEC"), ("TI", one.title)]
    if one.author:
        lines.append(("AU", one.author))
    lines += [("A4", name) for name in one.translators]
    lines += [("PY", str(one.frozen_on.year)), ("DA", f"{one.frozen_on:%Y/%m/%d}"), ("UR", one.url)]
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
        item["author"] = [{"literal": one.author}]
    if one.translators:
        item["translator"] = [{"literal": name} for name in one.translators]
    if one.passage:
        item["section"] = one.passage
    return json.dumps([item], ensure_ascii=False, indent=1) + "\n"


Writer = Callable[[Cited], str]
STYLES: Mapping[str, Writer] = {"chicago": _chicago, "mla": _mla}
FILES: Mapping[str, Writer] = {"bibtex": _bibtex, "ris": _ris, "csl-json": _csl}
