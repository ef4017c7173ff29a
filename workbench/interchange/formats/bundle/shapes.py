"""What a bundle looks like: for every record its keys, in the order they are written, and what each may hold.

Reader, writer and (by a test) the JSON Schema beside this folder follow this one description.
`required` names the keys without which a record means nothing; a reader takes the others as unsaid, a
writer always writes them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from workbench.interchange import limits, vocabulary
from workbench.interchange.checks import (
    complaint_about_language,
    complaint_about_length,
    complaint_about_line,
    complaint_about_reference,
    complaint_about_siglum,
)
from workbench.interchange.document import (
    AnchorRecord,
    CommentRecord,
    PassageRecord,
    RevisionRecord,
    SuggestionRecord,
    ThreadRecord,
    TranslationRecord,
    VariantRecord,
    WorkRecord,
)

__all__ = ["FORMAT", "VERSION", "WORK", "Count", "Many", "Maybe", "Shape", "String"]

FORMAT = "translation-workbench/bundle"
VERSION = 1


@dataclass(frozen=True, slots=True)
class String:
    """A string that `complain` has nothing to say of."""

    complain: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Count:
    """A whole number from `least` to 2 147 483 647."""

    least: int = 0


@dataclass(frozen=True, slots=True)
class Maybe:
    """What `part` says, or null."""

    part: "Part"


@dataclass(frozen=True, slots=True)
class Many:
    """An array of at most `most` records."""

    shape: "Shape"
    most: int


@dataclass(frozen=True, slots=True)
class Shape:
    """An object that becomes a `record`; no other keys than `keys`.

    `later` are keys that the first bundles of this version did not have: they are written only where they say
    something, so that a reader of that time understands every bundle that does without them.
    """

    record: type[Any]
    keys: Mapping[str, "Part"]
    required: frozenset[str]
    later: frozenset[str] = frozenset()


Part = String | Count | Maybe | Many | Shape


def _time(text: str) -> str:
    """Times are written in UTC to the second or finer: RFC 3339 with a capital T and Z."""
    if not text:
        return ""
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return "Expected a time like 2026-10-05T09:12:00Z."
    is_utc = text[10:11] == "T" and text.endswith("Z") and text.isascii() and len(text) >= len("2026-10-05T09:12:00Z")
    return "" if is_utc else "Expected a time in UTC like 2026-10-05T09:12:00Z."


def _choice(*choices: str) -> String:
    expected = ", ".join(choice or '""' for choice in choices)
    return String(lambda text: "" if text in choices else f"{text[:40]!r} is not known. Expected one of {expected}.")


def _slug(text: str) -> str:
    known = all(part.isalnum() and part.isascii() and part == part.lower() for part in text.split("-"))
    if text and not known:
        return "Expected lower-case letters and digits, joined by hyphens."
    return complaint_about_length(text, limits.MAX_SLUG)


def _line(longest: int = limits.MAX_LINE) -> String:
    return String(partial(complaint_about_line, longest=longest))


def _text(longest: int) -> String:
    return String(partial(complaint_about_length, longest=longest))


_SIGLUM = String(complaint_about_siglum)
_REFERENCE = String(complaint_about_reference)
_LANGUAGE = String(complaint_about_language)
_TIME = String(_time)
_PRESENCE = _choice(*vocabulary.PRESENCES)
_WORDS = _text(limits.MAX_TEXT)
_NOTE = _text(limits.MAX_NOTE)

REVISION = Shape(
    RevisionRecord,
    {
        "number": Count(least=1),
        "text": _WORDS,
        "presence": _PRESENCE,
        "reason": _line(limits.MAX_REASON),
        "author": _line(),
        "created_at": _TIME,
    },
    required=frozenset({"number", "text"}),
)
VARIANT = Shape(
    VariantRecord,
    {
        "siglum": _SIGLUM,
        "text": _WORDS,
        "presence": _PRESENCE,
        "alignment": _choice("", *vocabulary.ALIGNMENTS),
        "revisions": Many(REVISION, 100_000),
    },
    required=frozenset({"siglum", "text"}),
    later=frozenset({"alignment"}),
)
PASSAGE = Shape(
    PassageRecord,
    {
        "reference": Maybe(_REFERENCE),
        "heading": _line(),
        "variants": Many(VARIANT, limits.MAX_TRANSLATIONS),
    },
    required=frozenset({"reference"}),
)
TRANSLATION = Shape(
    TranslationRecord,
    {
        "siglum": _SIGLUM,
        "language": _LANGUAGE,
        "role": _choice(*vocabulary.ROLES),
        "translator": _line(),
        "year": _line(limits.MAX_YEAR),
        "citation": _NOTE,
        "rights": _NOTE,
        "notes": _NOTE,
    },
    required=frozenset({"siglum"}),
)
ANCHOR = Shape(
    AnchorRecord,
    {
        "siglum": _SIGLUM,
        "revision": Count(least=1),
        "start": Count(),
        "end": Count(),
        "quote": _WORDS,
        "prefix": _WORDS,
        "suffix": _WORDS,
        "state": _choice(*vocabulary.ANCHOR_STATES),
        "meant": _WORDS,
    },
    required=frozenset({"siglum", "revision", "start", "end", "quote"}),
    later=frozenset({"meant"}),
)
SUGGESTION = Shape(
    SuggestionRecord,
    {
        "anchor": Count(),
        "text": _WORDS,
        "state": _choice(*vocabulary.SUGGESTION_STATES),
        "reason": _line(limits.MAX_REASON),
        "decided_by": _line(),
        "decided_at": _TIME,
        "revision": Maybe(Count(least=1)),
    },
    required=frozenset({"anchor", "text"}),
)
COMMENT = Shape(
    CommentRecord,
    {
        "author": _line(),
        "body": _text(limits.MAX_COMMENT),
        "created_at": _TIME,
        "edited_at": _TIME,
        "deleted_at": _TIME,
        "suggestion": Maybe(SUGGESTION),
    },
    required=frozenset({"author", "body"}),
)
THREAD = Shape(
    ThreadRecord,
    {
        "passage": _REFERENCE,
        "state": _choice(*vocabulary.THREAD_STATES),
        "category": _choice("", *vocabulary.CATEGORIES),
        "severity": _choice("", *vocabulary.SEVERITIES),
        "author": _line(),
        "assignee": _line(),
        "created_at": _TIME,
        "updated_at": _TIME,
        "anchors": Many(ANCHOR, 1_000),
        "comments": Many(COMMENT, 100_000),
    },
    required=frozenset({"passage", "comments"}),
)
WORK = Shape(
    WorkRecord,
    {
        "slug": String(_slug),
        "title": _line(),
        "author": _line(),
        "language": _LANGUAGE,
        "description": _NOTE,
        "translations": Many(TRANSLATION, limits.MAX_TRANSLATIONS),
        "passages": Many(PASSAGE, limits.MAX_PASSAGES),
        "threads": Many(THREAD, 1_000_000),
    },
    required=frozenset({"title"}),
)
