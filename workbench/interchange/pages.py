"""A text in printed pages: form feeds are page breaks; running heads and page numbers are found, left out if asked.

A page number is a line of a number alone (`12`, `- 12 -`, `xii`) at the head or foot of a page, one higher than that of
the page before. A running head is a first or last line that, but for digits, stands on at least three pages and on a
third of all. Where a text has no form feeds, only page numbers can be known: numbers alone on their line, at least
three, each one higher than the last, with the lines beside them that recur.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from workbench.interchange.numbering import read_roman

__all__ = ["describe_boilerplate", "find_boilerplate", "join_pages", "without_lines"]

_NUMBER = re.compile(r"\W*(?:(\d{1,4})|([ivxlc]{1,8}|[IVXLC]{1,8}))\W*")
_LEAST = 3
_LONGEST = 80
_SHOWN = 4


def join_pages(text: str) -> str:
    """Return the text without its form feeds: a page ends a line, and a line of nothing else goes.

    A paragraph may run on over the page; blank lines at a page's head or foot part paragraphs as anywhere else.
    """
    if "\f" not in text:
        return text
    text = re.sub(r"(?m)^[ \t]*\f[ \t\f]*(?:\n|\Z)", "", text)
    text = re.sub(r"(?m)^[ \t]*\f[ \t\f]*", "", text)
    return re.sub(r"[ \t]*\f[ \t\f]*\n?", "\n", text)


def find_boilerplate(text: str) -> list[int]:
    """Return the lines (from 0, as `text.split("\\n")` has them) that are running heads or page numbers, in order."""
    lines = text.split("\n")
    edges = _edges_of_pages(lines) if text.count("\f") + 1 >= _LEAST else _beside_numbers(lines)
    shapes = Counter(_shape(lines[at]) for at in edges if _number(lines[at]) is None)
    pages = max(text.count("\f") + 1, _LEAST)
    recurring = {shape for shape, count in shapes.items() if shape and count >= max(_LEAST, pages / 3)}
    heads = {at for at in edges if _shape(lines[at]) in recurring and _number(lines[at]) is None}
    return sorted(heads | _counting([at for at in edges if _number(lines[at]) is not None], lines))


def describe_boilerplate(text: str, found: Sequence[int], *, is_left_out: bool) -> str:
    """Say in a sentence what of the text looks like running heads and page numbers, and what becomes of it."""
    lines = text.split("\n")
    shown = ", ".join(f"line {at + 1} “{_bare(lines[at])[:40]}”" for at in found[:_SHOWN])
    done = "were left out" if is_left_out else "are read as text; they can be left out"
    more = " …" if len(found) > _SHOWN else ""
    return f"{len(found):,} lines look like running heads or page numbers and {done}: {shown}{more}."


def without_lines(text: str, left_out: Iterable[int]) -> str:
    """Return the text with these lines made empty, but for their form feeds; so a line keeps its number."""
    gone = set(left_out)
    return "\n".join("\f" * ("\f" in line) if at in gone else line for at, line in enumerate(text.split("\n")))


def _edges_of_pages(lines: Sequence[str]) -> list[int]:
    """Return the first and the last line of every page that are not blank, and the next to one that is a number."""
    edges: set[int] = set()
    for page in _pages(lines):
        for side in (page, page[::-1]):
            edges.update(side[: 2 if side and _number(lines[side[0]]) is not None else 1])
    return sorted(edges)


def _pages(lines: Sequence[str]) -> Iterator[list[int]]:
    page: list[int] = []
    for at, line in enumerate(lines):
        if "\f" in line:
            yield page
            page = []
        if _bare(line):
            page.append(at)
    yield page


def _beside_numbers(lines: Sequence[str]) -> list[int]:
    """Return the lines of numbers alone that count pages, with the nearest line before and after that is not blank."""
    numbers = _counting([at for at, line in enumerate(lines) if _number(line) is not None], lines)
    filled = [at for at, line in enumerate(lines) if _bare(line)]
    places = {at: place for place, at in enumerate(filled)}
    edges = set(numbers)
    for at in numbers:
        edges.update(filled[max(0, places[at] - 1) : places[at] + 2])
    return sorted(edges)


def _counting(places: Sequence[int], lines: Sequence[str]) -> set[int]:
    """Return those of the lines of numbers that stand in the longest run of numbers that go up by one."""
    numbers = [_number(lines[at]) or 0 for at in places]
    runs: list[list[int]] = [[]]
    for index, (at, number) in enumerate(zip(places, numbers, strict=True)):
        if index and number != numbers[index - 1] + 1:
            runs.append([])
        runs[-1].append(at)
    is_spaced = [run for run in runs if len(run) >= _LEAST and all(after - at > 3 for at, after in pairwise(run))]
    return {at for run in is_spaced for at in run}


def _number(line: str) -> int | None:
    found = _NUMBER.fullmatch(_bare(line))
    if found is None:
        return None
    return int(found[1]) if found[1] else read_roman(found[2].upper()) or None


def _shape(line: str) -> str:
    """Return what recurs of a line: itself without digits, "" for one too long for a running head."""
    bare = _bare(line)
    return re.sub(r"[\d\W_]+", " ", bare).strip() if len(bare) <= _LONGEST else ""


def _bare(line: str) -> str:
    return line.strip("\f \t\u00a0")
