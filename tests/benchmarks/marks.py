"""Words that differ in their marks alone: what the engine calls the difference, by language.

    .venv/bin/python -m tests.benchmarks.marks [--against CHECKOUT]

Of the Universal Declaration of Human Rights in each language, every two words with the same letters and other marks
(vowel signs, tones, points, accents), each between two words that agree. "Faint" are the types that a page draws as
good as nothing, `punctuation` and `spacing`: no two words of one text differ so. Skips, saying so, without the texts.
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from unicodedata import normalize

import regex

from tests.benchmarks.answering import Found, Question, answer, ask_build
from tests.benchmarks.diff_pairs import DATA
from workbench.text import tokenise

__all__ = ["main"]

_MARKS = regex.compile(r"\p{M}")
_MOST = 500  # pairs of a language


def _find_pairs(path: Path) -> list[Question]:
    """List the pairs, in the order of the text."""
    text = path.read_text(encoding="utf-8")
    words = dict.fromkeys(normalize("NFD", token.text.lower()) for token in tokenise(text) if token.kind == "word")
    by_letters: dict[str, list[str]] = defaultdict(list)
    for word in words:
        by_letters[_MARKS.sub("", word)].append(normalize("NFC", word))
    found: list[Question] = [(f"1 {left} 1", f"1 {right} 1", []) for left, right in _pairs(by_letters)]
    return found[:_MOST]


def _pairs(by_letters: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    for words in by_letters.values():
        yield from combinations([word for word in words if len(word) < 30], 2)


def _describe(answers: list[Found]) -> str:
    kinds = Counter(kind for found in answers for kind in {kind for kind, _, _ in found})
    faint = sum(bool(found) and {kind for kind, _, _ in found} <= {"punctuation", "spacing"} for found in answers)
    return f"{faint} | {', '.join(f'{kind} {count}' for kind, count in kinds.most_common())}"


def main(arguments: list[str]) -> None:
    """Print a row for each language that has such words."""
    parser = argparse.ArgumentParser(description="Type words that differ in their marks alone.")
    parser.add_argument("--against", type=Path, help="an earlier checkout to set beside this one")
    options = parser.parse_args(arguments)
    if not (DATA / "udhr").exists():
        sys.exit(f"Skipped: the declarations are not at {DATA}.")
    print("| language | pairs | faint | types |" + (" faint before | types before |" if options.against else ""))
    print("|---|---|---|---|" + ("---|---|" if options.against else ""))
    for path in sorted((DATA / "udhr").glob("[a-z]*.tsv")):
        if pairs := _find_pairs(path):
            row = f"| {path.stem} | {len(pairs)} | {_describe([answer(pair) for pair in pairs])} |"
            print(row + (f" {_describe(ask_build(options.against, pairs))} |" if options.against else ""))


if __name__ == "__main__":
    main(sys.argv[1:])
