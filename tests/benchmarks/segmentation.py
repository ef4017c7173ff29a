"""Scripts without spaces, cut by the character and by ICU's dictionaries, in one run.

    .venv/bin/python -m tests.benchmarks.segmentation

Each text of the Universal Declaration of Human Rights is cut both ways, in a process each (the choice is made once, at
the start); the peer for speed is UAX #29 in the `regex` module. Then the Chinese declaration in simplified and in
traditional characters is compared article by article. Skips, saying so, where the texts or the extra are absent.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from time import process_time
from typing import Any

import regex

from tests.benchmarks.diff_pairs import DATA
from workbench.text import SEGMENTATION, diff, read_keys
from workbench.text.words.cache import forget
from workbench.text.words.tokens import scan

LANGUAGES = {"cmn_hans": "Chinese, simplified", "cmn_hant": "Chinese, traditional", "jpn": "Japanese"}
LANGUAGES |= {"tha": "Thai", "khm": "Khmer", "mya": "Burmese", "heb": "pointed Hebrew, for comparison"}
_ROUNDS = 25


def main() -> None:
    """Print both tables; called with `count`, print one process' figures as JSON."""
    if sys.argv[1:] == ["count"]:
        print(json.dumps({"name": SEGMENTATION, "texts": _measure_texts(), "pair": _measure_pair()}))
        return
    if not (DATA / "udhr").exists():
        sys.exit(f"Skipped: the real texts are not at {DATA}.")
    if not SEGMENTATION.startswith("ICU"):
        sys.exit("Skipped: the extra `segmentation` is not installed.")
    without, with_dictionary = _run("off"), _run("on")
    _print_texts(without["texts"], with_dictionary)
    _print_pairs(without, with_dictionary)


def _run(choice: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.benchmarks.segmentation", "count"]
    counted: dict[str, Any] = json.loads(subprocess.check_output(command, env={**os.environ, "SEGMENTATION": choice}))
    return counted


def _print_texts(without: dict[str, Any], with_dictionary: dict[str, Any]) -> None:
    name = with_dictionary["name"]
    print(f"| text | tokens, by character | {name} | MB/s, by character | dictionary | again | UAX #29 |")
    print("|---|---|---|---|---|---|---|")
    for language, name in LANGUAGES.items():
        (count, speed, *_), (words, pace, again, peer) = without[language], with_dictionary["texts"][language]
        print(f"| {name} | {count:,} | {words:,} | {speed:.1f} | {pace:.1f} | {again:.1f} | {peer:.1f} |")


def _print_pairs(*runs: dict[str, Any]) -> None:
    print("\n| simplified against traditional | tokens | differences | agreeing pieces of one character | ms |")
    print("|---|---|---|---|---|")
    for run in runs:
        tokens, differences, alone, seconds = run["pair"]
        print(f"| {run['name']} | {tokens:,} | {differences:,} | {alone:,} | {seconds * 1000:.1f} |")


def _read(language: str) -> list[str]:
    lines = (DATA / "udhr" / f"{language}.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return [line.split("\t")[1] for line in lines]


def _measure_texts() -> dict[str, tuple[int, float, float, float]]:
    """Count tokens (white space left out) and megabytes of UTF-8 a second: ours, ours of a text met before, theirs."""
    boundaries = regex.compile(r"\b", regex.V1 | regex.WORD)
    figures = {}
    for language in LANGUAGES:
        text = "\n".join(_read(language))
        size = len(text.encode()) / 1e6
        first, again = _time(partial(scan, text), forget), _time(partial(scan, text))
        theirs = _time(partial(boundaries.split, text))
        figures[language] = len(read_keys(text).values), size / first, size / again, size / theirs
    return figures


def _measure_pair() -> tuple[int, int, int, float]:
    """Count tokens of the left side, differences, and agreeing characters alone between two differences; in seconds."""
    pairs = list(zip(_read("cmn_hans"), _read("cmn_hant"), strict=True))
    results = [diff(left, right) for left, right in pairs]
    tokens = sum(len(read_keys(left).values) for left, _ in pairs)
    alone = sum(
        segment.difference is None and segment.left.end - segment.left.start == 1
        for result in results
        for segment in result.segments[1:-1]
    )
    differences = sum(len(result.differences) for result in results)
    return tokens, differences, alone, _time(lambda: [diff(*pair) for pair in pairs])


def _time(act: Callable[[], object], prepare: Callable[[], None] = lambda: None) -> float:
    times = []
    for _ in range(_ROUNDS):
        prepare()
        start = process_time()
        act()
        times.append(process_time() - start)
    return min(times)


if __name__ == "__main__":
    main()
