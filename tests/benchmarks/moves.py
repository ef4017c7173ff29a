"""Whether what is shown as moved was moved: passages with blocks of words put elsewhere, and noise around them.

    .venv/bin/python -m tests.benchmarks.moves

Each passage of Thucydides (Crawley, 80 to 400 words) has one to three blocks of 2 to 12 words taken out and put in at
other places; then so many of its words are lost, doubled from elsewhere in the passage, or replaced by other words of
it (seeded). A move that is shown is right where most of its words come from the same place of the original on both
sides. A block is found where most of its words are linked to themselves, as moved or, since of two parts that changed
places either may be said to have moved, as equal. Skips, saying so, where the real texts are absent.
"""

import random
import sys
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from tests.benchmarks.diff_pairs import DATA, read_passages
from workbench.text import Comparison, Span, diff

__all__ = ["Case", "Places", "draw_cases", "join", "measure_moves"]

_SEED = 5
_PASSAGES = 400
_SIZES = (80, 400)  # words of a passage
_BLOCK = (2, 12)  # words
Word = tuple[int | None, str]  # its place in the original, None for one that noise put in


@dataclass(frozen=True, slots=True)
class Case:
    """A passage and what became of it; `blocks` are the places of the words that were moved."""

    left: list[Word]
    right: list[Word]
    blocks: list[range]


def measure_moves() -> None:
    """Print, by share of noise, how many moved blocks are found and how many of the moves shown are right."""
    print("| words changed by noise | moved blocks found | moves shown | of them right |\n|---|---|---|---|")
    for noise in (0.0, 0.04, 0.08, 0.16):
        found = blocks = shown = right = 0
        for case in draw_cases(noise):
            comparison = diff(join(case.left), join(case.right))
            verdicts = _judge_moves(case, comparison)
            found, blocks = found + _count_found(case, comparison), blocks + len(case.blocks)
            shown, right = shown + len(verdicts), right + sum(verdicts)
        print(f"| {noise:.0%} | {found / blocks:.1%} of {blocks:,} | {shown:,} | {right / max(shown, 1):.1%} |")


def draw_cases(noise: float) -> list[Case]:
    """Draw passages with moved blocks and this share of their words lost, doubled or replaced (seeded)."""
    rng = random.Random(_SEED)
    chapters: dict[str, list[str]] = {}
    for key, text in read_passages("thucydides/eng_crawley1874").items():
        chapters.setdefault(key.rsplit(".", 1)[0], []).extend(text.split())
    fitting = [words for words in chapters.values() if _SIZES[0] <= len(words) <= _SIZES[1]]
    return [_make_case(words, noise, rng) for words in rng.sample(fitting, min(_PASSAGES, len(fitting)))]


def _make_case(words: list[str], noise: float, rng: random.Random) -> Case:
    left: list[Word] = list(enumerate(words))
    blocks: list[range] = []
    right = left
    for _ in range(rng.randint(1, 3)):
        right, block = _move_block(right, rng)
        blocks += [block] if block else []
    return Case(left, _disturb(right, words, noise, rng), blocks)


def _move_block(words: list[Word], rng: random.Random) -> tuple[list[Word], range | None]:
    """Take a block that still stands together to another place, more than its own length away."""
    length = rng.randint(*_BLOCK)
    start, place = rng.randrange(len(words) - length), rng.randrange(len(words) - length)
    first, last = words[start][0], words[start + length - 1][0]
    if first is None or last is None or last - first != length - 1 or abs(place - start) <= length:
        return words, None
    rest = words[:start] + words[start + length :]
    return rest[:place] + words[start : start + length] + rest[place:], range(first, last + 1)


def _disturb(words: list[Word], vocabulary: Sequence[str], noise: float, rng: random.Random) -> list[Word]:
    """Lose, double and replace words, a third of the noise each."""
    result: list[Word] = []
    for word in words:
        kind = rng.choice(("lost", "added", "replaced")) if rng.random() < noise else "kept"
        result += [] if kind in {"lost", "replaced"} else [word]
        result += [(None, rng.choice(vocabulary))] if kind in {"added", "replaced"} else []
    return result


def join(words: Sequence[Word]) -> str:
    """Write the words as a text."""
    return " ".join(text for _, text in words)


class Places:
    """From characters of the joined text to places in the original (None for words that the noise put in)."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.places = [place for place, _ in words]
        self.starts = [0, *accumulate(len(text) + 1 for _, text in words)]

    def within(self, span: Span) -> list[int | None]:
        """List the places of the words that the span touches."""
        first, last = (bisect_right(self.starts, offset) - 1 for offset in (span.start, span.end - 1))
        return self.places[first : last + 1]


def _judge_moves(case: Case, comparison: Comparison) -> list[bool]:
    """Say of each move shown whether most of its words are the same words of the original at both ends."""
    left, right = Places(case.left), Places(case.right)
    verdicts: list[bool] = []
    for difference in comparison.differences:
        if difference.type == "move":
            pairs = zip(left.within(difference.left), right.within(difference.right), strict=False)
            same = [mine == theirs for mine, theirs in pairs]
            verdicts.append(2 * sum(same) > len(same))
    return verdicts


def _count_found(case: Case, comparison: Comparison) -> int:
    left, right = Places(case.left), Places(case.right)
    linked = {
        left.within(link.left)[0]
        for link in comparison.links
        if link.kind != "near" and left.within(link.left)[0] == right.within(link.right)[0]
    }
    return sum(2 * len(linked.intersection(block)) > len(block) for block in case.blocks)


if __name__ == "__main__":
    if not DATA.exists():
        sys.exit(f"Skipped: the real texts are not at {DATA}.")
    measure_moves()
