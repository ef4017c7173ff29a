"""The rows of the file by their meaning: who marked what in which system's text of which segment."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from workbench.interchange.checks import complaint_about_line, complaint_about_reference, complaint_about_text
from workbench.interchange.errors import FormatError, Problem
from workbench.interchange.formats.mqm.labels import NO_ERROR, severity_of
from workbench.interchange.formats.mqm.spans import Span, unmark
from workbench.interchange.limits import MAX_COLUMNS, MAX_COMMENT, MAX_LINE, MAX_PROBLEMS, MAX_ROWS

__all__ = ["ALIASES", "COLUMNS", "Rating", "find_problems", "make_rating", "read_ratings", "unknown_columns"]

COLUMNS = ("system", "doc", "doc_id", "seg_id", "rater", "source", "target", "category", "severity", "comment")
_NEEDED = ("system", "seg_id", "source", "target", "category", "severity")
ALIASES = {"globalsegid": "seg_id", "segid": "seg_id", "docid": "doc_id"}


@dataclass(frozen=True, slots=True)
class Rating:
    """One row. Texts are without marks, the spans in `source_spans` and `target_spans`; `line` counts from 1."""

    line: int
    system: str
    doc: str
    segment: str
    rater: str
    source: str
    target: str
    source_spans: tuple[Span, ...]
    target_spans: tuple[Span, ...]
    category: str
    severity: str
    comment: str
    is_whole: bool

    @property
    def reference(self) -> str:
        """The passage: the document's name and the segment's number."""
        return f"{self.doc}:{self.segment}" if self.doc else self.segment

    @property
    def is_mark(self) -> bool:
        """Whether something was found."""
        return NO_ERROR.casefold() not in {self.category.casefold(), self.severity.casefold()}


def read_ratings(text: str) -> list[Rating]:
    """Return the rows. Each line is one, each TAB a border, and quotation marks are text: the files quote nothing.

    Raises `FormatError` where the first line does not name the columns, or a row has another number of cells.
    """
    if not text.strip("\n"):
        raise FormatError((Problem("", "There is no table in the file. Expected a line of column names."),))
    first = text.lstrip("\n").partition("\n")[0]
    if first.count("\t") >= MAX_COLUMNS:
        raise FormatError((Problem("", f"Expected at most {MAX_COLUMNS:,} columns."),))
    names = _names(first)
    if missing := [name for name in _NEEDED if name not in names]:
        line = len(text) - len(text.lstrip("\n")) + 1
        raise FormatError((Problem(f"line {line}", f"Expected columns named {', '.join(missing)}."),))
    if text.count("\n") > MAX_ROWS:
        raise FormatError((Problem("", f"Expected at most {MAX_ROWS:,} rows."),))
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line]
    rows = [(number, line.split("\t")) for number, line in lines[1:]]
    uneven = [
        Problem(f"line {number}", f"{len(cells)} cells. Expected {len(names)}, as in the first line.")
        for number, cells in rows
        if len(cells) != len(names)
    ]
    if uneven:
        raise FormatError(tuple(uneven[:MAX_PROBLEMS]))
    return [make_rating(number, dict(zip(names, cells, strict=True))) for number, cells in rows]


def unknown_columns(text: str) -> list[str]:
    """Return the columns that nothing is known of."""
    return [name for name in _names(text.lstrip("\n").partition("\n")[0]) if name not in COLUMNS]


def find_problems(ratings: Sequence[Rating]) -> Iterator[Problem]:
    """Yield what is wrong, each with its line."""
    if not ratings:
        yield Problem("", "There is no row in the table.")
    sources: dict[str, Rating] = {}
    targets: dict[tuple[str, str], Rating] = {}
    for one in ratings:
        yield from (Problem(f"line {one.line}", message) for message in _complaints(one) if message)
        for kept, found, told in (
            (sources.setdefault(one.reference, one).source, one.source, "source"),
            (targets.setdefault((one.reference, one.system), one).target, one.target, f"target of {one.system}"),
        ):
            if kept != found:
                message = f"The {told} of {one.reference} is another here than on a line before."
                yield Problem(f"line {one.line}", message)


def _names(line: str) -> list[str]:
    found = [cell.strip().casefold() for cell in line.split("\t")]
    return [ALIASES.get(name, name) for name in found]


def make_rating(line: int, cells: Mapping[str, str]) -> Rating:
    """Return the rating that the cells of row `line` say, by the names of their columns."""
    source, source_spans, is_source_whole = unmark(cells["source"])
    target, target_spans, is_target_whole = unmark(cells["target"])
    return Rating(
        line=line,
        system=cells["system"].strip(),
        doc=cells.get("doc", "").strip(),
        segment=cells["seg_id"].strip(),
        rater=cells.get("rater", "").strip(),
        source=source,
        target=target,
        source_spans=tuple(source_spans),
        target_spans=tuple(target_spans),
        category=cells["category"].strip(),
        severity=cells["severity"].strip(),
        comment=cells.get("comment", "").strip(),
        is_whole=is_source_whole and is_target_whole,
    )


def _complaints(one: Rating) -> Iterator[str]:
    if not one.segment:
        yield "The segment has no number. Expected one in seg_id."
    yield complaint_about_reference(one.reference)
    yield "" if one.system else "The system has no name."
    yield complaint_about_line(one.system, MAX_LINE)
    yield complaint_about_line(one.rater, MAX_LINE)
    yield complaint_about_text(one.source)
    yield complaint_about_text(one.target)
    if len(one.category) + len(one.comment) + 2 > MAX_COMMENT:
        yield f"Expected a comment of at most {MAX_COMMENT:,} characters."
    if one.is_mark and severity_of(one.severity) is None:
        yield f"{one.severity!r} is no severity. Expected Neutral, Minor, Major, Critical or {NO_ERROR}."
    if one.is_mark and not one.category:
        yield "A mark without category."
