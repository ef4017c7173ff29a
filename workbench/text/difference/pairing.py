"""Inside a change: which word answers which.

"Comrade Zhuravelev was put forward" and "they nominated comrade Zhuravlev" share a name spelled in two ways; taken as
one change, the name is lost in it. Words that are near each other, numbers against numbers, and words written apart or
together ("to day", "today") are paired, in order, with the greatest sum of nearness; at the edges of what remains,
equal words and signs against signs are split off. What is left between is the change itself. Where it would show some
words of one change as omitted and others as added ("sent off", "step was to send"), forms of one word are no pair: one
change stays one change.
"""

from collections.abc import Sequence

from workbench.text.difference.candidates import Pair, are_near, best_pairs
from workbench.text.difference.opcodes import Row
from workbench.text.words.cache import Cache
from workbench.text.words.content import form_of, is_sure_number, list_forms
from workbench.text.words.keys import Keys
from workbench.text.words.old_spelling import are_old_spellings
from workbench.text.words.spellings import are_one_word, are_spellings

__all__ = ["pair_all"]

_LARGEST = 10_000  # words times words; a larger change is left whole
_WORK = 400_000  # words times words in all changes together
_REMEMBERED = 400  # characters of both sides of a change that is remembered with its pairs

Change = tuple[tuple[str, ...], tuple[str, ...]]


def pair_all(rows: Sequence[Row], left: Keys, right: Keys) -> list[Row]:
    """Pair the words inside every differing row not near as a whole; of long texts as far as time allows."""
    lefts, rights = left.values, right.values
    result: list[Row] = []
    work = 0
    for row in rows:
        equal, a, b, c, d, near, _ = row
        size = 0 if equal or near else (b - a) * (d - c)
        if not 0 < size <= _LARGEST or work + size > _WORK:
            result.append(row)
            continue
        work += size
        if size == 1:
            result.append((False, a, b, c, d, _are_near_again((lefts[a], rights[c])), None))
            continue
        change = tuple(lefts[a:b]), tuple(rights[c:d])
        width = left.ends[b - 1] - left.starts[a] + right.ends[d - 1] - right.starts[c]
        parts = (_pair_again if width <= _REMEMBERED else _pair_long_again)(change)
        if len(parts) == 1 and not (parts[0][0] or parts[0][5]):
            result.append(row)
        else:
            result += [(e, a + i, a + k, c + j, c + m, n, None) for e, i, k, j, m, n, _ in parts]
    return result


def _pair_words(change: Change) -> Sequence[Row]:
    """Cut one change into pairs of words that answer each other and what remains between them."""
    left, right = change
    lefts, rights = list_forms(left), list_forms(right)
    pairs = best_pairs((left, lefts), (right, rights))
    if not pairs and not _are_same(lefts[0], rights[0]) and not _are_same(lefts[-1], rights[-1]):
        return [(False, 0, len(lefts), 0, len(rights), False, None)]
    rows = _cut_at(pairs, lefts, rights)
    while _is_torn(rows, lefts, rights) and (weak := [pair for pair in pairs if _is_weak(pair, left, right)]):
        weakest = min(weak, key=lambda pair: pair[4])
        pairs = [pair for pair in pairs if pair is not weakest]
        rows = _cut_at(pairs, lefts, rights)
    return [_mark_equal(row, left, right) if row[5] else row for row in rows]


def _cut_at(pairs: Sequence[Pair], left: Sequence[str], right: Sequence[str]) -> list[Row]:
    """Return the pairs as rows, and what remains between them."""
    rows: list[Row] = []
    a = c = 0
    for i, k, j, m, _ in pairs:
        rows += _trim(left, right, (a, i, c, j))
        rows.append((False, i, k, j, m, True, None))
        a, c = k, m
    return rows + _trim(left, right, (a, len(left), c, len(right)))


def _is_torn(rows: Sequence[Row], left: Sequence[str], right: Sequence[str]) -> bool:
    """Tell whether of one change some words would be shown as omitted and others as added."""
    if len(rows) < 3:
        return False
    omits = adds = False
    for _, a, b, c, d, _, _ in rows:
        if c == d:
            omits = omits or any(left[a:b])
        elif a == b:
            adds = adds or any(right[c:d])
    return omits and adds


def _is_weak(pair: Pair, left: Sequence[str], right: Sequence[str]) -> bool:
    """Tell whether two words are forms of one ("sent", "send"): a name, a number or another spelling stays a pair."""
    i, k, j, m, _ = pair
    word, other = left[i], right[j]
    if k - i > 1 or m - j > 1 or (word[0].isupper() and other[0].isupper()):
        return False
    mine, theirs = form_of(word), form_of(other)
    if mine == theirs or is_sure_number(word) or is_sure_number(other):
        return False
    return not (are_spellings(word, other, (mine, theirs)) or are_one_word(word, other))


def _are_near(words: tuple[str, str]) -> bool:
    return are_near(*words)


_pair_again = Cache(_pair_words, most=500).__getitem__
_pair_long_again = Cache(_pair_words, most=20).__getitem__  # what moved is taken out, and the same changes remain
_are_near_again = Cache(_are_near, most=1_000).__getitem__


def _mark_equal(row: Row, left: Sequence[str], right: Sequence[str]) -> Row:
    _, a, b, c, d, _, _ = row
    return (True, a, b, c, d, False, None) if left[a:b] == right[c:d] else row


def _are_same(left: str, right: str) -> bool:
    return left == right or are_old_spellings(left, right)


def _trim(left: Sequence[str], right: Sequence[str], rest: tuple[int, int, int, int]) -> list[Row]:
    """Split off, at both edges of what remains, words equal but for case and old spelling, and signs against signs."""
    a, b, c, d = rest
    if a == b or c == d:
        return [(False, a, b, c, d, False, None)] if a < b or c < d else []
    head: list[Row] = []
    tail: list[Row] = []
    while a < b and c < d and (left[a] == right[c] or are_old_spellings(left[a], right[c])):
        head.append((False, a, a + 1, c, c + 1, True, None))
        a, c = a + 1, c + 1
    while a < b and c < d and (left[b - 1] == right[d - 1] or are_old_spellings(left[b - 1], right[d - 1])):
        b, d = b - 1, d - 1
        tail.append((False, b, b + 1, d, d + 1, True, None))
    if a < b or c < d:
        head.append((False, a, b, c, d, False, None))
    return head + tail[::-1] if tail else head
