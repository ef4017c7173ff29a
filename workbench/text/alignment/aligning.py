"""`align`: which units of two sequences say the same thing."""

from typing import TYPE_CHECKING

from workbench.text.alignment.chain import chain_units
from workbench.text.alignment.errors import check_units
from workbench.text.alignment.languages import share_language
from workbench.text.alignment.meaning_pass import align_meanings
from workbench.text.alignment.translating import translate_words
from workbench.text.alignment.values import Alignment, Bead
from workbench.text.alignment.words import count_sides, read_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.text.alignment.beads import Chain
    from workbench.text.meaning import Encoder

__all__ = ["align"]


def align(
    source: "Sequence[str]",
    target: "Sequence[str]",
    *,
    same_language: bool | None = None,
    encoder: "Encoder | None" = None,
) -> Alignment:
    """Align the units (paragraphs, sentences, verses) of two versions of one text, m to n, in order.

    Every unit of both sides stands in exactly one link; one without a counterpart stands alone. A link's score is its
    probability (0..1) under the model. `same_language=None`: decided by the words the two sides share. An `encoder`
    that knows both languages is asked about two languages, never about one. Raises `TooManyUnits` above 100,000 units
    on a side.
    """
    check_units(len(source), len(target))
    left, right = ([read_words(unit).keys for unit in units] for units in (source, target))
    if same_language is None:
        same_language = share_language([w for unit in left for w in unit], [w for unit in right for w in unit])
    if not same_language and encoder and any(left) and any(right):
        meant = align_meanings(left, source, right, target, encoder)
        if meant:
            return _finish(*meant, same_language=False)
    if not same_language:
        left = translate_words(left, source, right, target)
    sides = count_sides(left, source, right, target)
    if len(sides[0].words) and len(sides[1].words):
        chain, scores = chain_units(*sides)
    else:
        chain, scores = _align_by_number(len(source), len(target))
    return _finish(chain, scores, same_language=same_language)


def _finish(chain: "Chain", scores: "Sequence[float]", *, same_language: bool) -> Alignment:
    links = (
        Bead(tuple(range(a, b)), tuple(range(c, d)), score) for (a, b, c, d), score in zip(chain, scores, strict=True)
    )
    return Alignment(tuple(links), same_language)


def _align_by_number(sources: int, targets: int) -> "tuple[Chain, list[float]]":
    """What is left where nothing has words: the n-th to the n-th, without confidence."""
    chain = [
        (min(i, sources), min(i + 1, sources), min(i, targets), min(i + 1, targets))
        for i in range(max(sources, targets))
    ]
    return chain, [0.0] * len(chain)
