"""Pairs of texts whose right answer is known, of the kinds that users of other tools report.

    .venv/bin/python -m tests.benchmarks.reported [--wrong] [--against CHECKOUT] [FILE]

Prints for each kind how many are answered as a reader would; with `--wrong` also each wrong answer, with `--against`
also what an earlier checkout answers. FILE is a table `kind, left, right, ignore, expect` (`words.tsv` of the reported
inputs where none is given). What may be expected:

- `none`: no difference;
- `one=T`: exactly one difference, of type T, which cuts no word on either side and has both;
- `type=A|B`: one difference at least, and all of these types;
- `has=a>b`, `hasnot=a>b`: some, or no, difference has `a` on the left and `b` on the right;
- `hasnot=type:T:TEXT`: no difference of type T holds TEXT.
"""

import argparse
import csv
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.answering import Found, Question, answer, ask_build
from tests.benchmarks.diff_pairs import DATA

__all__ = ["Case", "is_right", "main", "read_cases"]

_REPORTED = DATA / "reported" / "words.tsv"


@dataclass(frozen=True, slots=True)
class Case:
    """Two texts, what is ignored, and what a reader would call the difference."""

    kind: str
    question: Question
    expect: str


def read_cases(path: Path) -> list[Case]:
    """Read the table."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        Case(row["kind"], (row["left"], row["right"], list(filter(None, row["ignore"].split(",")))), row["expect"])
        for row in rows
    ]


def is_right(case: Case, found: Found) -> bool:
    """Tell whether these differences are what the case expects."""
    what, _, wanted = case.expect.partition("=")
    types = {kind for kind, _, _ in found}
    match what:
        case "none":
            return not found
        case "type":
            return bool(found) and types <= set(wanted.split("|"))
        case "one":
            return len(found) == 1 and types == {wanted} and _is_whole(found[0], case.question)
        case "has":
            return _has(found, wanted)
        case "hasnot":
            return not _has(found, wanted)
    raise ValueError(f"Unknown expectation {case.expect!r}. Expected one of none, type=, one=, has=, hasnot=.")


def _has(found: Found, wanted: str) -> bool:
    if wanted.startswith("type:"):
        _, kind, text = wanted.split(":", 2)
        return any(type_ == kind and (text in left or text in right) for type_, left, right in found)
    left, right = wanted.split(">", 1)
    return any((mine, theirs) == (left, right) for _, mine, theirs in found)


def _is_whole(difference: tuple[str, str, str], question: Question) -> bool:
    """Tell whether both sides have something and neither begins or ends inside a word of its text."""
    return all(
        side and any(_stands_free(text, place, side) for place in _find_all(text, side))
        for text, side in zip(question[:2], difference[1:], strict=True)
    )


def _find_all(text: str, side: str) -> list[int]:
    return [place for place in range(len(text)) if text.startswith(side, place)]


def _stands_free(text: str, place: int, side: str) -> bool:
    before, after = text[:place][-1:], text[place + len(side) :][:1]
    return not (before.isalnum() and side[0].isalnum()) and not (after.isalnum() and side[-1].isalnum())


def main(arguments: list[str]) -> None:
    """Answer every case and print what came out."""
    parser = argparse.ArgumentParser(description="Answer reported pairs.")
    parser.add_argument("--wrong", action="store_true", help="show each wrong answer")
    parser.add_argument("--against", type=Path, help="an earlier checkout to set beside this one")
    parser.add_argument("file", nargs="?", type=Path, default=_REPORTED)
    options = parser.parse_args(arguments)
    if not options.file.exists():
        sys.exit(f"Skipped: no reported pairs at {options.file}")
    cases = read_cases(options.file)
    answers = {"workbench": [answer(case.question) for case in cases]}
    if options.against:
        answers["before"] = ask_build(options.against, [case.question for case in cases])
    _print_table(cases, answers)
    if options.wrong:
        _print_wrong(cases, answers["workbench"])


def _print_table(cases: list[Case], answers: dict[str, list[Found]]) -> None:
    print(f"| kind | pairs | {' | '.join(answers)} |\n|---|---|{'---|' * len(answers)}")
    rows: dict[str, list[list[bool]]] = defaultdict(list)
    for number, case in enumerate(cases):
        right = [is_right(case, found[number]) for found in answers.values()]
        rows[case.kind].append(right)
        rows["all"].append(right)
    for kind in [*(kind for kind in rows if kind != "all"), "all"]:
        counts = " | ".join(str(sum(column)) for column in zip(*rows[kind], strict=True))
        print(f"| {kind} | {len(rows[kind])} | {counts} |")


def _print_wrong(cases: list[Case], answers: list[Found]) -> None:
    for case, found in zip(cases, answers, strict=True):
        if not is_right(case, found):
            left, right, ignore = case.question
            print(f"\n{case.kind}: {case.expect}{f' without {ignore}' if ignore else ''}\n  {left}\n  {right}")
            for kind, mine, theirs in found:
                print(f"    {kind}: {mine!r} > {theirs!r}")


if __name__ == "__main__":
    main(sys.argv[1:])
