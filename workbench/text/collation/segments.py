"""All texts of a collation cut at the same places, so that nothing of any of them is left between the cuts."""

from collections.abc import Iterator, Sequence

from workbench.text.collation.table import Collation
from workbench.text.words.spans import Span

__all__ = ["cut_texts"]


def cut_texts(collation: Collation, texts: Sequence[str]) -> Iterator[tuple[Span, ...]]:
    """Yield for each column what each of `texts` (as collated, in their order) has there, with the blanks before it.

    A text that has nothing there has an empty span. The spans of a text, one after the other, are the whole of it.
    """
    ends = [0] * len(texts)
    for column in collation.columns:
        spans = tuple(Span(end, cell.end if cell else end) for end, cell in zip(ends, column.cells, strict=True))
        ends = [span.end for span in spans]
        yield spans
    rest = tuple(Span(end, len(text)) for end, text in zip(ends, texts, strict=True))
    if any(rest):
        yield rest
