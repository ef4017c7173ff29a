"""Whether two runs of words are the same under what is ignored, however they are written together or apart.

With `punctuation` ignored "U.S.A." is "USA" and "well-known" is "well known", with `spacing` ignored "every one" is
"everyone": the same letters, and at every place where one side ends a word either the other does too, with nothing
between that counts, or what stands there is ignored.
"""

from bisect import bisect_right
from itertools import accumulate

import regex

from workbench.text.words.folding import Ignorable
from workbench.text.words.gaps import is_same_gap
from workbench.text.words.keys import Keys, fold_phrase

__all__ = ["are_same_texts", "are_same_words"]

Range = tuple[int, int]  # words, half-open
_SIGN = regex.compile(r"[^\p{L}\p{N}\p{M}]")


def are_same_texts(left: Keys, right: Keys, ignored: frozenset[Ignorable]) -> bool:
    """Tell whether two texts are the same under what is ignored, with what stands before and after their words."""
    if not (left.values and right.values):
        return not (left.values or right.values) and is_same_gap(left.text, right.text, ignored)
    return (
        is_same_gap(left.text[: left.starts[0]], right.text[: right.starts[0]], ignored)
        and is_same_gap(left.text[left.ends[-1] :], right.text[right.ends[-1] :], ignored)
        and are_same_words(left, right, (0, len(left.values)), (0, len(right.values)), ignored)
    )


def are_same_words(left: Keys, right: Keys, here: Range, there: Range, ignored: frozenset[Ignorable]) -> bool:
    """Tell whether the words `here` of the left text are those `there` of the right, together or apart."""
    mine, theirs = left.values[slice(*here)], right.values[slice(*there)]
    if "".join(mine) != "".join(theirs):
        return "spacing" in ignored and _fold(left, here, ignored) == _fold(right, there, ignored)
    if "spacing" in ignored:
        return True
    ends, others = _Borders(left, here), _Borders(right, there)
    return all(_is_same_border(place, ends, others, ignored) for place in {*ends.gaps, *others.gaps})


def _fold(keys: Keys, words: Range, ignored: frozenset[Ignorable]) -> str:
    """Return what stands there without what is ignored, whatever keys a rule gives it."""
    first, last = words
    return fold_phrase(keys.text[keys.starts[first] : keys.ends[last - 1]], ignored) if first < last else ""


class _Borders:
    """What stands between the words of a run, and where: by how many letters come before."""

    def __init__(self, keys: Keys, words: Range) -> None:
        first, last = words
        self.keys = keys
        self.first = first
        self.places = list(accumulate(map(len, keys.values[first : last - 1])))
        self.gaps = {place: keys.text[keys.ends[n] : keys.starts[n + 1]] for n, place in enumerate(self.places, first)}

    def has_lost_sign(self, place: int) -> bool:
        """Tell whether the word that spans this place has a sign inside, which its key has not."""
        n = self.first + bisect_right(self.places, place)
        return _SIGN.search(self.keys.text[self.keys.starts[n] + 1 : self.keys.ends[n] - 1]) is not None


def _is_same_border(place: int, left: _Borders, right: _Borders, ignored: frozenset[Ignorable]) -> bool:
    mine, theirs = left.gaps.get(place), right.gaps.get(place)
    if is_same_gap(mine or "", theirs or "", ignored):
        return True
    return "punctuation" in ignored and (right if theirs is None else left).has_lost_sign(place)
