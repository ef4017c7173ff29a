"""Catalogues: `.po` for people, `.mo` for Django, both the same on every machine."""

import ast
import re
from collections.abc import Iterable
from io import BytesIO, StringIO
from pathlib import Path

import django
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from tests.messages.extracting import ROOT, Found

__all__ = ["LANGUAGES", "Forms", "compiled", "forms_in", "modules_path", "path_of", "read", "written"]

LANGUAGES = ("de", "ru")
_FOLDER = ROOT / "workbench" / "web" / "locale"

Forms = dict[Found, tuple[str, ...]]
"""The translation of each message: one form, or as many as the language has plurals."""


def path_of(language: str) -> Path:
    """Return where the catalogue of a language lies; the `.mo` lies beside."""
    return _FOLDER / language / "LC_MESSAGES" / "django.po"


def modules_path() -> Path:
    """Return where it is listed what modules of the pages say, so that a page can hold it in its language."""
    return _FOLDER / "modules.json"


def forms_in(language: str) -> int:
    """Return how many plural forms a language has."""
    found = re.search(r"nplurals=(\d)", _plurals(language))
    assert found is not None
    return int(found[1])


def _plurals(language: str) -> str:
    """Return the rule for plurals in Django's own catalogue, since ours is laid over it."""
    path = Path(django.__file__).parent / "conf/locale" / language / "LC_MESSAGES/django.po"
    head = path.read_text(encoding="utf-8").partition("\n\n")[0]
    lines = "".join(ast.literal_eval(line) for line in head.splitlines() if line.startswith('"'))
    return re.search(r"Plural-Forms: (.*)", lines)[1]  # type: ignore[index]


class _Plain(Catalog):
    """A catalogue whose head says nothing of when and by whom, so that it is the same whenever it is written."""

    head: tuple[tuple[str, str], ...] = ()
    forms = 2

    def _head(self) -> list[tuple[str, str]]:
        return list(self.head)

    def _forms(self) -> int:
        return self.forms

    mime_headers = property(_head)
    num_plurals = property(_forms)


def read(text: str) -> Forms:
    """Return what is translated in a `.po`; what is fuzzy is not."""
    return {
        _found(message.id, message.context): _forms(message.string)
        for message in read_po(StringIO(text))
        if message.id and not message.fuzzy and all(_forms(message.string))
    }


def _found(one: str | Iterable[str], context: str | None) -> Found:
    singular, plural = (one, "") if isinstance(one, str) else one
    return Found(singular, plural, context or "")


def _forms(string: str | Iterable[str] | None) -> tuple[str, ...]:
    return (string,) if isinstance(string, str) else tuple(string or ("",))


def written(language: str, messages: list[Found], forms: Forms) -> str:
    """Return the `.po`: all messages in order, those without a translation empty."""
    file = BytesIO()
    write_po(file, _catalogue(language, messages, forms), width=0, sort_output=True, no_location=True)
    return file.getvalue().decode()


def compiled(language: str, text: str) -> bytes:
    """Return the `.mo` of a `.po`."""
    forms, file = read(text), BytesIO()
    write_mo(file, _catalogue(language, sorted(forms), forms))
    return file.getvalue()


def _catalogue(language: str, messages: list[Found], forms: Forms) -> Catalog:
    catalogue = _Plain(header_comment=f"# Translation Workbench: {language}. docs/translating.md", fuzzy=False)
    # Otherwise two, for Babel reads them off a head that it made itself.
    catalogue._num_plurals = forms_in(language)  # type: ignore[assignment]
    catalogue.head = (
        ("Language", language),
        ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Content-Transfer-Encoding", "8bit"),
        ("Plural-Forms", _plurals(language)),
    )
    catalogue.forms = forms_in(language)
    for one in messages:
        empty = ("",) * (forms_in(language) if one.plural else 1)
        found = forms.get(one, empty)
        key = (one.id, one.plural) if one.plural else one.id
        catalogue.add(key, found if one.plural else found[0], context=one.context or None)
    return catalogue
