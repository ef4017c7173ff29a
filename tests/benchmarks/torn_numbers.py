"""How many numbers of several words a comparison tears, in two translations of Livy.

    .venv/bin/python -m tests.benchmarks.torn_numbers [SECTIONS]

Prints, for sections of two translations compared (2,000 where no number is given), how many differences are of type
`number`, and how many of these cut a number of several words in two on one side: "two | hundred and five". Which words
are one number is told by `numbers/phrases`, of either text alone.
"""

import sys

from tests.benchmarks.diff_pairs import DATA
from workbench.text import Span, diff
from workbench.text.words.boundaries import WORD
from workbench.text.words.numbers.phrases import find_numbers

__all__ = ["main"]

_TRANSLATIONS = ("eng_roberts.tsv", "eng_foster.tsv")


def _read(name: str) -> dict[str, str]:
    lines = (DATA / "livy" / name).read_text(encoding="utf-8").splitlines()[1:]
    return dict(line.split("\t", 1) for line in lines if "\t" in line)


def list_numbers(text: str) -> list[Span]:
    """List where the numbers of several words stand."""
    places = [match.span() for match in WORD.finditer(text) if match.group().strip()]
    spans = [(end - len(text[start:end].lstrip()), end) for start, end in places]
    starts, ends = [start for start, _ in spans], [end for _, end in spans]
    words = [text[start:end] for start, end in spans]
    return [Span(starts[first], ends[last - 1]) for first, last in find_numbers(text, words, starts, ends)]


def is_torn(text: str, span: Span) -> bool:
    """Tell whether the words `span` begin or end inside a number."""
    return any(
        number.start < edge < number.end for number in list_numbers(text) for edge in (span.start, span.end) if span
    )


def main(sections: int) -> None:
    """Compare and print."""
    first, second = (_read(name) for name in _TRANSLATIONS)
    numbers = torn = 0
    for reference in [name for name in first if name in second][:sections]:
        left, right = first[reference], second[reference]
        for difference in diff(left, right).differences:
            if difference.type == "number":
                numbers += 1
                torn += is_torn(left, difference.left) or is_torn(right, difference.right)
    print(f"{sections} sections of Livy: {numbers} number differences, {torn} torn")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2_000)
