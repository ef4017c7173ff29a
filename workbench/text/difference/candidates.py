"""Which words of a change might answer each other, and which of these pairs go together best."""

from collections.abc import Collection, Sequence
from operator import add

from workbench.text.difference.kinship import are_kin
from workbench.text.words.content import content_form, content_words, form_of, is_sure_number, list_numerals
from workbench.text.words.nearness import nearness
from workbench.text.words.old_spelling import are_old_spellings
from workbench.text.words.romanisation import kept_letters
from workbench.text.words.spellings import are_one_word
from workbench.text.words.weights import LISTED

__all__ = ["Pair", "Words", "are_near", "best_pairs"]

_MOST = 200  # pairs looked at in one change, the nearest
_ONE = 0.9  # how near the one name is to the other
_NUMBERS = 0.6  # how near two different numbers are
_JOINED = 1.5  # how near two words are to the one word that they make when written together
_DISTANCE = 0.2  # how much less near the first word of a change is to the last one

Pair = tuple[int, int, int, int, float]  # words a:b of the change answer c:d, counted from its start; how near
Words = tuple[Sequence[str], Sequence[str]]  # as they stand, and their plain forms
_Content = list[tuple[int, str]]  # the words that carry sense: the place, the plain form


def are_near(left: str, right: str) -> bool:
    """Tell whether a reader takes one word for the other: near words or numbers, or the same but for case and signs."""
    word, other = form_of(left), form_of(right)
    if word == other:
        return True
    if not (word and other):
        return False
    if not nearness(word, other) and not (is_sure_number(left) and is_sure_number(right)):
        return _are_one(left, right, word, other)
    return (content_form(left) != "" and content_form(right) != "") or _are_one(left, right, word, other)


def _are_one(left: str, right: str, word: str, other: str) -> bool:
    return (_may_be_one(left, right) and are_one_word(left, right)) or are_old_spellings(word, other)


def best_pairs(left: Words, right: Words) -> Sequence[Pair]:
    """Choose, among the words of one change, the pairs that keep the order and have the greatest sum of nearness."""
    (words, forms), (others, other_forms) = left, right
    pairs = _near_pairs(words, others)
    if _may_hold_names(words, others):
        pairs += _named_pairs(words, others, pairs)
    if len(forms) > 1 and (joins := _joins(forms, other_forms)):
        pairs += [(i, k, place, place + 1, _JOINED) for i, k, place in joins]
    if len(other_forms) > 1 and (joins := _joins(other_forms, forms)):
        pairs += [(place, place + 1, i, k, _JOINED) for i, k, place in joins]
    return _best_chain(pairs) if len(pairs) > 1 else pairs


def _near_pairs(left: Sequence[str], right: Sequence[str]) -> list[Pair]:
    """Find every pair of content words that might answer each other; light words are paired at the edges only."""
    if not ((mine := content_words(left)) and (theirs := content_words(right))):
        return []
    scale = _DISTANCE / max(len(left), len(right))
    pairs = _alike(mine, theirs, scale, (left, right))
    if (numbers := list_numerals(left)) and (others := list_numerals(right)):
        found = {(pair[0], pair[2]) for pair in pairs}
        apart = [(i, j) for i in numbers for j in others if (i, j) not in found]
        pairs += [(i, i + 1, j, j + 1, _NUMBERS - scale * abs(i - j)) for i, j in apart]
    return pairs


def _may_hold_names(left: Sequence[str], right: Sequence[str]) -> bool:
    """Tell whether both sides have a capital, or either a letter that is not of English."""
    mine, theirs = "".join(left), "".join(right)
    return not (mine.isascii() and theirs.isascii()) or (mine.lower() != mine and theirs.lower() != theirs)


