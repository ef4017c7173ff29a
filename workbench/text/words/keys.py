"""Keys: by what two words are called equal.

The stored text is never changed to make a comparison; each token gets a key, and keys are compared. Nothing ignored,
the key is the token itself. What may be ignored is `case`, `diacritics`, `form`, `punctuation` and `spacing`, by which
a key is folded (`folding`), and `glosses`: what stands in square brackets carries no key. White space never does, nor
do signs where they are ignored; whether words are the same written together or apart, `sameness` tells.

A number of several tokens ("two hundred and five", "100 000", "-5") has one key, and no folding hides its value: with
`punctuation` ignored "5,000" = "5000", but "2.5" is not "25".

A work's own equivalences are `Rule`s of one or several words each side ("TsK" = "Central Committee"). A rule matches
whole words, as written, with a capital at the beginning, and in capitals; the longest match wins. A rule of letters
("u" = "v") counts inside words (`lettering`).
"""

from array import array
from collections.abc import Callable, Iterable, Mapping, MutableSequence, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import accumulate
from typing import Literal, NamedTuple

import numpy as np

from workbench.text.words.boundaries import FAST_TEXT, FAST_WORD
from workbench.text.words.cache import Cache
from workbench.text.words.folding import IGNORABLE, Ignorable, folder
from workbench.text.words.glosses import find_glosses
from workbench.text.words.lettering import lettering
from workbench.text.words.numbers.joining import fold_number, join_numbers
from workbench.text.words.segmentation import split_words
from workbench.text.words.tokens import Token

__all__ = ["IGNORABLE", "Ignorable", "Key", "Keys", "Rule", "fold_phrase", "has_words", "keys_of", "read_keys"]

_MANY = 100_000  # gaps and keys
_REMEMBERED = 5_000  # characters of a text whose keys are kept


@dataclass(frozen=True, slots=True)
class Rule:
    """`left` and `right` mean the same to the readers of this work: one or several words each, or letters of words."""

    left: str
    right: str
    of: Literal["words", "letters"] = "words"


@dataclass(frozen=True, slots=True)
class Key:
    """The comparison key of the characters `start:end`: of one token, or of several that a rule makes one."""

    value: str
    start: int
    end: int


class Keys(NamedTuple):
    """The keys of `text` as columns of equal length, in order: for speed where `Key` objects would cost.

    Of very many keys the places are arrays of machine integers, a fifth of the size of lists.
    """

    text: str
    values: list[str]
    starts: MutableSequence[int]
    ends: MutableSequence[int]


_keys_of = partial(tuple.__new__, Keys)  # columns as keys, three times as fast as Keys(...)


def keys_of(
    tokens: Sequence[Token], ignore: Iterable[Ignorable] = frozenset(), rules: Sequence[Rule] = ()
) -> list[Key]:
    """List the comparison keys of the tokens, in order, each with its place in the text.

    White space has none, nor have punctuation and glosses where they are ignored. A rule's several words have one key.
    A rule of what is ignored does not count. Raises `ValueError` for an unknown ignorable or a rule without words.
    """
    words = [token for token in tokens if token.kind != "space"]
    text = "".join(token.text for token in tokens)
    columns = [token.text for token in words], [token.start for token in words], [token.end for token in words]
    keys = _fold_keys(Keys(text, *columns), frozenset(ignore), rules)
    return list(map(Key, keys.values, keys.starts, keys.ends))


def has_words(words: str) -> bool:
    """Tell whether the words may be a side of a rule: whether they have a key where nothing is ignored."""
    return bool(read_keys(words).values)


def read_keys(text: str, ignore: Iterable[Ignorable] = frozenset(), rules: Sequence[Rule] = ()) -> Keys:
    """Return the comparison keys of a text as columns; the same keys as `keys_of(tokenise(text), ...)`.

    But where a dictionary cuts scripts without spaces, words of a rule are cut as when they stand alone.
    """
    if not (ignore or rules):
        return _read_again(text) if len(text) <= _REMEMBERED else _read(text)
    return _fold_keys(_read_words(text, rules), frozenset(ignore), rules)


def _read_words(text: str, rules: Sequence[Rule]) -> Keys:
    pieces = _split(text, rules)
    ends = _add_up(pieces) if len(pieces) > _MANY else list(accumulate(map(len, pieces)))
    return _keys_of((text, pieces[1::2], ends[:-1:2], ends[1::2]))


def _read(text: str) -> Keys:
    return _join_numbers(_read_words(text, ()))[0]


# A text is compared with several others, one after the other.
_read_again = Cache(_read, most=60, longest=_REMEMBERED).__getitem__


def fold_phrase(text: str, ignore: frozenset[Ignorable]) -> str:
    """Return a text without what is ignored; glosses stay. Signs that go leave a space where there is none."""
    keys, _ = _join_numbers(_read_words(text, ()))
    fold = folder(ignore)
    words = [fold_number(word, fold, ignore) for word in keys.values]
    if "spacing" in ignore:
        return "".join(words)
    places = [0, *keys.ends], [*keys.starts, len(text)]
    first, *gaps = [text[end:start] for end, start in zip(*places, strict=True)]
    folded = [first]
    for word, gap in zip(words, gaps, strict=True):
        folded += (word, gap if word or gap or folded[-1] else " ")
    return "".join(folded)


def _split(text: str, rules: Sequence[Rule]) -> list[str]:
    """Split a text into a gap, a word, a gap, ..., a gap."""
    return FAST_WORD.split(text) if FAST_TEXT(text) else split_words(text, names=_sides(rules))


