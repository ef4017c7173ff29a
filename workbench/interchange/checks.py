"""What every format asks of the strings it reads: each check says in a sentence what is wrong, or nothing.

Refused characters are looked for before this, by `workbench.text.words.validity`.
"""

import re

from workbench.interchange.errors import Problem
from workbench.interchange.limits import MAX_REFERENCE, MAX_SIGLUM, MAX_TEXT
from workbench.interchange.options import ReadOptions
from workbench.text.words.languages import is_language_tag, recognise_language

__all__ = [
    "complaint_about_language",
    "complaint_about_length",
    "complaint_about_line",
    "complaint_about_name",
    "complaint_about_reference",
    "complaint_about_siglum",
    "complaint_about_term",
    "complaint_about_text",
    "problems_of_translation",
]

_TERM = re.compile(r"[a-z0-9][a-z0-9_-]*(/[a-z0-9][a-z0-9_-]*)*")


def problems_of_translation(options: ReadOptions) -> list[Problem]:
    """Return what is wrong with the translation that the options name, for a file that names none itself."""
    said = (
        ("siglum", complaint_about_siglum(options.siglum)),
        ("language", complaint_about_language(options.language)),
    )
    return [Problem(where, message) for where, message in said if message]


def complaint_about_siglum(text: str) -> str:
    """Say what keeps `text` from being a siglum, "" if nothing does."""
    return complaint_about_name(text, MAX_SIGLUM)


def complaint_about_reference(text: str) -> str:
    """Say what keeps `text` from being a reference, "" if nothing does."""
    return complaint_about_name(text, MAX_REFERENCE)


def complaint_about_name(text: str, longest: int) -> str:
    """Say what keeps `text` from being a name by which something is found, "" if nothing does."""
    if not text:
        return "Empty. Expected a name."
    if text != text.strip():
        return "Expected no white space at its ends."
    return complaint_about_line(text, longest)


def complaint_about_term(text: str, longest: int) -> str:
    """Say what keeps `text` from being the name of a category or severity (a path is a tree), "" if nothing does."""
    if not _TERM.fullmatch(text):
        return f"{text[:40]!r}. Expected small letters (a to z), digits, - and _, joined by /."
    return complaint_about_length(text, longest)


def complaint_about_line(text: str, longest: int) -> str:
    """Say what keeps `text` from being one line of at most `longest` code points, "" if nothing does."""
    if "\n" in text or "\t" in text:
        return "Expected one line, without TAB."
    return complaint_about_length(text, longest)


def complaint_about_length(text: str, longest: int) -> str:
    """Say that `text` has more than `longest` code points, "" if it has not."""
    return f"{len(text):,} characters. Expected at most {longest:,}." if len(text) > longest else ""


def complaint_about_text(text: str) -> str:
    """Say what keeps `text` from being the text of a variant, "" if nothing does."""
    return complaint_about_length(text, MAX_TEXT)


def complaint_about_language(tag: str) -> str:
    """Say what keeps `tag` from being a language, "" if nothing does; no language at all is well."""
    if not tag or is_language_tag(recognise_language(tag)):
        return ""
    return f"{tag[:40]!r} is not a language tag. Expected one like en or zh-Hant, or a language's name."
