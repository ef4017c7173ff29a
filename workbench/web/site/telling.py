"""What was said in English, said in the language of the page.

The packages that know no Django (`interchange`, `text`), and jobs that ran before, speak English. A sentence of
theirs is looked up as it stands, else by the patterns of `sentences`; what nobody knows stays as it is. What
they say of one thing as of several is put right in English, too.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache

from django.utils.functional import lazy
from django.utils.translation import get_language, gettext, override

from workbench.web.site.sentences import COUNTED, SENTENCES

__all__ = ["is_known", "tell", "tell_lazily"]

_OF_ONE = re.compile(r"(?<![\w.,:])1 [a-z]")
_HOLE = re.compile(r"%\((\w+)\)s|%%")
Message = Callable[[Mapping[str, str]], str]


def tell(sentence: str) -> str:
    """Return a sentence in the language of the page. What stands in a hole called `told…` is told in its turn."""
    said = str(sentence)
    if (get_language() or "en").startswith("en"):
        return _by_pattern(said) if _OF_ONE.search(said) else said
    known = gettext(said.replace("%", "%%"))
    return known.replace("%%", "%") if known != said.replace("%", "%%") else _by_pattern(said)


tell_lazily = lazy(tell, str)
"""The same, whenever it is shown: for tables that are made once."""


def is_known(sentence: str) -> bool:
    """Whether a sentence is one of the tables, and so is what it holds of them."""
    return sentence.replace("%", "%%") in SENTENCES or _find(sentence) is not None


def _by_pattern(said: str) -> str:
    found = _find(said)
    if found is None:
        return said
    message, values = found
    return message(values) % {name: tell(words) if _is_told(name) else words for name, words in values.items()}


def _find(said: str) -> tuple[Message, dict[str, str]] | None:
    """Return the message of the first pattern that fits, with its values: no sentence is told by halves."""
    for pattern, message in _patterns():
        found = pattern.fullmatch(said)
        if found and all(is_known(words) for name, words in found.groupdict().items() if _is_told(name)):
            return message, found.groupdict()
    return None


def _is_told(name: str) -> bool:
    return name.startswith("told")


@cache
def _patterns() -> list[tuple[re.Pattern[str], Message]]:
    """Return what a sentence may look like, the longest first, each with what makes its message of its values."""
    with override("en-gb"):
        counted = [(str(message(2)), _counting(message)) for message in COUNTED]
    plain = [(sentence, _saying(sentence)) for sentence in SENTENCES if "%(" in sentence]
    ordered = sorted([*counted, *plain], key=lambda one: -len(_HOLE.sub("", one[0])))
    return [(re.compile(_as_pattern(sentence), re.DOTALL), message) for sentence, message in ordered]


def _counting(message: Callable[[int], str]) -> Message:
    return lambda values: message(int(values["number"].replace(",", "")))


def _saying(sentence: str) -> Message:
    return lambda _: gettext(sentence)


def _as_pattern(sentence: str) -> str:
    written, at = "", 0
    for hole in _HOLE.finditer(sentence):
        name = hole[1]
        inside = "%" if name is None else rf"(?P<{name}>[\d,]+)" if name == "number" else f"(?P<{name}>.*)"
        written += re.escape(sentence[at : hole.start()]) + inside
        at = hole.end()
    return written + re.escape(sentence[at:])
