"""Words whose capital came or went because they begin a sentence here and stand inside it there: "Slowly", "slowly"."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import chain, filterfalse

from workbench.text.words.content import content_form, form_of
from workbench.text.words.stops import SENTENCE_ENDS

__all__ = ["begins_sentence", "ends_sentence", "find_turned", "list_twins"]


def list_twins(mine: Collection[str], theirs: Collection[str]) -> Collection[str]:
    """List the words that the other side may have in another case: "Slowly" and "slowly", if both sides have either."""
    forms: dict[str, set[str]] = {}
    for word in filterfalse(str.islower, {*mine, *theirs}):
        forms.setdefault(word.lower(), {word}).add(word)
    for lowered, some in forms.items():
        if lowered in mine or lowered in theirs:
            some.add(lowered)
    several = [some for some in forms.values() if len(some) > 1]
    return set(chain.from_iterable(some for some in several if not (some.isdisjoint(mine) or some.isdisjoint(theirs))))


def find_turned(
    mine: Iterable[int], theirs: Iterable[int], left: Sequence[str], right: Sequence[str], twins: Collection[str]
) -> list[tuple[int, int]]:
    """Pair those content words at the places `mine` and `theirs` that occur once among them on each side.

    Only `twins` can be such.
    """
    lefts = [(left[i].lower(), i) for i in mine if left[i] in twins and _may_turn(i, left)]
    rights = [(right[j].lower(), j) for j in theirs if right[j] in twins and _may_turn(j, right)]
    counts, others = (Counter(word for word, _ in side) for side in (lefts, rights))
    there = dict(rights)
    once = [(i, there[word]) for word, i in lefts if counts[word] == others[word] == 1]
    return [(i, j) for i, j in once if left[i] != right[j]]


def _may_turn(place: int, words: Sequence[str]) -> bool:
    """Tell whether a word of weight begins a sentence with a capital, or has none."""
    word = words[place]
    return (word.islower() or begins_sentence(place, words)) and content_form(word) != ""


def begins_sentence(place: int, words: Sequence[str]) -> bool:
    """Tell whether nothing but signs stands before the word `place` in its sentence."""
    before = place - 1
    while before >= 0 and not form_of(words[before]) and words[before] not in SENTENCE_ENDS:
        before -= 1
    return before < 0 or words[before] in SENTENCE_ENDS


def ends_sentence(place: int, words: Sequence[str]) -> bool:
    """Tell whether nothing but signs stands from `place` to the end of the sentence."""
    while place < len(words) and not form_of(words[place]) and words[place] not in SENTENCE_ENDS:
        place += 1
    return place == len(words) or words[place] in SENTENCE_ENDS
