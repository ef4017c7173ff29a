"""Second table: the passages of one translator of Thucydides cut out of the running text of another."""

import re
from bisect import bisect_left
from time import process_time

from tests.benchmarks.alignment_sets import group, read_passages
from workbench.text import distribute, sentences

_PAIRS = (
    ("jowett", "crawley"),
    ("crawley", "jowett"),
    ("hobbes", "crawley"),
    ("crawley", "hobbes"),
    ("hobbes", "jowett"),
)


def report_cuts() -> None:
    """Print, for book 1, how many cuts stand where the other translator's sections begin."""
    print("\nThucydides, book 1: passages of the first cut out of the running text of the second")
    print(f"{'':44}gold at the end of a sentence        gold inside a sentence")
    print(f"{'case':40} {'cuts':>5} {'<= 1 word':>9} {'<= 1 sentence':>13}  {'cuts':>5} {'<= 1 word':>9} {'time':>7}")
    for parts, name in ((2, "chapters"), (3, "sections")):
        for left, right in _PAIRS:
            print(f"{f'{name}, {left} -> {right}':40}" + _measure(left, right, parts), flush=True)


def _measure(left: str, right: str, parts: int) -> str:
    sides = [group({r: t for r, t in read_passages(n).items() if r.startswith("1.")}, parts) for n in (left, right)]
    common = [reference for reference in sides[0] if reference in sides[1]]
    pieces = [sides[1][reference].strip() for reference in common]
    gold = [sum(len(piece) + 1 for piece in pieces[:number]) for number in range(len(pieces))]
    text = " ".join(pieces)
    start = process_time()
    found = [p.span.start for p in distribute([sides[0][reference] for reference in common], text).placements]
    seconds = process_time() - start
    words = [match.start() for match in re.finditer(r"\S+", text)]
    ends = [span.start for span in sentences(text)]
    at_end = [text[cut - 2] in ".?!\"'”’)" for cut in gold[1:]]
    by_word, by_sentence = (_distances(marks, gold, found) for marks in (words, ends))
    outside = [distance for distance, end in zip(by_word, at_end, strict=True) if end]
    inside = [distance for distance, end in zip(by_word, at_end, strict=True) if not end]
    near = [distance for distance, end in zip(by_sentence, at_end, strict=True) if end]
    shares = f"{len(outside):5} {_share(outside):9.3f} {_share(near):13.3f}  {len(inside):5} {_share(inside):9.3f}"
    return f" {shares} {seconds:5.1f} s"


def _distances(marks: list[int], gold: list[int], found: list[int]) -> list[int]:
    """How many marks (starts of words or sentences) lie between the gold cut and the one found."""
    pairs = zip(gold[1:], found[1:], strict=True)
    return [abs(bisect_left(marks, a) - bisect_left(marks, b)) for a, b in pairs]


def _share(distances: list[int]) -> float:
    return sum(distance <= 1 for distance in distances) / max(len(distances), 1)