def _named_pairs(left: Sequence[str], right: Sequence[str], known: Collection[Pair]) -> list[Pair]:
    """Find every other pair of words that are one in two orthographies or romanisations."""
    if "".join((*left, *right)).isascii():
        return _english_names(left, right, known)
    found = {(pair[0], pair[2]) for pair in known}
    theirs = [(j, other, other[0].isupper(), not other.isascii()) for j, other in enumerate(right) if form_of(other)]
    pairs: list[Pair] = []
    for i, word in enumerate(left):
        if not form_of(word):
            continue
        is_name, is_other = word[0].isupper(), not word.isascii()
        for j, other, is_name_too, is_other_too in theirs:
            may_be_one = is_other or is_other_too or (is_name and is_name_too)
            if may_be_one and (i, j) not in found and are_one_word(word, other):
                pairs.append((i, i + 1, j, j + 1, _ONE))
    return pairs


def _english_names(left: Sequence[str], right: Sequence[str], known: Collection[Pair]) -> list[Pair]:
    """Find them among words in English letters: names, of which some letters are the same in all romanisations."""
    mine = [(i, word) for i, word in enumerate(left) if word not in LISTED and word[0].isupper()]
    theirs = [(j, word) for j, word in enumerate(right) if word not in LISTED and word[0].isupper()] if mine else []
    if not theirs:
        return []
    kept = [kept_letters(other) for _, other in theirs]
    found = {(pair[0], pair[2]) for pair in known}
    return [
        (i, i + 1, j, j + 1, _ONE)
        for i, word in mine
        if (letters := kept_letters(word)) in kept
        for (j, other), others in zip(theirs, kept, strict=True)
        if letters == others and (i, j) not in found and are_one_word(word, other)
    ]


def _may_be_one(word: str, other: str) -> bool:
    """Tell at a glance whether two words may be one: names, or letters that are not of English."""
    return (word[0].isupper() and other[0].isupper()) or not (word.isascii() and other.isascii())


def _alike(left: _Content, right: _Content, scale: float, words: tuple[Sequence[str], Sequence[str]]) -> list[Pair]:
    """Find the pairs of near words that begin with one letter or end with the same two, and are of one kin."""
    heads, tails = {other[0] for _, other in right}, {other[-2:] for _, other in right}
    pairs: list[Pair] = []
    for i, word in left:
        first, last = word[0], word[-2:]
        if first in heads or last in tails:
            for j, other in right:
                if (
                    (first == other[0] or last == other[-2:])
                    and (score := nearness(word, other))
                    and are_kin(words[0][i], words[1][j], word, other)
                ):
                    pairs.append((i, i + 1, j, j + 1, score - scale * abs(i - j)))
    return pairs


def _joins(many: Sequence[str], one: Sequence[str]) -> list[tuple[int, int, int]]:
    """Return the places of two words, a sign perhaps between them, that are one written together, and of the one."""
    words = list(filter(None, many)) if "" in many else many
    single = set(one)
    if single.isdisjoint(map(add, words, words[1:])):
        return []
    found = [
        (i, k)
        for i, first in enumerate(many)
        for k in (i + 1, i + 2)
        if first and k < len(many) and many[k] and first + many[k] in single and (k == i + 1 or not many[i + 1])
    ]
    places = {word: place for place, word in enumerate(one)} if found else {}
    return [(i, k + 1, places[many[i] + many[k]]) for i, k in found]


def _best_chain(pairs: list[Pair]) -> list[Pair]:
    """Choose the pairs that keep the order on both sides and have the greatest sum of scores."""
    if len(pairs) > _MOST:
        pairs = sorted(pairs, key=lambda pair: (-pair[4], pair))[:_MOST]
    pairs.sort(key=lambda pair: (pair[1], pair[3], pair[0], pair[2]))
    best: list[tuple[float, int]] = []
    for n, (a, _, c, _, worth) in enumerate(pairs):
        score, previous = 0.0, -1
        for m in range(n):
            if best[m][0] > score and pairs[m][1] <= a and pairs[m][3] <= c:
                score, previous = best[m][0], m
        best.append((score + worth, previous))
    chain = []
    n = max(range(len(best)), key=lambda n: best[n][0])
    while n >= 0:
        chain.append(pairs[n])
        n = best[n][1]
    return chain[::-1]
