"""White space between passages that are read as one: nobody wrote it, so it parts from nobody."""

from collections.abc import Sequence

from workbench.text.difference.diff import diff
from workbench.text.words.joining import JOINED, JoinedText, Said, join_parts, unit_around

__all__ = ["read_unit"]


def read_unit(columns: Sequence[Sequence[Said]], row: int) -> tuple[range, list[JoinedText | None]]:
    """Return the rows of the unit that holds `row`, and the text of each column in it, None where it has none.

    Where the passages of a column meet, it has the white space of the first other column that joins them.
    """
    rows = unit_around(columns, row)
    plain = [join_parts(column, rows) for column in columns]
    if len(rows) == 1:
        return rows, plain
    return rows, [_settle(place, columns, rows, plain) for place in range(len(columns))]


def _settle(
    place: int, columns: Sequence[Sequence[Said]], rows: range, plain: Sequence[JoinedText | None]
) -> JoinedText | None:
    mine = plain[place]
    if mine is None or len(mine.parts) == 1:
        return mine
    seams = [mine.text[seam.start : seam.end] for seam in mine.seams]
    for number, part in enumerate(mine.parts[1:]):
        beside = next((plain[i] for i, column in enumerate(columns) if i != place and column[part.row] is JOINED), None)
        if beside is not None:
            seams[number] = _as_in(mine, number, beside)
    return join_parts(columns[place], rows, seams)


def _as_in(mine: JoinedText, number: int, beside: JoinedText) -> str:
    """Return the white space that another text has in the place of a seam, as far as only white space parts there."""
    seam = mine.seams[number]
    for one in diff(mine.text, beside.text).differences:
        if one.type == "spacing" and one.left.start <= seam.start and seam.end <= one.left.end:
            around = mine.text[one.left.start : one.left.end]
            return _without_ends(
                one.right.of(beside.text), around, seam.start - one.left.start, one.left.end - seam.end
            )
    return mine.text[seam.start : seam.end]


def _without_ends(there: str, around: str, before: int, after: int) -> str:
    """Return what a seam has to hold so that with the white space beside it, it is what stands there."""
    head, tail = around[:before], around[len(around) - after :]
    fits = there.startswith(head) and there.endswith(tail) and len(there) >= before + after
    return there[before : len(there) - after] if fits else around[before : len(around) - after]
