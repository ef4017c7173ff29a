"""Running text to units: paragraphs, lines, or numbered points, each with the line it starts on.

What is a number, `numbering` says; which numbers number the text, `chains`. Nothing is swallowed in silence: `Points`
has a sentence for every number that is missing, joined, taken twice or left among the words.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import regex

from workbench.interchange.chains import Chain, Opening, find_chain
from workbench.interchange.numbering import STYLES, Mark, find_marks, read_roman
from workbench.text.words.stops import STOP

__all__ = ["Points", "Unit", "read_points", "remark_numbers", "split_lines", "split_paragraphs", "split_points"]

_SHOWN = 5
_LONGEST_HEADING = 80
_MOST_HEADINGS = 2
_LEAST = {"roman": 2, "plain": 2, "decimal": 2, "raised": 2, "dashed": 2, "called": 2, "circled": 2, "han": 2} | {
    "small roman": 3,
    "comma": 3,
    "triple": 2,
    "roman chapter": 2,
}
"""Styles of which one number alone says nothing: "I. Newton", "3 men"."""

_NAMES_PART = regex.compile(
    r"\s*(?:chapter|part|book|section|psalm|letter|act|scene|canto|article|kapitel|teil|buch|abschnitt|brief|artikel|"
    r"livre|chapitre|partie|acte|chant|cap[ií]tulo|libro|parte|capitolo|глава|часть|книга|раздел|письмо)\b",
    regex.IGNORECASE,
)
_ENDS_SENTENCE = regex.compile(rf"[{STOP},;:\u037e]['\"’”»)]*\s*\Z")
_NUMBER_OF_PART = regex.compile(r"(?<![\p{L}\p{N}])(?:(\d{1,3})|([IVXLC]{1,7}))\.?\s*\Z")


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of a text; `line` counts from 1, `reference` is None where the text gives none."""

    line: int
    reference: str | None
    text: str
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Points:
    """Numbered points, and in sentences what of the numbering a person should know."""

    units: list[Unit]
    remarks: tuple[str, ...] = ()


def split_lines(text: str) -> list[Unit]:
    """Return a unit for every line that is not blank."""
    return [Unit(at, None, line) for at, line in enumerate(text.split("\n"), 1) if not _is_blank(line)]


def split_paragraphs(text: str) -> list[Unit]:
    """Return a unit for every run of lines between blank lines."""
    units: list[Unit] = []
    run: list[str] = []
    for at, line in enumerate([*text.split("\n"), ""], 1):
        if not _is_blank(line):
            run.append(line)
        elif run:
            units.append(Unit(at - len(run), None, "\n".join(run)))
            run = []
    return units


def split_points(text: str) -> list[Unit]:
    """Return a unit for every numbered point, and one for what stands before the first; see `read_points`."""
    return read_points(text).units


def read_points(text: str) -> Points:
    """Return a unit for every numbered point, one for what stands before the first, and what is to be said of them.

    What stands before the first point is passage 0 (`preface` if a point is called so). Where the count begins anew,
    the references say the part (`1.1`, `2.1`), and a heading above it is one. A text without any number is one unit
    with the reference 0.
    """
    lines = text.split("\n")
    chain, others = _choose_chain(lines)
    if not chain.marks:
        said = "No numbering was found: the whole text is one passage, called 0."
        block = _block(lines)
        return Points([Unit(1, "0", block)] if block else [], (said,))
    names = _name(chain, lines)
    kept = [(mark, name) for mark, name in zip(chain.marks, names, strict=True) if name]
    left = [*others, *(mark for mark, name in zip(chain.marks, names, strict=True) if not name)]
    units = _cut(lines, kept, _starts_of_parts(chain))
    return Points(units, tuple(_remark(lines, chain, kept, sorted(left, key=lambda mark: mark.line))))


def remark_numbers(units: Sequence[Unit]) -> Iterator[str]:
    """Yield a sentence if most units (paragraphs, lines) of a text begin with numbers that go on from each other."""
    chain, _ = _choose_chain([unit.text.split("\n", 1)[0] for unit in units])
    if len(chain.marks) >= 3 and 2 * len(chain.marks) > len(units):
        first, last = chain.marks[0].reference, chain.marks[-1].reference
        yield (
            f"{len(chain.marks):,} of {len(units):,} passages begin with a number ({first} to {last}). "
            "Say that a passage is a numbered point, and these become the references."
        )


def _is_blank(line: str) -> bool:
    return not line or line.isspace()


def _choose_chain(lines: Sequence[str]) -> tuple[Chain, list[Mark]]:
    """Return the chain that numbers the lines best, and the numbers of its style that are not in it."""

    def opening(mark: Mark) -> Opening:
        above = next((line for line in reversed(lines[max(mark.line - 2, 0) : mark.line]) if not _is_blank(line)), "")
        if _NAMES_PART.match(above) and _NUMBER_OF_PART.search(above):
            return "named"
        is_apart = mark.line == 0 or _is_blank(lines[mark.line - 1]) or _is_heading(lines, mark.line - 1)
        return "apart" if is_apart else ""

    found = find_marks(lines)
    best, style_of_best = Chain(), ""
    for style in STYLES:
        chain = find_chain(found.get(style, []), opening)
        if len(chain.marks) >= _LEAST.get(style, 1) and chain.worth > best.worth:
            best, style_of_best = chain, style
    taken = {mark.line for mark in best.marks}
    return best, [mark for mark in found.get(style_of_best, []) if mark.line not in taken]


