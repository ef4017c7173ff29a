"""A glossary's terms in texts: where they stand, and where they are not kept.

A term is a word or phrase; a star at the end stands for any ending ("wreck*"). Case, accents and signs are passed over,
as in a search (`text.concordance`). Its renderings are those that a work wants, allows, or does not want; the term
itself is wanted in its own language where nothing else is.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from workbench.text.checking.findings import Finding, Says, Version, found_in
from workbench.text.checking.places import place_beside
from workbench.text.concordance import BadQuery, Matcher, parse_query, read_terms
from workbench.text.words.languages import language_of
from workbench.text.words.spans import Span

__all__ = ["STATUSES", "Entry", "Glossary", "Rendering", "Standing", "Status", "check_terms", "query_of"]

Status = Literal["wanted", "allowed", "forbidden"]
STATUSES: Final[tuple[Status, ...]] = ("wanted", "allowed", "forbidden")
_MOST = 0.6  # of the others
_MANY = 2
_SAID = 3  # renderings named in a note


class Rendering(NamedTuple):
    """Words that stand for a term in a language (a tag)."""

    language: str
    words: str
    status: Status


@dataclass(frozen=True, slots=True)
class Entry:
    """A term in its language (a tag, "" for any), and its renderings."""

    words: str
    language: str
    renderings: tuple[Rendering, ...] = ()

    def in_language(self, language: str, status: Status) -> tuple[str, ...]:
        """Return the words of a status in a language; the term itself is wanted in its own where no others are."""
        own = [one for one in self.renderings if _is_in(one.language, language)]
        found = tuple([one.words for one in own if one.status == status])
        is_head = status == "wanted" and _is_in(self.language, language)
        return (self.words,) if is_head and not any(one.status == "wanted" for one in own) else found


@dataclass(frozen=True, slots=True)
class Standing:
    """A term or a rendering of it (`status`, "" for the term itself) at `span` of a text (code points)."""

    entry: Entry
    span: Span
    status: Status | Literal[""]


class _Sought(NamedTuple):
    """Words to look for: whose, and with which keys they begin."""

    entry: Entry
    language: str
    status: Status | Literal[""]
    matcher: Matcher
    firsts: tuple[str, ...]
    is_prefix: bool


class Glossary:
    """Entries, made ready to be looked for in many texts."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)
        self._begins: dict[str, list[_Sought]] = {}
        self._open: list[_Sought] = []
        for one in filter(None, [_seek(*said) for entry in self.entries for said in _said_of(entry)]):
            if one.is_prefix:
                self._open.append(one)
            for first in one.firsts if not one.is_prefix else ():
                self._begins.setdefault(first, []).append(one)

    def find(self, text: str, language: str) -> list[Standing]:
        """Return where terms and renderings stand in a text in a language (a tag), in order."""
        if not self.entries:
            return []
        terms = read_terms(text)
        keys = {*terms.keys, *filter(None, terms.wholes)}
        sought = {id(one): one for key in keys & self._begins.keys() for one in self._begins[key]}
        sought |= {id(one): one for one in self._open if any(key.startswith(one.firsts) for key in keys)}
        found = [
            Standing(one.entry, span, one.status)
            for one in sought.values()
            if _is_in(one.language, language)
            for span in one.matcher.find_in(terms, text)
        ]
        return sorted(_apart(found), key=lambda one: (one.span.start, -one.span.end))


def query_of(words: str) -> str:
    """Return the words of a glossary as a phrase of the concordance's query language."""
    return '"{}"'.format(words.replace('"', " "))


def check_terms(versions: Sequence[Version], glossary: Glossary) -> list[Finding]:
    """Find where a term is not kept: words that are not wanted, or none of those that are where the term is said.

    It is said where a version in its language has it, or, without such a version, where most others (two at least)
    render it as wanted or allowed.
    """
    standing = [(one, glossary.find(one.text, one.language)) for one in versions] if glossary.entries else []
    present = {id(place.entry): place.entry for _, places in standing for place in places}
    return [found for entry in present.values() for found in _check(entry, standing)]


_Places = Sequence[tuple[Version, list[Standing]]]


