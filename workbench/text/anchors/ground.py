"""Two states of a text, compared once: what all anchors on it need to know of the edit between them."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

import regex

from workbench.text.difference.comparison import Comparison, Part
from workbench.text.difference.diff import diff
from workbench.text.words.keys import Ignorable, Keys, fold_phrase, read_keys

__all__ = ["UNTOUCHED", "Ground", "Window", "count_words", "fold"]

UNTOUCHED: frozenset[Ignorable] = frozenset({"case", "punctuation", "spacing", "form"})
"""What may change in words that are still the same words."""

_SPACELESS = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")


def fold(words: str) -> str:
    """Return the letters of words without what may change in them while they stay the same words."""
    return fold_phrase(words, UNTOUCHED)


def count_words(words: Keys, start: int, end: int) -> int:
    """Count the words that begin in `start:end`."""
    return max(0, bisect_left(words.starts, end) - bisect_left(words.starts, start))


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of the old text and the stretch of the new one that stands in its place (code points, half-open)."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


@dataclass(frozen=True)
class Ground:
    """The edit from `old` to `new`. The words of both are folded and listed when they are first asked for."""

    old: str
    new: str
    comparison: Comparison

    @classmethod
    def compare(cls, old: str, new: str) -> "Ground":
        """Compare the two texts."""
        return cls(old, new, diff(old, new))

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The runs that cover both texts, in order."""
        return self.comparison.parts

    @cached_property
    def _ends(self) -> list[int]:
        return [part[1] for part in self.parts]

    @cached_property
    def _starts(self) -> list[int]:
        return [part[0] for part in self.parts]

    @cached_property
    def old_words(self) -> Keys:
        """The words of the old text, folded."""
        return read_keys(self.old, UNTOUCHED)

    @cached_property
    def new_words(self) -> Keys:
        """The words of the new text, folded."""
        return read_keys(self.new, UNTOUCHED)

    @cached_property
    def arrived(self) -> list[bool]:
        """For each word of the new text, whether it stands where the texts part: it may have come there."""
        ends = [part[3] for part in self.parts]
        return [self.parts[bisect_right(ends, start)][4] is not None for start in self.new_words.starts]

    @cached_property
    def departed(self) -> list[bool]:
        """For each word of the old text, whether it stands where the texts part: it may have gone from there."""
        return [self.parts[bisect_right(self._ends, start)][4] is not None for start in self.old_words.starts]

    def parts_of(self, start: int, end: int) -> tuple[int, int]:
        """Return the first and one past the last of the runs that the old text's `start:end` touches."""
        return bisect_right(self._ends, start), bisect_left(self._starts, end)

    def window(self, start: int, end: int) -> Window:
        """Return the stretch from firm words to firm words in which the old text's `start:end` stands.

        Where an edge lies in words that both texts have, it is the edge; else all that was changed there is in it.
        """
        first, last = self.parts_of(start, end)
        left, right = self.parts[first], self.parts[last - 1]
        if left[4] is None:
            old_start, new_start = start, left[2] + start - left[0]
        else:
            while first and not self._is_firm(self.parts[first - 1]):
                first -= 1
            old_start, new_start = self.parts[first][0], self.parts[first][2]
        if right[4] is None:
            return Window(old_start, end, new_start, right[2] + end - right[0])
        while last < len(self.parts) and not self._is_firm(self.parts[last]):
            last += 1
        return Window(old_start, self.parts[last - 1][1], new_start, self.parts[last - 1][3])

    def _is_firm(self, part: Part) -> bool:
        return part[4] is None and any(map(str.isalnum, self.old[part[0] : part[1]]))

    def is_cut(self, text: str, place: int) -> bool:
        """Tell whether `place` lies inside a word, in scripts that part words."""
        if not 0 < place < len(text):
            return False
        pair = text[place - 1 : place + 1]
        return pair[0].isalnum() and pair[1].isalnum() and not _SPACELESS.search(pair)
