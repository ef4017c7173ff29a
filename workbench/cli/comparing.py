"""Compare two texts word by word. Exit code: 0 where they are the same, 1 where they differ, 2 in trouble.

Serves as `git difftool --extcmd="workbench diff"`, and as GIT_EXTERNAL_DIFF="workbench diff" (git then hands seven or
nine words over, and 0 is the exit code).
"""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.cli import pages
from workbench.cli.hunks import find_hunks, into_lines, mark_line, write_hunks
from workbench.cli.ignoring import add_ignore, read_ignored
from workbench.cli.marking import Kind, Marks, Run, add_colour, choose_marks
from workbench.cli.reading import Unreadable, read_bytes, read_text
from workbench.text.difference.comparison import Comparison, Difference
from workbench.text.difference.diff import diff
from workbench.text.words.spans import Span

__all__ = ["add_arguments", "run", "runs_of"]

GONE: tuple[Kind, Kind] = ("gone", "left")
COME: tuple[Kind, Kind] = ("come", "arrived")
_OF_GIT = (
    1,
    7,
    9,
)  # a path that is unmerged; a change; a change with a new name (gitdiffcore, git(1) GIT_EXTERNAL_DIFF)


@dataclass(frozen=True, slots=True)
class _Pair:
    left_name: str
    right_name: str
    left: str
    right: str


def add_arguments(parser: ArgumentParser) -> None:
    """The two files and how to show what differs."""
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help='two files ("-": standard input), or what git hands over'
    )
    add_ignore(parser)
    parser.add_argument("--encoding", help="of both files, where it is not UTF-8 or UTF-16 with a mark")
    parser.add_argument("-U", "--context", type=int, default=3, metavar="N", help="lines around what differs (3)")
    parser.add_argument("--all", action="store_true", help="the whole text, as wdiff writes it")
    parser.add_argument(
        "--stat", action="store_true", help="one line: how alike, and how many differences of which type"
    )
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="verdict, similarity and differences with their offsets")
    shape.add_argument("--html", action="store_true", help="a page with <ins> and <del>")
    add_colour(parser)


def run(options: Namespace) -> int:
    """Compare, write, and say by the exit code whether there is a difference."""
    by_git = len(options.files) in _OF_GIT
    if len(options.files) == 1:
        sys.stdout.write(f"{options.files[0]}: unmerged\n")
        return 0
    pair = _read(options)
    if pair is None:
        sys.stdout.write(f"Binary files {' and '.join(_names(options.files))} differ\n")
        return 0 if by_git else 1
    comparison = diff(pair.left, pair.right, ignore=read_ignored(options.ignore))
    sys.stdout.writelines(_write(pair, comparison, options))
    return 0 if by_git or not comparison.differences else 1


def _names(files: list[str]) -> tuple[str, str]:
    """Return what the two sides are called."""
    if len(files) == 2:
        return files[0], files[1]
    return f"a/{files[0]}", f"b/{files[7] if len(files) > 7 else files[0]}"


def _read(options: Namespace) -> _Pair | None:
    """Return the two texts, None where one is no text (it holds a NUL, as git tells it) and they are not the same."""
    files = options.files
    if len(files) not in {2, 7, 9}:
        raise Unreadable(f"{len(files)} files were given. Expected two.")
    if files[:2] == ["-", "-"]:
        raise Unreadable("Standard input can be one of the two files, not both.")
    paths = (files[0], files[1]) if len(files) == 2 else (files[1], files[4])
    if len(files) > 2 and any(b"\0" in read_bytes(path)[:8000] for path in paths):
        return None
    return _Pair(*_names(files), *(read_text(path, options.encoding) for path in paths))


def _write(pair: _Pair, comparison: Comparison, options: Namespace) -> Iterator[str]:
    if options.json:
        yield json.dumps(_describe(pair, comparison), ensure_ascii=False, indent=1) + "\n"
    elif options.html:
        yield pages.page_of_difference((pair.left_name, pair.right_name), runs_of(comparison, pair.left, pair.right))
    elif options.stat:
        yield _count(comparison) + "\n"
    elif options.all:
        marks = choose_marks(options.color)
        yield from (mark_line(line, marks) for line in into_lines(runs_of(comparison, pair.left, pair.right)))
    elif comparison.differences:
        yield from _write_hunks(pair, comparison, choose_marks(options.color), options.context)


def _write_hunks(pair: _Pair, comparison: Comparison, marks: Marks, context: int) -> Iterator[str]:
    yield f"--- {pair.left_name}\n+++ {pair.right_name}\n"
    lines = into_lines(runs_of(comparison, pair.left, pair.right))
    yield from write_hunks(find_hunks(lines, context), marks)


def runs_of(comparison: Comparison, left: str, right: str) -> Iterator[Run]:
    """Yield both texts in one: what is the same once, as the right has it; else the left's words before the right's."""
    for segment in comparison.segments:
        if segment.difference is None:
            yield Run("same", segment.right.of(right))
            continue
        moved = comparison.differences[segment.difference].type == "move"
        if words := segment.left.of(left):
            yield Run(GONE[moved], words)
        if words := segment.right.of(right):
            yield Run(COME[moved], words)


def _count(comparison: Comparison) -> str:
    types = Counter(difference.type for difference in comparison.differences)
    counted = ", ".join(f"{number} {kind}" for kind, number in sorted(types.items())) or "none"
    return f"{comparison.verdict}, similarity {comparison.similarity:.3f}, differences: {counted}"


def _describe(pair: _Pair, comparison: Comparison) -> dict[str, object]:
    return {
        "left": pair.left_name,
        "right": pair.right_name,
        "verdict": comparison.verdict,
        "similarity": round(comparison.similarity, 6),
        "approximate": comparison.approximate,
        "differences": [_describe_one(pair, difference) for difference in comparison.differences],
    }


def _describe_one(pair: _Pair, difference: Difference) -> dict[str, object]:
    return {
        "type": difference.type,
        "left": _quote(difference.left, pair.left),
        "right": _quote(difference.right, pair.right),
        "note": difference.note,
    }


def _quote(span: Span, text: str) -> dict[str, object]:
    return {"start": span.start, "end": span.end, "text": span.of(text)}
