"""Papers: letters, decisions, minutes one after another in a running text, often as a web page shows them.

A paper begins with its head: two short lines or more, one of them with a date, right before a longer paragraph or a
numbered point; one dated line is enough behind a rule (`* * *`). A page that was copied whole has its site around the
papers: what stands before the first head, if a line there is but a day of the week with a date, as blogs put above
their posts; and all from the first line that only a site says ("Post a Comment", "Filed under …"). That is left out and
named; of the site, its title, date and who signs it are returned, to be offered.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from workbench.interchange.points import Unit, split_paragraphs

__all__ = ["Paper", "Papers", "describe_papers", "find_papers"]

_LONGEST_HEAD = 120
_SHOWN = 4
_DATE = regex.compile(
    r"\b\d{1,2}(?:st|nd|rd|th|er|[.º])?\s+(?:of |de )?\p{L}{3,12}\.?,?\s+(?:de )?\d{4}\b"
    r"|\b\p{L}{3,12}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}\b|\b\d{1,2}[./]\d{1,2}[./]\d{4}\b|\b\d{4}-\d\d-\d\d\b"
)
_POSTED = regex.compile(rf"(?i)(?:posted on |published on )?\p{{L}}+,?\s+(?P<date>{_DATE.pattern})")
_LISTED = regex.compile(r"\s*(?:[\[(§]?\d{1,4}[\])]?[.):](?!\d)|[\[(][^\])]{1,4}[\])])")
_RULE = regex.compile(r"\s*(?:[*＊•·—–_=#~-]\s*){3,}")
_SITE = regex.compile(
    r"(?i)\s*(?:post a comment|leave a (?:comment|reply)|posted (?:at|by|in|on)\b|filed under|\d+ comments?\b|"
    r"share this|subscribe\b|<<\s*home|[«‹]\s|(?:older|newer)(?: posts?)?\s*:|related (?:posts|articles)|"
    r"(?:tags|labels)\s*:|comments? \(\d+\)|kommentar|комментари|поделиться)"
)
_SIGNED = regex.compile(
    r"\b(?:[Ww]ritten|[Tt]ranslated|[Tt]ranslations?|[Pp]osted|[Pp]ublished)(?:\s+\w+){0,4}?\s+by\s+"
    r"(?P<name>\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){0,3})"
    r"|^\s*[Bb]y\s+(?P<name>\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){0,3})\s*$"
)


@dataclass(frozen=True, slots=True)
class Paper:
    """One document: the lines of its head, and its paragraphs; what stands before the first head has none."""

    head: tuple[str, ...]
    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class Papers:
    """The papers of a text, what of the site around them was left out, and what that says of itself."""

    papers: tuple[Paper, ...]
    left_out: tuple[Unit, ...] = ()
    offered: tuple[tuple[str, str], ...] = ()

    @property
    def are_found(self) -> bool:
        """Whether any paper has a head."""
        return any(paper.head for paper in self.papers)


def find_papers(text: str) -> Papers:
    """Return the papers of a text; one without a head, and nothing left out, where no head is found."""
    units = split_paragraphs(text)
    heads = list(_heads(units))
    if not heads:
        return Papers((Paper((), tuple(units)),) if units else ())
    end = next((at for at in range(heads[0][1], len(units)) if _is_sites(units[at])), len(units))
    heads = [(start, last) for start, last in heads if last < end]
    posted = next((at for at in range(heads[0][1]) if _POSTED.fullmatch(units[at].text.strip())), None)
    start = 0 if posted is None else _past_title(heads, posted)
    opening = units[start : heads[0][0]]
    borders = [*(one for one, _ in heads[1:]), end]
    papers = [_paper(units, one, last, border) for (one, last), border in zip(heads, borders, strict=True)]
    offered = () if posted is None else _offered(units[:start], units[end:], posted)
    return Papers((*([Paper((), tuple(opening))] if opening else []), *papers), (*units[:start], *units[end:]), offered)


def _past_title(heads: list[tuple[int, int]], posted: int) -> int:
    """Take the day and the title that a site puts above a text out of the heads; return where the papers begin.

    Where nothing else stands in the first head, it is that of the site's own words, unless there is no other.
    """
    start, last = heads[0]
    if start > posted + 1:
        return start
    if posted + 2 < last:
        heads[0] = (posted + 2, last)
    elif len(heads) > 1:
        heads.pop(0)
    else:
        heads[0] = (posted + 1, last)
    return heads[0][0]


def describe_papers(found: Papers) -> Iterator[str]:
    """Say in sentences which papers were found and what was left out of the page around them."""
    named = [paper.head[0][:60] for paper in found.papers if paper.head]
    yield f"{len(named):,} documents were found by their heads: {'; '.join(f'“{one}”' for one in named[:_SHOWN])}."
    if found.left_out:
        shown = ", ".join(f"line {one.line} “{' '.join(one.text.split())[:40]}”" for one in found.left_out[:_SHOWN])
        more = " …" if len(found.left_out) > _SHOWN else ""
        yield f"{len(found.left_out):,} paragraphs of the page around them were left out: {shown}{more}."


def _heads(units: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """Yield where each head begins, and where what it is the head of does."""
    start = 0
    for at, unit in enumerate(units):
        if _is_short(unit):
            continue
        head = units[start:at]
        is_ruled = start > 0 and _RULE.fullmatch(units[start - 1].text) is not None
        lines = [line for one in head for line in one.text.split("\n")]
        if len(lines) >= (1 if is_ruled else 2) and _DATE.search("\n".join(lines)):
            yield start, at
        start = at + 1


def _is_short(unit: Unit) -> bool:
    """Whether a paragraph may be part of a head: no point of a list, no note, no rule, each of its lines short."""
    is_listed = _LISTED.match(unit.text) or _RULE.fullmatch(unit.text)
    return not is_listed and all(len(line) <= _LONGEST_HEAD for line in unit.text.split("\n"))


def _is_sites(unit: Unit) -> bool:
    return len(unit.text) <= 2 * _LONGEST_HEAD and _SITE.match(unit.text) is not None


def _paper(units: Sequence[Unit], start: int, last: int, border: int) -> Paper:
    lines = [" ".join(line.split()) for one in units[start:last] for line in one.text.split("\n") if line.strip()]
    rest = [one for one in units[last:border] if not _RULE.fullmatch(one.text)]
    return Paper(tuple(lines), tuple(rest))


def _offered(before: Sequence[Unit], after: Sequence[Unit], posted: int) -> tuple[tuple[str, str], ...]:
    """Return what the site says of itself, by the fields of a translation."""
    signed = (_SIGNED.search(one.text) for one in (*before, *after) if len(one.text) < 1_000)
    day = _POSTED.fullmatch(before[posted].text.strip())
    lines = [" ".join(one.text.split()) for one in before]
    said = {
        "translator": next((found["name"].rstrip(".") for found in signed if found), ""),
        "year": day["date"] if day else "",
        "title": next(iter(lines[posted + 1 : posted + 2]), ""),
        "source": lines[0] if posted else "",
    }
    return tuple((name, words) for name, words in said.items() if words and len(words) <= _LONGEST_HEAD)
