"""What is known of a word without comparing it: its plain form, whether it carries sense, whether it may be a number.

A comparison asks this of every word that differs. Of most words it is seen at a glance, by their letters and by whether
they are listed as light; the others are looked up.
"""

from collections.abc import Iterable, Sequence

from workbench.text.words.cache import LONGEST, Cache
from workbench.text.words.nearness import plain_form
from workbench.text.words.numerals import holds_number, is_numeral, list_plainly_none
from workbench.text.words.weights import CONTENT, LISTED, note_content, weigh

__all__ = [
    "content_form",
    "content_words",
    "form_of",
    "is_sure_number",
    "learn",
    "list_forms",
    "list_numerals",
    "may_hold_numbers",
]

_MOST = 3_000
_OTHER_SCRIPTS = "\u0e00"  # from here on, scripts without spaces are among the letters


def _find_content(word: str) -> str:
    return form_of(word) if word not in LISTED and weigh(word) >= CONTENT else ""


def _find_sense(word: str) -> str:
    """Return the form of a word that may answer another one; "_word_" may, though it weighs as a sign."""
    if word in LISTED or not (form := form_of(word)):
        return ""
    return form if (len(form) > 2 and form < _OTHER_SCRIPTS) or weigh(word) >= CONTENT else ""


_forms = Cache(plain_form, most=_MOST, known={word: plain_form(word) for word in LISTED})
_contents = Cache(_find_content, most=_MOST, known=dict.fromkeys(LISTED, ""))
_senses = Cache(_find_sense, most=_MOST, known=dict.fromkeys(LISTED, ""))
_numbers = Cache(holds_number, most=_MOST, known={word: holds_number(word) for word in LISTED})
_numerals = Cache(is_numeral, most=_MOST, known={word: is_numeral(word) for word in LISTED})

# `form_of(word)`: its letters and digits, without case and accents; "" for a sign.
form_of = _forms.__getitem__
# `content_form(word)`: the same of a content word or number, "" for a light word or a sign.
content_form = _contents.__getitem__
_sense_of = _senses.__getitem__
_holds_number = _numbers.__getitem__


def learn(words: Iterable[str]) -> None:
    """Note what is known at a glance of words in English letters: most are content words and no numbers.

    To work all of it out for many words at once takes a third of the time that it takes word by word.
    """
    new = [word for word in words if word not in _forms and word.isascii() and word.isalpha() and len(word) <= LONGEST]
    if not new:
        return
    forms = dict(zip(new, map(str.lower, new), strict=True))
    _forms.learn(forms)
    content = {word: form for word, form in forms.items() if len(word) > 2}
    _contents.learn(content)
    _senses.learn(content)
    note_content(content)
    _numbers.learn(dict.fromkeys(list_plainly_none(forms), False))


def is_sure_number(word: str) -> bool:
    """Tell whether a word, or several that make one number, are surely a number of the languages listed."""
    return _numbers[word] and _numerals[word]


def list_forms(words: Iterable[str]) -> list[str]:
    """List the letters and digits of each word, without case and accents; "" for a sign."""
    return list(map(form_of, words))


def content_words(words: Iterable[str]) -> list[tuple[int, str]]:
    """List the words that carry sense: the place, and the plain form."""
    return [(n, form) for n, form in enumerate(map(_sense_of, words)) if form]


def list_numerals(words: Sequence[str]) -> list[int]:
    """List the places of the words that are surely numbers and carry sense."""
    if not any(map(_holds_number, words)):
        return []
    return [n for n, word in enumerate(words) if is_sure_number(word) and _sense_of(word)]


def may_hold_numbers(words: Iterable[str]) -> bool:
    """Tell whether one of the words is a number, surely or perhaps, or holds one."""
    return any(map(_holds_number, words))