def _check(entry: Entry, standing: _Places) -> Iterator[Finding]:
    placed = [(one, [place for place in places if place.entry is entry]) for one, places in standing]
    sources = [(one, places) for one, places in placed if _is_source(one, entry)]
    is_said = any(places for _, places in sources)
    for one, places in placed:
        if any(one is source for source, _ in sources):
            continue
        unwanted = [place for place in places if place.status == "forbidden"]
        if unwanted and (is_said or not sources):
            yield _unwanted(entry, one, unwanted[0], placed)
        elif not any(place.status != "forbidden" for place in places):
            yield from _wanting(entry, one, placed, sources)


def _is_source(one: Version, entry: Entry) -> bool:
    """Tell whether a version has the term itself: it is in its language, and its renderings are in others."""
    own = [_is_in(rendering.language, one.language) for rendering in entry.renderings]
    return bool(entry.language) and _is_in(entry.language, one.language) and bool(own) and not any(own)


def _unwanted(entry: Entry, one: Version, place: Standing, placed: _Places) -> Finding:
    better = _named(entry.in_language(one.language, "wanted") or entry.in_language(one.language, "allowed"))
    note = f"“{place.span.of(one.text)}” is not wanted for “{_plain(entry.words)}”{f': {better} is' if better else ''}."
    return found_in("term", one, place.span, 0.8, note, _says(one, placed))


def _wanting(entry: Entry, one: Version, placed: _Places, sources: _Places) -> Iterator[Finding]:
    wanted = (*entry.in_language(one.language, "wanted"), *entry.in_language(one.language, "allowed"))
    if not wanted:
        return
    said = [(other, places) for other, places in sources if places]
    same = [(other, places) for other, places in placed if other is not one and _is_alike(other, one)]
    kept = [(other, places) for other, places in same if any(place.status != "forbidden" for place in places)]
    if not sources and len(kept) >= max(_MANY, math.ceil(_MOST * len(same))):
        said = kept
    if said:
        other, places = (kept or said)[0]
        note = f"“{_plain(entry.words)}” is rendered by none of {_named(wanted)}."
        span = place_beside(places[0].span, one, other)
        yield found_in("term", one, span, 0.6 if sources else 0.45, note, _says(one, placed))


def _says(one: Version, placed: _Places) -> tuple[Says, ...]:
    others = [(other, places) for other, places in placed if other is not one]
    return tuple([Says(other.witness, places[0].span.of(other.text) if places else "") for other, places in others])


def _named(words: Sequence[str]) -> str:
    return ", ".join(f"“{_plain(one)}”" for one in words[:_SAID])


def _plain(words: str) -> str:
    return words.removesuffix("*")


def _is_in(wanted: str, language: str) -> bool:
    return not wanted or not language or language_of(wanted) == language_of(language)


def _is_alike(one: Version, other: Version) -> bool:
    return language_of(one.language) == language_of(other.language)


def _said_of(entry: Entry) -> Iterator[tuple[Entry, str, str, Status | Literal[""]]]:
    yield from ((entry, one.language, one.words, one.status) for one in entry.renderings)
    if not any(one.words == entry.words and _is_in(entry.language, one.language) for one in entry.renderings):
        yield entry, entry.language, entry.words, ""


def _seek(entry: Entry, language: str, words: str, status: Status | Literal[""]) -> _Sought | None:
    """Make words ready to be looked for; None where they are only signs."""
    try:
        query = parse_query(query_of(words))
    except BadQuery:
        return None
    term = query.wanted[0]
    is_open = term.is_prefix and any(len(one.terms) == 1 for one in term.writings)
    firsts = tuple([one.terms[0] for one in term.writings])
    return _Sought(entry, language, status, Matcher(query), firsts, is_open)


def _apart(found: Iterable[Standing]) -> Iterator[Standing]:
    """Of places of one entry that overlap, keep the longest, and of equal ones what is not wanted."""
    taken: dict[int, list[Span]] = {}
    for one in sorted(found, key=lambda place: (place.span.start - place.span.end, place.status != "forbidden")):
        spans = taken.setdefault(id(one.entry), [])
        if not any(one.span.start < span.end and span.start < one.span.end for span in spans):
            spans.append(one.span)
            yield one
