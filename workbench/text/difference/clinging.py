"""An apostrophe at the edge of a word belongs to it: "ʿAli" against "'Ali" is one word with another sign.

There it is a token of its own, for it may be a quotation mark; in Unicode ʿ and ʾ are letters. So where such a letter
differs from another apostrophe, or from nothing, beside a word that agrees, the word is shown with it.
"""

import re

from workbench.text.difference.opcodes import Row
from workbench.text.words.boundaries import APOSTROPHE_LETTERS
from workbench.text.words.folding import APOSTROPHES
from workbench.text.words.keys import Keys

__all__ = ["attach_apostrophes"]

_LETTER = re.compile(f"[{''.join(sorted(APOSTROPHE_LETTERS))}]")


def attach_apostrophes(rows: list[Row], left: Keys, right: Keys) -> list[Row]:
    """Return the rows with every letter that is an apostrophe in one row with the word it clings to."""
    if not (_may_cling(left.text) or _may_cling(right.text)):
        return rows
    result: list[Row] = []
    for row in rows:
        before = result[-1] if result else None
        if before and row[0] and _is_apostrophe(before, left, right) and _touch(before, row, left, right):
            _, a, _, c, _, _, _ = result.pop()
            _, i, k, j, m, _, _ = row
            result.append((False, a, i + 1, c, j + 1, True, None))
            result += _rest(i + 1, k, j + 1, m)
        elif before and _may_end(before) and _is_apostrophe(row, left, right) and _touch(before, row, left, right):
            equal, a, b, c, d, _, _ = result.pop()
            result += _rest(a, b - 1, c, d - 1) if equal else ()
            result.append((False, b - 1 if equal else a, row[2], d - 1 if equal else c, row[4], True, None))
        else:
            result.append(row)
    return result


def _may_cling(text: str) -> bool:
    return not text.isascii() and _LETTER.search(text) is not None


def _rest(a: int, b: int, c: int, d: int) -> list[Row]:
    return [(True, a, b, c, d, False, None)] if a < b else []


def _may_end(row: Row) -> bool:
    """Tell whether the words before an apostrophe agree, or are a pair of near words."""
    equal, a, b, c, d, near, move = row
    return equal or (near and move is None and b - a == d - c == 1)


def _is_apostrophe(row: Row, left: Keys, right: Keys) -> bool:
    """Tell whether the row is an apostrophe against another or against nothing, and one of them is a letter."""
    equal, a, b, c, d, _, move = row
    signs = [*left.values[a:b], *right.values[c:d]]
    if equal or move is not None or b - a > 1 or d - c > 1:
        return False
    return not APOSTROPHE_LETTERS.isdisjoint(signs) and all(sign in APOSTROPHES for sign in signs)


def _touch(first: Row, second: Row, left: Keys, right: Keys) -> bool:
    """Tell whether nothing stands between two rows, where the one is an apostrophe and the other has words."""
    sign, words = (first, second) if second[0] else (second, first)
    place = words[1] if words is second else words[2] - 1
    touches_left = sign[1] == sign[2] or left.ends[first[2] - 1] == left.starts[second[1]]
    touches_right = sign[3] == sign[4] or right.ends[first[4] - 1] == right.starts[second[3]]
    return touches_left and touches_right and left.values[place][0].isalpha()
