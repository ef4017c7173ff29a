"""Whether two near words of a larger change are of one kin, so that a reader looks for the one where the other stood.

Alone against each other, "back" and "black" may be shown letter by letter. Among other words they must not be torn out
of their phrases and set against each other: likeness of letters does not do. Words are of one kin that

- differ in vowels alone, one more at most, behind the same first letter ("spake", "speak");
- begin alike, with four letters or with three fifths of the longer, and go on with an ending ("resign", "resignation",
  but not "senate", "sent", nor "war", "warm");
- differ by one letter in seven or more ("Duilius", "Duillius"; "Zidonian", "Sidonian");
- are one word in two spellings ("Thal", "Tal"), or in letters of other alphabets, where endings are not known here.
"""

from rapidfuzz.distance import Levenshtein, Prefix

from workbench.text.words.spellings import are_spellings

__all__ = ["are_kin"]

_VOWELS = str.maketrans(dict.fromkeys("aeiouyаеёиоуыэюя"))
_STEM = 4  # letters
_SHARE = 0.6  # of the longer word
_ENDING = 6  # letters at most
_LONG = 7
_SHORT = 5  # letters, under which only an ending of inflection is one
_INFLECTIONS = frozenset(("", "s", "es", "d", "ed", "t", "st", "est", "th", "eth", "n", "en", "e", "r", "er", "ing"))


def are_kin(left: str, right: str, word: str, other: str) -> bool:
    """Tell whether two near words are of one kin; `word` and `other` are their plain forms."""
    if word == other or not (word.isascii() and other.isascii()):
        return True
    return _begin_alike(word, other) or are_spellings(left, right, (word, other))


def _begin_alike(word: str, other: str) -> bool:
    shorter, longer = sorted((len(word), len(other)))
    if longer - shorter <= 1 and word[0] == other[0] and word.translate(_VOWELS) == other.translate(_VOWELS):
        return True
    if longer >= _LONG and Levenshtein.distance(word, other, score_cutoff=1) <= 1:
        return True
    head = Prefix.similarity(word, other)
    mine, theirs = word[head:], other[head:]
    if head < 3 or max(len(mine), len(theirs)) > _ENDING:
        return False
    if head < _STEM or longer < _SHORT:
        return head >= _SHARE * longer and mine in _INFLECTIONS and theirs in _INFLECTIONS
    return True
