"""Runs of words as lines, and of the lines those that differ with what stands around them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from workbench.cli.marking import Kind, Marks, Run

__all__ = ["Line", "find_hunks", "into_lines", "mark_line", "write_hunks"]


_LEFT: frozenset[Kind] = frozenset({"same", "gone", "left"})
_RIGHT: frozenset[Kind] = frozenset({"same", "come", "arrived"})


@dataclass(slots=True)
class Line:
    """A line of both texts together: the numbers of the lines (from 1) that it begins in, and its runs."""

    left: int
    right: int
    runs: list[Run] = field(default_factory=list)

    @property
    def differs(self) -> bool:
        """Whether anything in it is not the same in both."""
        return any(run.kind != "same" for run in self.runs)


def into_lines(runs: Iterable[Run]) -> list[Line]:
    """Break runs at their line ends; each line end stays the last character of its line."""
    lines = [Line(1, 1)]
    for run in runs:
        for piece in _pieces(run.text):
            last = lines[-1]
            last.runs.append(Run(run.kind, piece))
            if piece.endswith("\n"):
                lines.append(Line(last.left + (run.kind in _LEFT), last.right + (run.kind in _RIGHT)))
    return lines if lines[-1].runs else lines[:-1]


def _pieces(text: str) -> Iterator[str]:
    """Cut after each LF alone: other characters that end lines elsewhere are words' own."""
    start = 0
    while (end := text.find("\n", start) + 1) > 0:
        yield text[start:end]
        start = end
    if start < len(text):
        yield text[start:]


def find_hunks(lines: Sequence[Line], context: int) -> list[Sequence[Line]]:
    """Return the runs of lines of which each differs or stands within `context` lines of one that does."""
    hunks: list[list[int]] = []
    for number, line in enumerate(lines):
        if not line.differs:
            continue
        first, last = max(0, number - context), min(len(lines), number + context + 1)
        if hunks and first <= hunks[-1][1]:
            hunks[-1][1] = last
        else:
            hunks.append([first, last])
    return [lines[first:last] for first, last in hunks]


def write_hunks(hunks: Iterable[Sequence[Line]], marks: Marks) -> Iterator[str]:
    """Yield each hunk under a line that says where it begins in both texts."""
    for hunk in hunks:
        yield f"@@ {hunk[0].left} {hunk[0].right} @@\n"
        for line in hunk:
            yield mark_line(line, marks)


def mark_line(line: Line, marks: Marks) -> str:
    """Return the line with its marks, which end before the line does; a line end that comes or goes shows as a sign."""
    written = "".join(_mark(run, marks) for run in line.runs)
    return written if written.endswith("\n") else written + "\n"


def _mark(run: Run, marks: Marks) -> str:
    before, after = marks[run.kind]
    if run.kind == "same":
        return run.text
    if run.text.endswith("\n"):
        return f"{before}{run.text[:-1]}¶{after}\n"
    return f"{before}{run.text}{after}"
