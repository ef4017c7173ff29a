"""The passages of one version cut out of the running text of another: where the cuts fall, and how sure they are.

Run from the root, with the data beside the repository: .venv/bin/python -m tests.benchmarks.running_text

"At an end": the gold cut stands at the end of a sentence; "inside": it does not. A cut is right if it is within one
word of the gold. "As read": without the marks of book 1 that were found to stand at other words (`running_cases`).
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from time import process_time

import numpy as np
from scipy.stats import rankdata

from tests.benchmarks.running_cases import Running, read_fitted, read_held_out, read_unseen, read_verdicts
from workbench.text import distribute, sentences

_BINS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 1.0)
_HEADER = (
    "at an end: cuts, <= 1 word, <= 1 sentence, as read | inside: cuts, <= 1 word | >= 0.8: share, right | AUC | time"
)


FIELDS = ("names", "at_end", "by_word", "by_sentence", "confidences")


@dataclass(frozen=True, slots=True)
class Cuts:
    """What became of each cut but the first of each text: arrays of one length."""

    names: np.ndarray
    at_end: np.ndarray
    by_word: np.ndarray
    by_sentence: np.ndarray
    confidences: np.ndarray
    seconds: float

    @property
    def is_right(self) -> np.ndarray:
        """Whether each cut is within a word of the gold."""
        return self.by_word <= 1


def main() -> None:
    """Print the table of cuts and the tables of confidence."""
    print(f"{'case':44} {_HEADER}\n\nfitted: Thucydides, book 1")
    fitted = []
    for pair, case in read_fitted():
        cuts = find_cuts([case])
        _report(case.title, cuts, _displaced(*pair))
        if "sections" in case.title:
            fitted.append(_without(cuts, _displaced(*pair)))
    print("\nheld out: Thucydides, books 2 to 4")
    held_out = [_find_and_report(cases) for cases in read_held_out()]
    print("\nunseen")
    unseen = [_find_and_report(cases) for cases in read_unseen()]
    bibles = [cuts for cuts in unseen if not cuts.names[0][0].isdigit()]
    report_reliability("Thucydides, book 1, sections, as read", fitted)
    report_reliability("Thucydides, books 2 to 4, against the marks", held_out)
    report_reliability("verses of the Bibles above", bibles)


def find_cuts(cases: Sequence[Running]) -> Cuts:
    """Distribute the passages of each case and compare with its gold."""
    parts = [_compare(case) for case in cases]
    seconds = sum(part.seconds for part in parts)
    return Cuts(
        **{field: np.concatenate([getattr(part, field) for part in parts]) for field in FIELDS}, seconds=seconds
    )


def _compare(case: Running) -> Cuts:
    start = process_time()
    placements = distribute(case.passages, case.text).placements[1:]
    seconds = process_time() - start
    gold, found = case.gold[1:], [one.span.start for one in placements]
    words = [match.start() for match in re.finditer(r"\S+", case.text)]
    ends = [span.start for span in sentences(case.text)]
    at_end = [case.text[cut - 2] in ".?!\"'”’)" for cut in gold]
    by_word, by_sentence = (np.array(_count_between(marks, gold, found)) for marks in (words, ends))
    confidences = np.array([one.confidence for one in placements])
    return Cuts(np.array(case.names[1:]), np.array(at_end), by_word, by_sentence, confidences, seconds)


def _count_between(marks: list[int], gold: list[int], found: list[int]) -> list[int]:
    """How many marks (starts of words or sentences) lie between the gold cut and the one found."""
    return [abs(bisect_left(marks, a) - bisect_left(marks, b)) for a, b in zip(gold, found, strict=True)]


def _displaced(left: str, right: str) -> set[str]:
    return {name for name, verdict in read_verdicts(left, right).items() if verdict == "displaced"}


def _without(cuts: Cuts, names: set[str]) -> Cuts:
    kept = ~np.isin(cuts.names, list(names))
    return Cuts(**{field: getattr(cuts, field)[kept] for field in FIELDS}, seconds=cuts.seconds)


def _find_and_report(cases: list[Running]) -> Cuts:
    cuts = find_cuts(cases)
    _report(cases[0].title, cuts, set())
    return cuts


def _report(title: str, cuts: Cuts, displaced: set[str]) -> None:
    end, right, sure = cuts.at_end, cuts.is_right, cuts.confidences >= 0.8
    read = _without(cuts, displaced)
    as_read = f"{read.is_right[read.at_end].mean():.3f}" if displaced else "    -"
    inside = f"{right[~end].mean():.3f}" if (~end).any() else "    -"
    print(
        f"{title:44} {end.sum():5} {right[end].mean():.3f} {(cuts.by_sentence[end] <= 1).mean():.3f} {as_read} |"
        f" {(~end).sum():4} {inside} | {sure.mean():.3f} {right[sure].mean():.3f} |"
        f" {rank_sureness(right, cuts.confidences):.3f} | {cuts.seconds:5.1f} s",
        flush=True,
    )


def rank_sureness(is_right: np.ndarray, confidences: np.ndarray) -> float:
    """Return the share of pairs of a right and a wrong cut of which the right one is the surer (AUC)."""
    right, wrong = is_right.sum(), (~is_right).sum()
    ranks = rankdata(confidences)[is_right].sum() - right * (right + 1) / 2
    return float(ranks / max(right * wrong, 1))


def report_reliability(title: str, cuts: Sequence[Cuts]) -> None:
    """Print, by bins of confidence, how many cuts there are, how sure they are and how many are right."""
    sure, right = (np.concatenate(values) for values in zip(*((c.confidences, c.is_right) for c in cuts), strict=True))
    print(f"\nconfidence, {title}: cuts, mean, right")
    for low, high in zip(_BINS, [*_BINS[1:-1], 1.01, 1.01], strict=False):
        inside = (sure >= low) & (sure < high)
        if inside.any():
            print(f"{low:.2f}-{min(high, 1):.2f} {inside.sum():6} {sure[inside].mean():.3f} {right[inside].mean():.3f}")
    print(f">= 0.80   {(sure >= 0.8).sum():6} {sure[sure >= 0.8].mean():.3f} {right[sure >= 0.8].mean():.3f}")


if __name__ == "__main__":
    main()
