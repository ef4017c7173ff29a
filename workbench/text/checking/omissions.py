"""What was left out, and the single word that all others have otherwise."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from rapidfuzz.distance import LCSseq

from workbench.text.checking.closeness import closeness_of, shared_by
from workbench.text.checking.findings import Finding, Says, Version, found_in
from workbench.text.words.content import content_form
from workbench.text.words.facts import Fact, stem_of
from workbench.text.words.keys import read_keys
from workbench.text.words.nearness import nearness, plain_form
from workbench.text.words.spans import Span

__all__ = ["find_omissions", "find_words_alone"]

_FEW = 4  # words
_FEW_CONTENT = 1
_SHARE = 0.6  # of the other versions, that have more in the place
_SHORTER = 0.97
_NEAR = 2  # words
_SURE = 1.6
_NOTE = "The others have more here."
_ALONE = 3  # other versions


def find_omissions(one: Version, others: Sequence[Version]) -> list[Finding]:
    """Find the place where most others have several words more than this one, which is shorter than they are.

    Each of the others is aligned with it by a longest common subsequence of words; what is counted is by how many words
    it exceeds this one between two words in common.
    """
    lengths = sorted(other.length for other in others)
    if one.length >= _SHORTER * lengths[len(lengths) // 2]:
        return []
    mine = _read_words(one)
    gaps = [(gap, other) for other in others for gap in _find_gaps(mine, _read_words(other))]
    wanted = max(2, _SHARE * len(others))
    agreed = [
        (gap, other) for gap, other in gaps if len({rest.witness for near, rest in gaps if _meet(gap, near)}) >= wanted
    ]
    if not agreed:
        return []
    gap, other = max(agreed, key=lambda found: found[0].excess)
    end = mine[gap.place - 1].span.end if gap.place else 0
    says = (Says(other.witness, other.text[gap.start : gap.end]),)
    return [found_in("omission", one, Span(end, end), _weigh(gap.excess, shared_by(one, others)), _NOTE, says)]


def _weigh(excess: int, shared: float) -> float:
    """Weigh so many words more: the less, the more freely what is left is worded, where nothing else answers them."""
    return min(0.95, 0.4 + 0.07 * excess) * min(1.0, _SURE * shared)


class _Word(NamedTuple):
    """A word; or a number in several ("seven hundred twenty and five"), whose `size` these are."""

    form: str
    span: Span
    is_content: bool
    size: int


class _Gap(NamedTuple):
    """Before the word number `place` of one version, another has `excess` more words: the characters `start:end`."""

    place: int
    last: int
    excess: int
    start: int
    end: int


def _read_words(version: Version) -> list[_Word]:
    keys = read_keys(version.text)
    found = []
    for start, end in zip(keys.starts, keys.ends, strict=True):
        word = version.text[start:end]
        if form := plain_form(word):
            found.append(_Word(stem_of(form), Span(start, end), bool(content_form(word)), len(word.split())))
    return found


def _find_gaps(mine: Sequence[_Word], theirs: Sequence[_Word]) -> list[_Gap]:
    """List where the other version has many more words than the one, some of them content words."""
    blocks = LCSseq.opcodes([word.form for word in mine], [word.form for word in theirs])
    own = {word.form for word in mine}
    found = []
    for a, b, c, d in _merge_blocks(_differing(blocks), mine):
        words = theirs[c:d]
        absent = {word.form for word in words if word.is_content} - own
        content = len(absent) - sum(word.is_content for word in mine[a:b])
        excess = _size(words) - _size(mine[a:b])
        if excess >= _FEW and content >= _FEW_CONTENT:
            found.append(_Gap(a, b, excess, words[0].span.start, words[-1].span.end))
    return found


def _size(words: Iterable[_Word]) -> int:
    return sum(word.size for word in words)


def _differing(blocks: Iterable[Any]) -> list[tuple[int, int, int, int]]:
    return [(a, b, c, d) for tag, a, b, c, d in blocks if tag != "equal"]


def _merge_blocks(
    blocks: Sequence[tuple[int, int, int, int]], mine: Sequence[_Word]
) -> list[tuple[int, int, int, int]]:
    """Join blocks between which nothing but one light word is the same."""
    merged: list[tuple[int, int, int, int]] = []
    for a, b, c, d in blocks:
        if merged and a - merged[-1][1] <= 1 and not any(word.is_content for word in mine[merged[-1][1] : a]):
            merged[-1] = (merged[-1][0], b, merged[-1][2], d)
        else:
            merged.append((a, b, c, d))
    return merged


def _meet(one: _Gap, other: _Gap) -> bool:
    return one.place <= other.last + _NEAR and other.place <= one.last + _NEAR


def find_words_alone(one: Version, others: Sequence[Version]) -> list[Finding]:
    """Find a content word of one version where all others, three at least, agree on another one.

    Which words stand in one place is told by the words before them that both have.
    """
    if len(others) < _ALONE:
        return []
    own = Counter(fact.value for fact in one.facts.content)
    counts = [Counter(fact.value for fact in other.facts.content) for other in others]
    least = {value: min(count[value] for count in counts) for value in counts[0]}
    said = {value for count in counts for value in count}
    for value, count in least.items():
        if count > own[value] and not any(near != value and nearness(near, value) for near in own):
            fact = [fact for fact in others[0].facts.content if fact.value == value][-1 if own[value] else 0]
            alone = [f for f in one.facts.content if f.value not in said and _is_beside(f, fact, one, others[0])]
            if alone:
                says = tuple([Says(other.witness, _written(value, other)) for other in others])
                note = f"“{alone[0].span.of(one.text)}” stands where all others have one word."
                return [found_in("word", one, alone[0].span, 0.75 - 0.5 * closeness_of(one, others), note, says)]
    return []


def _is_beside(mine: Fact, theirs: Fact, one: Version, other: Version) -> bool:
    """Tell whether two words stand beside a word that both versions have."""
    here, there = _neighbours(mine, one), _neighbours(theirs, other)
    return not here.isdisjoint(there)


def _neighbours(fact: Fact, version: Version) -> set[str]:
    content = version.facts.content
    place = content.index(fact)
    return {content[near].value for near in (place - 1, place + 1) if 0 <= near < len(content)}


def _written(value: str, version: Version) -> str:
    return next(fact.span.of(version.text) for fact in version.facts.content if fact.value == value)
