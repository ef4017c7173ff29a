"""The difference of two texts, word by word, as a reader would mark it.

The words are read (`tokens`, `keys`); the runs of words that both have are found (`opcodes`), and whether the texts are
related at all (`relatedness`); the runs are made readable (`cleaning`; `abridging` where there are very many), glosses
kept whole (`glossing`); inside a change the words that answer each other are paired (`pairing`), phrases that went
elsewhere are found (`moves`); the white space between is shared out (`layout`), and each difference gets its type
(`differences`, `kinds`). Everything from the words to the moves is done with the two texts in one fixed order, so that
swapping the sides gives the mirror image.
"""

from collections.abc import Iterable, Sequence

from workbench.text.difference.abridging import clean_up_and_abridge
from workbench.text.difference.cleaning import slide
from workbench.text.difference.comparison import Comparison, Difference, Part, Verdict
from workbench.text.difference.differences import collect
from workbench.text.difference.glossing import locate_glosses, mark_glossed, set_apart
from workbench.text.difference.moves import find_moves
from workbench.text.difference.opcodes import Opcode, swap_sides
from workbench.text.difference.pairing import pair_all
from workbench.text.difference.relatedness import are_related
from workbench.text.difference.respelling import call_old_spelling
from workbench.text.difference.shortest_edit import find_matching_blocks
from workbench.text.difference.spacing import share_spacing
from workbench.text.words.keys import Ignorable, Keys, Rule, read_keys
from workbench.text.words.sameness import are_same_texts
from workbench.text.words.spans import Span

__all__ = ["diff"]


def diff(left: str, right: str, *, ignore: Iterable[Ignorable] = frozenset(), rules: Sequence[Rule] = ()) -> Comparison:
    """Compare two texts word by word.

    `ignore` names what makes no difference (see `keys`), `rules` the work's own equivalences. The result depends on the
    two texts alone; with the sides swapped it is the mirror image (additions are omissions). Raises `ValueError` for an
    unknown ignorable.
    """
    ignored = frozenset(ignore)
    words = read_keys(left, ignored, rules), read_keys(right, ignored, rules)
    opcodes, unshown, approximate = _align(*words)
    if opcodes is None:
        return _unrelated(left, right, approximate=approximate)
    pieces = share_spacing(*words, opcodes, ignored)
    differences, parts = collect(left, right, pieces, ignored)
    differences = call_old_spelling(differences, left, right)
    if differences and ignored and are_same_texts(*words, ignored):
        return Comparison("equal", 1.0, (), ((0, len(left), 0, len(right), None),), approximate, tuple(opcodes), words)
    similarity = _similarity(parts, unshown, left, right)
    verdict: Verdict = "identical" if left == right else "different" if differences else "equal"
    return Comparison(verdict, similarity, differences, parts, approximate, tuple(opcodes), words)


def _align(left: Keys, right: Keys) -> tuple[list[Opcode] | None, int, bool]:
    """Cover both texts' words with opcodes, or say None where they are unrelated.

    And count the agreeing characters of both sides that are not shown as such, because there are too many agreeing
    runs; and tell whether all this is approximate. Computed in one order of the sides, whichever way they are given.
    """
    if left.values > right.values:
        opcodes, unshown, approximate = _align(right, left)
        return opcodes and swap_sides(opcodes), unshown, approximate
    glosses = locate_glosses(left), locate_glosses(right)
    marked = mark_glossed(left, glosses[0]), mark_glossed(right, glosses[1])
    runs, approximate = find_matching_blocks(marked[0].values, marked[1].values)
    if not are_related(left, right, runs):
        return None, 0, approximate
    readable, unshown = clean_up_and_abridge(runs, left, right)
    cut = set_apart(slide(readable, left, right), left, right, glosses)
    return find_moves(pair_all(cut, left, right), *marked), unshown, approximate or unshown > 0


def _unrelated(left: str, right: str, *, approximate: bool) -> Comparison:
    spans = Span(0, len(left)), Span(0, len(right))
    whole = Difference("wording", *spans)
    return Comparison("unrelated", 0.0, (whole,), ((0, len(left), 0, len(right), 0),), approximate)


def _similarity(parts: Sequence[Part], unshown: int, left: str, right: str) -> float:
    """The share of both texts' characters that agree, in agreeing segments or not shown as such: 2 M / (L + R)."""
    total = len(left) + len(right)
    agreeing = unshown + sum([b - a + d - c for a, b, c, d, difference in parts if difference is None])
    return agreeing / total if total else 1.0
