"""What a comparison says, in lines."""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import combinations

from tests.text.golden.blocks import Block, quote
from workbench.text import IGNORABLE, Comparison, Difference, Ignorable, Link, Rule, Span, diff, keys_of, tokenise

__all__ = ["compare_texts", "compare_words", "read_words"]

_MOST_LINKS = 30  # runs; of more only their number and a digest are written


def compare_texts(block: Block) -> Iterator[str]:
    """Compare the texts of a block two by two."""
    for left, right in combinations(block.texts, 2):
        yield ""
        yield f"- {quote(left)}"
        yield f"+ {quote(right)}"
        for ignored in block.ignores:
            yield from _compare(left, right, ignored, block.rules)


def compare_words(line: str) -> Iterator[str]:
    """Compare two words, with words around them that stay."""
    words = line.split(" | ")
    left, right = (f"many saw {word} there" for word in words)
    found = [_describe(difference, left, right) for difference in diff(left, right).differences]
    yield f"{words[0]} | {words[1]}: {'; '.join(found) or 'no difference'}"


def read_words(text: str) -> Iterator[str]:
    """Cut a text into tokens, and fold them by each of what may be ignored where that makes a difference."""
    tokens = tokenise(text)
    yield ""
    yield f"* {quote(text)}"
    yield f"  tokens {' '.join(f'{quote(token.text)}{token.kind[0]}' for token in tokens)}"
    plain = [key.value for key in keys_of(tokens)]
    for ignored in ([name] for name in sorted(IGNORABLE)):
        keys = [key.value for key in keys_of(tokens, ignored)]
        if keys != plain:
            yield f"  {ignored[0]} {' '.join(map(quote, keys))}"


def _compare(left: str, right: str, ignored: frozenset[Ignorable], rules: Sequence[Rule]) -> Iterator[str]:
    result = diff(left, right, ignore=ignored, rules=rules)
    options = [*sorted(ignored), *(f"{rule.left}={rule.right}" for rule in rules)]
    under = f" [{', '.join(options)}]" if options else ""
    about = " approximate" if result.approximate else ""
    yield f"  {result.verdict} {result.similarity:.4f}{about}, {len(result.parts)} segments{under}"
    for difference in result.differences:
        yield f"    {_describe(difference, left, right)}"
    yield from _segments(result)
    yield f"    links {_links(result.links)}"


def _describe(difference: Difference, left: str, right: str) -> str:
    ends = (
        f"{_place(difference.left)} {quote(difference.left.of(left))}",
        (f"{_place(difference.right)} {quote(difference.right.of(right))}"),
    )
    characters = " ".join(f"{_place(one.left)}/{_place(one.right)}" for one in difference.characters)
    parts = [difference.type, ends[0], "/", ends[1], characters and f"characters {characters}"]
    return " ".join(filter(None, [*parts, difference.note and f"note {difference.note}"]))


def _segments(result: Comparison) -> Iterator[str]:
    """Name the segments that are wider than their difference, or one end of it."""
    for segment in result.segments:
        if segment.difference is not None:
            difference = result.differences[segment.difference]
            if (segment.left, segment.right) != (difference.left, difference.right):
                yield f"    segment {_place(segment.left)}/{_place(segment.right)} of {segment.difference}"


def _links(links: Sequence[Link]) -> str:
    runs = _runs(links)
    text = " ".join(f"{kind}{_place(left)}/{_place(right)}" for kind, left, right in runs)
    if len(runs) <= _MOST_LINKS:
        return text or "none"
    return f"{len(links)} in {len(runs)} runs {sha256(text.encode()).hexdigest()[:12]}"


def _runs(links: Sequence[Link]) -> list[tuple[str, Span, Span]]:
    """Join equal neighbours that have the same gap, or none, between them on both sides."""
    signs = {"equal": "=", "near": "~", "moved": "^"}
    runs: list[tuple[str, Span, Span]] = []
    for link in links:
        if runs and link.kind == "equal" and runs[-1][0] == "=":
            _, left, right = runs[-1]
            if link.left.start - left.end == link.right.start - right.end <= 1:
                runs[-1] = ("=", Span(left.start, link.left.end), Span(right.start, link.right.end))
                continue
        runs.append((signs[link.kind], link.left, link.right))
    return runs


def _place(span: Span) -> str:
    return f"{span.start}:{span.end}"
