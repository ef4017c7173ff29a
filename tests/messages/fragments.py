"""Translations that come as lines of JSON: `{"id", "ctx", "plural", "de": [forms], "ru": [forms]}`."""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.messages.catalogues import LANGUAGES, Forms, forms_in
from tests.messages.extracting import Found

__all__ = ["faults_of", "read_fragments", "wanted"]

_HELD = re.compile(r"%\(\w+\)[sd]|%%|%[sd]|</?\w[^>]*>|\{\w*\}")


def read_fragments(paths: Iterable[Path]) -> dict[str, Forms]:
    """Return the translations of each language; the last that is said of a message holds."""
    told: dict[str, Forms] = {language: {} for language in LANGUAGES}
    for path in paths:
        for line in filter(str.strip, path.read_text(encoding="utf-8").splitlines()):
            one = json.loads(line)
            found = Found(one["id"], one.get("plural") or "", one.get("ctx") or "")
            for language in LANGUAGES:
                if all(one.get(language) or [""]):
                    told[language][found] = _completed(found, language, tuple(one[language]))
    return told


def _completed(one: Found, language: str, forms: tuple[str, ...]) -> tuple[str, ...]:
    """Give fractions, which no count of ours is, the form of few: "1,5 фрагмента"."""
    wanted = forms_in(language) if one.plural else 1
    return (*forms, forms[1]) if len(forms) == wanted - 1 == 3 else forms


def wanted(found: Iterable[Found]) -> Iterator[str]:
    """Yield a line to fill in for each message."""
    for one in found:
        forms = [""] * (3 if one.plural else 1)
        line = {"id": one.id, "ctx": one.context or None, "plural": one.plural or None}
        yield json.dumps(line | {"de": forms[:2], "ru": forms}, ensure_ascii=False)


def faults_of(one: Found, forms: tuple[str, ...], language: str) -> Iterator[str]:
    """Say what is wrong with a translation: forms that are too many or few, placeholders or tags that differ."""
    if len(forms) != (forms_in(language) if one.plural else 1):
        yield f"{language}: {one.id!r} has {len(forms)} forms"
    for form in forms:
        if sorted(_HELD.findall(form)) not in _held_by(one):
            yield f"{language}: {one.id!r}: {form!r} holds other placeholders or tags"
        if form[:1].isspace() != one.id[:1].isspace() or form[-1:].isspace() != one.id[-1:].isspace():
            yield f"{language}: {one.id!r}: {form!r} begins or ends otherwise"


def _held_by(one: Found) -> list[list[str]]:
    """Return what a form may hold: what the singular does ("one passage"), or the plural ("%(count)s passages")."""
    return [sorted(_HELD.findall(text)) for text in (one.id, one.plural) if text]
