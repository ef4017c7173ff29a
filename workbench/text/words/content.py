"""What is known of a word without comparing it: its plain form, whether it carries sense, whether it may be a number.

A comparison asks this of every word that differs. Of most words it is seen at a glance, by their letters and by whether
they are listed as light; the others are looked up.
"""

from collections.abc import Iterable, Sequence

from workbench.text.words.cache import Cache
from workbench.text.words.nearness import plain_form
from workbench.text.words.numerals import holds_number, is_plainly_none
from workbench.text.words.weights import CONTENT, LISTED, weigh

__all__ = ["content_form", "content_words", "list_forms", "may_hold_numbers", "weigh_all"]

_MOST = 10_000
_OTHER_SCRIPTS = "\u0e00"  # from here on, scripts without spaces are among the letters

_form = Cache(plain_form, most=_MOST, known={word: plain_form(word) for word in LISTED}).__getitem__
_holds_number = Cache(holds_number, most=_MOST, known={word: holds_number(word) for word in LISTED}).__getitem__


def content_form(word: str) -> str:
    """Return the plain form of a content word or number, "" for a light word or a sign."""
    return _form(word) if word not in LISTED and weigh(word) >= CONTENT else ""


def list_forms(words: Iterable[str]) -> list[str]:
    """List the letters and digits of each word, without case and accents; "" for a sign."""
    return [word.lower() if word.isascii() and word.isalpha() else _form(word) for word in words]


def content_words(words: Sequence[str], forms: Iterable[str]) -> list[tuple[int, str]]:
    """List the words that carry sense: the place, and the plain form out of `forms`."""
    return [
        (n, form)
        for n, form in enumerate(forms)
        if form and words[n] not in LISTED and ((len(form) > 2 and form < _OTHER_SCRIPTS) or weigh(words[n]) >= CONTENT)
    ]


def weigh_all(words: Iterable[str]) -> float:
    """Weigh words together; most are content words at a glance."""
    return sum(
        [
            CONTENT if len(word) > 2 and word not in LISTED and word.isascii() and word.isalpha() else weigh(word)
            for word in words
        ]
    )


def may_hold_numbers(words: Iterable[str]) -> bool:
    """Tell whether one of the words is a number, surely or perhaps, or holds one."""
    doubtful = [
        word for word in words if word not in LISTED and not (word.isalpha() and is_plainly_none(word, word.lower()))
    ]
    return any(map(_holds_number, doubtful))
