"""Slips that a text shows by itself, whatever others say."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import regex

from workbench.text.checking.findings import Finding, Says, Version, found_in
from workbench.text.words.keys import read_keys
from workbench.text.words.languages import language_of
from workbench.text.words.nearness import plain_form
from workbench.text.words.spans import Span
from workbench.text.words.stops import STOP

__all__ = ["check_alone"]

_PAIRS = {")": "(", "]": "[", "}": "{", "⟩": "⟨"}
_OPENERS = frozenset(_PAIRS.values())
_SPACES = re.compile(r"(?<=\S)[ \t\u00a0]{2,}(?=\S)")
_ITEM = re.compile(r"(?:^|[\s;,.:])(?:\w|\d{1,3}|[ivx]{1,5})$")
_ALLOWED = frozenset("that had very so long bye no yes ha la sie die der das que nous vous si да".split())  # noqa: SIM905
_SCRIPTS = {
    "Latin": regex.compile(r"\p{Latin}"),
    "Cyrillic": regex.compile(r"\p{Cyrillic}"),
    "Greek": regex.compile(r"\p{Greek}"),
}
_SENTENCE = regex.compile(rf"[^{STOP}\n]+[{STOP}]*")
_SENTENCE_WORDS = 4
_RUN = 5  # words in a row that another language has too


def check_alone(one: Version, others: Sequence[Version]) -> list[Finding]:
    """Check one version; the others are asked only whether they have the same."""
    found = [*_brackets(one), *_spaces(one), *_words(one, others), *_scripts(one), *_pasted(one, others)]
    return [*found, *_untranslated(one, others)]


def _brackets(one: Version) -> Iterator[Finding]:
    """Find brackets that do not close or open; an item's "a)" is none."""
    open_at: list[int] = []
    for place, sign in enumerate(one.text):
        if sign in _OPENERS:
            open_at.append(place)
        elif sign in _PAIRS:
            if open_at and one.text[open_at[-1]] == _PAIRS[sign]:
                open_at.pop()
            elif not _ITEM.search(one.text[:place]):
                yield _sign(one, place, "closes nothing")
    for place in open_at:
        yield _sign(one, place, "is never closed")


def _sign(one: Version, place: int, what: str) -> Finding:
    return found_in("brackets", one, Span(place, place + 1), 0.4, f"“{one.text[place]}” {what}.")


def _spaces(one: Version) -> Iterator[Finding]:
    for found in _SPACES.finditer(one.text):
        yield found_in("doubled", one, Span(*found.span()), 0.15, "Several spaces stand here.")


def _words(one: Version, others: Sequence[Version]) -> Iterator[Finding]:
    """Find a word written twice with nothing but white space between; emphasis that others have too is none."""
    keys = read_keys(one.text)
    words = [one.text[start:end] for start, end in zip(keys.starts, keys.ends, strict=True)]
    for place in range(1, len(words)):
        word = words[place].casefold()
        if word != words[place - 1].casefold() or not word.isalpha() or word in _ALLOWED:
            continue
        if not one.text[keys.ends[place - 1] : keys.starts[place]].strip() and not _is_said_twice(word, others):
            span = Span(keys.starts[place - 1], keys.ends[place])
            yield found_in("doubled", one, span, 0.4, f"“{words[place]}” is written twice.")


def _is_said_twice(word: str, others: Sequence[Version]) -> bool:
    twice = re.compile(rf"\b{re.escape(word)}\W+{re.escape(word)}\b", re.IGNORECASE)
    return any(twice.search(other.text) for other in others)


def _scripts(one: Version) -> Iterator[Finding]:
    """Find words with letters of two scripts, which look alike and are not."""
    if one.text.isascii():
        return
    for found in regex.finditer(r"\p{L}+", one.text):
        scripts = [name for name, letter in _SCRIPTS.items() if letter.search(found[0])]
        if len(scripts) > 1:
            note = f"Letters of two scripts, {' and '.join(scripts)}, stand in one word."
            yield found_in("script", one, Span(*found.span()), 0.6, note)


def _pasted(one: Version, others: Sequence[Version]) -> Iterator[Finding]:
    """Find a sentence that stands here twice, and no other version says two sentences twice."""
    seen: dict[str, Span] = {}
    for found in _SENTENCE.finditer(one.text):
        form = plain_form(found[0])
        if len(found[0].split()) < _SENTENCE_WORDS:
            continue
        if form in seen and not any(_repeats(other.text) for other in others):
            span = Span(found.start() + len(found[0]) - len(found[0].lstrip()), found.end())
            yield found_in("pasted", one, span, 0.8, "This stands here twice.")
        seen[form] = Span(*found.span())


def _repeats(text: str) -> bool:
    forms = Counter(plain_form(one[0]) for one in _SENTENCE.finditer(text) if len(one[0].split()) >= _SENTENCE_WORDS)
    return any(count > 1 for count in forms.values())


def _untranslated(one: Version, others: Sequence[Version]) -> Iterator[Finding]:
    """Find words in a row that a version in another language has too: nobody translated them."""
    keys = read_keys(one.text)
    mine = [value.casefold() for value in keys.values]
    for other in others:
        if language_of(other.language) == language_of(one.language):
            continue
        theirs = _runs_of(other)
        places = [place for place in range(len(mine) - _RUN + 1) if tuple(mine[place : place + _RUN]) in theirs]
        if places:
            span = Span(keys.starts[places[0]], keys.ends[places[-1] + _RUN - 1])
            says = (Says(other.witness, span.of(one.text)),)
            yield found_in("untranslated", one, span, 0.5, "The same words stand in another language.", says)
            return


def _runs_of(other: Version) -> frozenset[tuple[str, ...]]:
    words = [value.casefold() for value in read_keys(other.text).values]
    runs = [tuple(words[place : place + _RUN]) for place in range(len(words) - _RUN + 1)]
    return frozenset(run for run in runs if sum(word.isalpha() for word in run) >= _RUN - 1)
