"""Variation: how long all pairs of all passages take, and whether the figures say what slower measures say.

    .venv/bin/python -m tests.benchmarks.variation

Processor time. Eight variants of every verse: the English Bibles that are there, and copies made with errors (seed).
The peers are the standard library's `difflib` (ratio over words) and chrF, written out here from its paper
(Popović 2015: character n-grams of 1 to 6, beta 2) and made symmetric by the mean of both directions,
both on a sample of the passages; agreement is Spearman's rank correlation of the passages' variation.
"""

import random
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from functools import partial
from itertools import combinations
from statistics import fmean
from time import process_time
from typing import TypeVar

from scipy.stats import spearmanr

from tests.benchmarks.collation_sets import DATA, read_column
from workbench.text import cluster, distance_matrix, place, read_keys, variation

_NAMES = ("eng_KJV_2006", "eng_KJV_PCE", "eng_ASV", "eng_YLT")
_SAMPLE = 300
Passage = list[str | None]
T = TypeVar("T")


def main() -> None:
    """Print times, agreement, and the asymmetry of chrF."""
    if not DATA.exists():
        sys.exit(f"Skipped: no real texts at {DATA}")
    passages = _read_passages()
    count, variants = len(passages), len(passages[0])
    print(f"{count:,} passages x {variants} variants")
    _time("variation of every passage", lambda: [variation(texts) for texts in passages])
    matrix = _time("distance_matrix", lambda: distance_matrix(passages))
    _time("cluster and place", lambda: (cluster(matrix), place(matrix)))
    _time("tokenising alone (read_keys)", lambda: [read_keys(text) for texts in passages for text in texts if text])
    sample = passages[:: count // _SAMPLE][:_SAMPLE]
    ours = _time(f"variation of {_SAMPLE} passages", lambda: [variation(texts).variation for texts in sample])
    for name, measure in (("difflib", _differ), ("chrF", _differ_by_chrf)):
        theirs = _time(f"{name} on the same", partial(_means_of_pairs, sample, measure))
        print(f"    rank correlation with ours: {spearmanr(ours, theirs).statistic:.3f}")
    _show_asymmetry(sample)


def _time(what: str, work: Callable[[], T]) -> T:
    start = process_time()
    result = work()
    print(f"{what:34} {process_time() - start:8.2f} s", flush=True)
    return result


def _read_passages() -> list[Passage]:
    books = [read_column(f"bibles/{name}.tsv") for name in _NAMES]
    chance = random.Random(8)
    words = " ".join(books[0].values()).split()
    passages = []
    for verse in books[0]:
        there: Passage = [book.get(verse) for book in books]
        copies = [_blur(text or "", words, 0.03 * (n + 1), chance) for n, text in enumerate(there)]
        passages.append([*there, *copies])
    return passages


def _blur(text: str, words: Sequence[str], rate: float, chance: random.Random) -> str:
    return " ".join(chance.choice(words) if chance.random() < rate else word for word in text.split())


def _means_of_pairs(passages: Sequence[Passage], measure: Callable[[str, str], float]) -> list[float]:
    return [_mean_of_pairs(texts, measure) for texts in passages]


def _mean_of_pairs(texts: Passage, measure: Callable[[str, str], float]) -> float:
    return fmean(measure(a, b) for a, b in combinations([text for text in texts if text is not None], 2))


def _differ(left: str, right: str) -> float:
    return 1 - SequenceMatcher(None, left.split(), right.split(), autojunk=False).ratio()


def _differ_by_chrf(left: str, right: str) -> float:
    return 1 - (_score_chrf(left, right) + _score_chrf(right, left)) / 2


def _score_chrf(candidate: str, reference: str) -> float:
    """Popović 2015, doi:10.18653/v1/W15-3049: F-score of character n-grams, recall counted twice as much."""
    precisions, recalls = [], []
    for size in range(1, 7):
        ours, theirs = _count_ngrams(candidate, size), _count_ngrams(reference, size)
        if ours and theirs:
            common = (ours & theirs).total()
            precisions.append(common / ours.total())
            recalls.append(common / theirs.total())
    if not precisions or not any(precisions):
        return 0.0
    precision, recall = fmean(precisions), fmean(recalls)
    return 5 * precision * recall / (4 * precision + recall)


def _count_ngrams(text: str, size: int) -> Counter[str]:
    letters = text.replace(" ", "")
    return Counter(letters[at : at + size] for at in range(len(letters) - size + 1))


def _show_asymmetry(sample: Sequence[Passage]) -> None:
    """How far chrF of two texts moves when they are swapped."""
    pairs = [(texts[2], texts[3]) for texts in sample if texts[2] and texts[3]]
    moved = [abs(_score_chrf(a, b) - _score_chrf(b, a)) for a, b in pairs]
    print(f"chrF of ASV and YLT swapped: moves by {fmean(moved):.3f} on the mean, {max(moved):.3f} at most")


if __name__ == "__main__":
    main()