def _name(chain: Chain, lines: Sequence[str]) -> list[str]:
    """Return the reference of each mark, "" for one whose name is taken already."""
    parts = _name_parts(chain, lines) if chain.restarts else [""]
    names: list[str] = []
    taken: set[str] = set()
    part = 0
    for index, mark in enumerate(chain.marks):
        part += index in chain.restarts
        name = f"{parts[part]}.{mark.reference}" if parts[part] else mark.reference
        names.append("" if name in taken else name)
        taken.add(name)
    return names


def _name_parts(chain: Chain, lines: Sequence[str]) -> list[str]:
    """Return what the parts are called: by the numbers of their headings, if these rise, else by their order."""
    starts = [chain.marks[0], *(chain.marks[index] for index in chain.restarts)]
    said = [_number_of_heading(lines, mark.line - 1) for mark in starts]
    rises = all(said) and all(before < after for before, after in pairwise(said))
    return [str(number if rises else at) for at, number in enumerate(said, 1)]


def _number_of_heading(lines: Sequence[str], at: int) -> int:
    while at >= 0 and _is_blank(lines[at]):
        at -= 1
    found = _NUMBER_OF_PART.search(lines[at]) if at >= 0 and _is_heading(lines, at) else None
    if found is None:
        return 0
    return int(found[1]) if found[1] else read_roman(found[2])


def _starts_of_parts(chain: Chain) -> set[int]:
    """Return the lines of the marks at which a part, chapter or book begins; one part alone has none."""
    starts = {chain.marks[index].line for index in chain.restarts}
    for before, mark in pairwise(chain.marks):
        if (before.book, before.chapter) != (mark.book, mark.chapter):
            starts.add(mark.line)
    return starts | {chain.marks[0].line} if starts or chain.marks[0].chapter else set()


def _cut(lines: Sequence[str], kept: Sequence[tuple[Mark, str]], parts: set[int]) -> list[Unit]:
    """Return the units between the marks; headings above a part go to its first unit."""
    borders = [*(mark.line for mark, _ in kept), len(lines)]
    ends = [_end_without_headings(lines, start, at) if at in parts else at for start, at in pairwise([-1, *borders])]
    opening = _block(lines[: ends[0]])
    name = "preface" if any(reference == "0" for _, reference in kept) else "0"
    units = [Unit(1, name, opening)] if opening else []
    for (mark, reference), end, before in zip(kept, ends[1:], ends, strict=False):
        heading = " · ".join(line.strip() for line in lines[before : mark.line] if not _is_blank(line))
        text = _block([lines[mark.line][mark.end :], *lines[mark.line + 1 : end]])
        units.append(Unit(mark.line + 1, reference, text, heading))
    return units


def _end_without_headings(lines: Sequence[str], start: int, border: int) -> int:
    """Return where the lines after `start`, that of a point, end before `border` without the headings at their end."""
    end, headings = border, 0
    at = border - 1
    while at > start and headings < _MOST_HEADINGS and (_is_blank(lines[at]) or _is_heading(lines, at)):
        if not _is_blank(lines[at]):
            end, headings = at, headings + 1
        at -= 1
    return end


def _is_heading(lines: Sequence[str], at: int) -> bool:
    """Whether a line reads like a heading: short, and named a part, in capitals, or apart and without an end."""
    line = lines[at].strip()
    if not line or len(line) > _LONGEST_HEADING:
        return False
    if _NAMES_PART.match(line) or (line.isupper() and len(line) > 1):
        return True
    is_apart = at == 0 or _is_blank(lines[at - 1]) or (at > 0 and _NAMES_PART.match(lines[at - 1]) is not None)
    return is_apart and not _ENDS_SENTENCE.search(line)


def _remark(
    lines: Sequence[str], chain: Chain, kept: Sequence[tuple[Mark, str]], left: Sequence[Mark]
) -> Iterator[str]:
    if left:
        yield (
            f"{_count(len(left), 'line begins', 'lines begin')} with a number that does not go on and "
            f"was left among the words: {_show([_quote(lines, mark) for mark in left])}."
        )
    if missing := list(_missing(chain)):
        yield f"Numbers are missing: {_show(missing)}."
    if chain.restarts:
        first = chain.marks[chain.restarts[0]]
        names: Mapping[int, str] = {mark.line: name for mark, name in kept}
        yield (
            f"The numbering begins anew {_times(len(chain.restarts))}, first at line "
            f"{first.line + 1}: passages are called by part and number, {kept[0][1]}, {names.get(first.line, '')} …"
        )
    if bridges := [name for mark, name in kept if mark.is_bridge]:
        yield f"{_count(len(bridges), 'passage stands', 'passages stand')} for several numbers: {_show(bridges)}."


def _missing(chain: Chain) -> Iterator[str]:
    restarts = set(chain.restarts)
    for index, (before, mark) in enumerate(pairwise(chain.marks), 1):
        is_one_count = index not in restarts and (before.book, before.end_chapter) == (mark.book, mark.chapter)
        first, last = before.last + 1, mark.start - 1
        if is_one_count and first <= last:
            span = f"{first}" if first == last else f"{first}-{last}"
            where = f"{mark.book} {mark.chapter}:".strip() if mark.chapter else ""
            yield f"{where}{span} (line {mark.line + 1})"


def _quote(lines: Sequence[str], mark: Mark) -> str:
    words = lines[mark.line].strip()
    return f"line {mark.line + 1} “{words[:30]}{'…' if len(words) > 30 else ''}”"


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number:,} times"


def _show(names: Sequence[str]) -> str:
    more = f" and {len(names) - _SHOWN:,} more" if len(names) > _SHOWN else ""
    return ", ".join(names[:_SHOWN]) + more


def _block(lines: Sequence[str]) -> str:
    """Return the lines without blank lines around them, and with blank lines inside made empty."""
    return "\n".join("" if _is_blank(line) else line for line in lines).strip("\n")