def _sides(rules: Sequence[Rule]) -> list[str]:
    return [side for rule in rules if rule.of == "words" for side in (rule.left, rule.right)]


def _add_up(pieces: Sequence[str]) -> MutableSequence[int]:
    """Return where each piece ends, as `accumulate` would."""
    return array("q", np.fromiter(map(len, pieces), np.int64, len(pieces)).cumsum().tobytes())


def _fold_keys(keys: Keys, ignore: frozenset[Ignorable], rules: Sequence[Rule]) -> Keys:
    if unknown := ignore - IGNORABLE:
        raise ValueError(f"Unknown {sorted(unknown)}. Expected any of {sorted(IGNORABLE)}.")
    keys, has_joined = _join_numbers(keys)
    letters = tuple([(rule.left, rule.right) for rule in rules if rule.of == "letters"])
    if letters:
        keys = keys._replace(values=list(map(lettering(letters), keys.values)))
    if ignore - {"spacing"} or ("spacing" in ignore and (has_joined or _may_hold_spaces(keys.text))):
        keys = _fold_ignored(keys, ignore)
    return _apply_rules(keys, ignore, rules) if len(rules) > len(letters) else keys


def _join_numbers(keys: Keys) -> tuple[Keys, bool]:
    """Make every number of several words one, and tell whether there is any."""
    joined = join_numbers(keys.text, keys.values, keys.starts, keys.ends)
    return (Keys(keys.text, *joined), True) if joined else (keys, False)


def _may_hold_spaces(text: str) -> bool:
    """Tell whether white space, or what shows nothing, may stand inside a word."""
    return not text.isascii() or "\n" in text


def _fold_ignored(keys: Keys, ignore: frozenset[Ignorable]) -> Keys:
    """Fold every key and drop those that are ignored whole."""
    fold = folder(ignore)
    folds = {value: fold_number(value, fold, ignore) for value in set(keys.values)}
    glossed = _glossed_places(keys.text) if "glosses" in ignore else frozenset()
    rows = [
        (folds[value], start, end)
        for value, start, end in zip(keys.values, keys.starts, keys.ends, strict=True)
        if folds[value] and start not in glossed
    ]
    return Keys(keys.text, [row[0] for row in rows], [row[1] for row in rows], [row[2] for row in rows])


def _glossed_places(text: str) -> frozenset[int]:
    return frozenset(place for start, end in find_glosses(text) for place in range(start, end))


def _capitalise(words: str) -> str:
    return words[:1].upper() + words[1:]


_FORMS: tuple[Callable[[str], str], ...] = (str, _capitalise, str.upper)


def _apply_rules(keys: Keys, ignore: frozenset[Ignorable], rules: Sequence[Rule]) -> Keys:
    """Give the words that a rule equates one key, whichever of the rule's sides stands there."""
    sides = _equivalences(ignore, tuple(rules))
    result = Keys(keys.text, [], [], [])
    place = 0
    while place < len(keys.values):
        length, value = sides.match(keys.values, place)
        result.values.append(value)
        result.starts.append(keys.starts[place])
        result.ends.append(keys.ends[place + length - 1])
        place += length
    return result


class _Sides:
    """The sides of rules, each with the key of its class: a tree that words lead down, one step each.

    So a word costs no more steps than a side agrees with the text there; trying every length costs the square.
    """

    def __init__(self, keyed: Mapping[tuple[str, ...], str]) -> None:
        self._steps: dict[tuple[int, str], int] = {}
        self._keys: dict[int, str] = {}
        for side, key in keyed.items():
            node = 0
            for word in side:
                node = self._steps.setdefault((node, word), len(self._steps) + 1)
            self._keys[node] = key

    def match(self, values: Sequence[str], place: int) -> tuple[int, str]:
        """Return how many words from `place` on the longest side has that stands there, and its key; else the word."""
        length, value = 1, values[place]
        node = 0
        for end in range(place, len(values)):
            node = self._steps.get((node, values[end]), -1)
            if node < 0:
                break
            if (key := self._keys.get(node)) is not None:
                length, value = end + 1 - place, key
        return length, value


@lru_cache(maxsize=32)
def _equivalences(ignore: frozenset[Ignorable], rules: tuple[Rule, ...]) -> _Sides:
    """Map every side of every rule to one key for its class. Rules that share a side join into one class."""
    classes = _Classes()
    letters, words = ([rule for rule in rules if rule.of == kind] for kind in ("letters", "words"))
    for rule in (Rule(form(rule.left), form(rule.right)) for form in _FORMS for rule in words):
        left, right = (tuple(read_keys(side, ignore, letters).values) for side in (rule.left, rule.right))
        if not all(map(has_words, (rule.left, rule.right))):
            raise ValueError(f"The rule {rule.left!r} = {rule.right!r} has a side without words.")
        if left and right:  # else of what is ignored here, such as "—" = "-" without punctuation
            classes.join(left, right)
    return _Sides({side: " ".join(classes.find(side)) for side in classes.above})


class _Classes:
    """Sides of rules in classes, named by their first members: a forest in which each side points to one before it."""

    def __init__(self) -> None:
        self.above: dict[tuple[str, ...], tuple[str, ...]] = {}

    def find(self, side: tuple[str, ...]) -> tuple[str, ...]:
        """Return the name of a side's class, shortening the way there."""
        above = self.above.setdefault(side, side)
        while above != self.above[above]:
            self.above[side] = self.above[above]
            side, above = above, self.above[above]
        return above

    def join(self, left: tuple[str, ...], right: tuple[str, ...]) -> None:
        """Make the classes of two sides one."""
        first, second = sorted((self.find(left), self.find(right)))
        self.above[second] = first
