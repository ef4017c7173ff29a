"""What becomes of anchors under edits whose right outcome is known, on real texts.

    .venv/bin/python -m tests.benchmarks.anchors [--against CHECKOUT] [--trials N] [--show KIND] [--seed SEED]

For each kind of edit so many anchors of one to eight words on texts of about two hundred words (`anchor_edits`), and
how many were placed on their words, placed on others without a word (wrong), placed with a question, or lost. With
`--against` an earlier checkout answers the same, in which an anchor is carried or lost.
"""

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.anchor_edits import KINDS, Trial, draw_trials
from tests.benchmarks.anchor_following import Followed, ask_build, follow

__all__ = ["main"]

_COLUMNS = ("right", "wrong", "asked", "asked elsewhere", "orphan")


def _judge(trial: Trial, found: Followed) -> str:
    """Say what an outcome is worth: `asked` where the question is put at the right place."""
    kind, start, end = found
    if kind == "orphan":
        return "orphan"
    is_there = any(low <= start and end <= high for low, high in trial.places)
    if kind == "changed":
        return "asked" if is_there else "asked elsewhere"
    return "right" if is_there and trial.may_stay else "wrong"


def _print_table(name: str, trials: Sequence[Trial], answers: Sequence[Followed], shown: str) -> None:
    print(f"\n{name}\n{'kind':<28}{'n':>6}" + "".join(f"{column:>17}" for column in _COLUMNS))
    tally: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
    for trial, found in zip(trials, answers, strict=True):
        judged = _judge(trial, found)
        tally[trial.kind][judged] += 1
        if trial.kind == shown and judged != ("right" if trial.survives else "orphan"):
            print(f"{judged}: {trial.old[trial.start : trial.end]!r} -> {found}\n  - {trial.old}\n  + {trial.new}")
    for kind, counts in tally.items():
        print(f"{kind:<28}{counts.total():>6}" + "".join(f"{counts[column]:>17}" for column in _COLUMNS))
    survivors = [i for i, trial in enumerate(trials) if trial.survives]
    wrong = sum(counts["wrong"] for counts in tally.values())
    placed = sum(_judge(trials[i], answers[i]) == "right" for i in survivors)
    print(f"wrong {wrong} of {len(trials)} ({wrong / len(trials):.2%}); ", end="")
    print(f"of {len(survivors)} whose words survive {placed / len(survivors):.2%} placed")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--against", type=Path)
    parser.add_argument("--trials", type=int, default=400)
    parser.add_argument("--show", default="")
    parser.add_argument("--seed", default="2026")
    options = parser.parse_args()
    trials = list(draw_trials(options.trials, options.seed))
    questions = [(trial.old, trial.new, trial.start, trial.end) for trial in trials]
    if options.against:
        _print_table(str(options.against), trials, ask_build(options.against, questions), "")
    _print_table("now", trials, list(map(follow, questions)), options.show)


if __name__ == "__main__":
    main()
