"""What a bundle looks like: for every record its members, in the order they are written, and what each may hold.

Reader, writer and the JSON Schema beside this folder (made by `schema`) follow this one description.
`required` names the members without which a record means nothing; a reader takes the others as unsaid, a
writer always writes them, but for `later` and `second` ones.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from typing import Any

from workbench.interchange import limits, vocabulary
from workbench.interchange.checks import (
    complaint_about_language,
    complaint_about_length,
    complaint_about_line,
    complaint_about_name,
    complaint_about_reference,
    complaint_about_siglum,
    complaint_about_term,
)
from workbench.interchange.document import (
    AnchorRecord,
    CommentRecord,
    CorrectionRecord,
    DerivationRecord,
    GroupRecord,
    MarkRecord,
    MoveRecord,
    PassageRecord,
    RevisionRecord,
    RuleRecord,
    SpanRecord,
    SuggestionRecord,
    ThreadRecord,
    TranslationRecord,
    VariantRecord,
    WorkRecord,
)

__all__ = ["FORMAT", "VERSION", "VERSIONS", "WORK", "Count", "Many", "Maybe", "Part", "Shape", "String"]

FORMAT = "translation-workbench/bundle"
VERSIONS = (1, 2)
VERSION = 2
"""The version that is written; all of `VERSIONS` are read."""


@dataclass(frozen=True, slots=True)
class String:
    """A string that `complain` has nothing to say of; `schema` says as much of it as a JSON Schema can.

    `formerly` has words of earlier bundles with those they are read as.
    """

    complain: Callable[[str], str]
    schema: Mapping[str, Any]
    formerly: Mapping[str, str] = field(default_factory=dict)


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
    """An array of at most `most` records or strings."""

    shape: "Shape | String"
    most: int


@dataclass(frozen=True, slots=True)
class Shape:
    """An object that becomes a `record`; no other members than `members`.

    `later` are members that the first bundles did not have, `second` those that came with version 2 and are not known
    in version 1. Both are written only where they say something.
    """

    record: type[Any]
    members: Mapping[str, "Part"]
    required: frozenset[str]
    later: frozenset[str] = frozenset()
    second: frozenset[str] = frozenset()

    @property
    def sparse(self) -> frozenset[str]:
        """The members that are written only where they say something."""
        return self.later | self.second


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


def _choice(*choices: str, formerly: Mapping[str, str] | None = None) -> String:
    expected = ", ".join(choice or '""' for choice in choices)

    def complain(text: str) -> str:
        return "" if text in choices else f"{text[:40]!r} is not known. Expected one of {expected}."

    return String(complain, {"enum": [*choices, *(formerly or ())]}, formerly or {})


def _slug(text: str) -> str:
    known = all(part.isalnum() and part.isascii() and part == part.lower() for part in text.split("-"))
    if text and not known:
        return "Expected lower-case letters and digits, joined by hyphens."
    return complaint_about_length(text, limits.MAX_SLUG)


def _label(text: str) -> str:
    return complaint_about_name(text, limits.MAX_LABEL)


def _day(text: str) -> str:
    try:
        known = not text or date.fromisoformat(text).isoformat() == text
    except ValueError:
        known = False
    return "" if known else "Expected a day like 2026-10-05."


def _term(longest: int) -> String:
    path = "[a-z0-9][a-z0-9_-]*"
    schema = {"type": "string", "maxLength": longest, "pattern": f"^$|^{path}(/{path})*$"}
    return String(lambda text: complaint_about_term(text, longest) if text else "", schema)


def _line(longest: int = limits.MAX_LINE) -> String:
    return String(
        partial(complaint_about_line, longest=longest),
        {"type": "string", "maxLength": longest, "pattern": r"^[^\n\t]*$"},
    )


def _text(longest: int) -> String:
    return String(partial(complaint_about_length, longest=longest), {"type": "string", "maxLength": longest})


def _name(complain: Callable[[str], str], longest: int) -> String:
    return String(complain, {"type": "string", "minLength": 1, "maxLength": longest})


def _reference_or_none(text: str) -> str:
    return complaint_about_reference(text) if text else ""


_SLUG = String(_slug, {"type": "string", "maxLength": limits.MAX_SLUG, "pattern": "^$|^[a-z0-9]+(-[a-z0-9]+)*$"})
_SIGLUM = _name(complaint_about_siglum, limits.MAX_SIGLUM)
_REFERENCE = _name(complaint_about_reference, limits.MAX_REFERENCE)
_PRINTED = String(_reference_or_none, {"type": "string", "maxLength": limits.MAX_REFERENCE})
_LANGUAGE = String(complaint_about_language, {"type": "string", "description": "A BCP 47 language tag, or nothing."})
_TIME = String(_time, {"type": "string", "pattern": r"^$|^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$"})
_PRESENCE = _choice(*vocabulary.PRESENCES)
_WORDS = _text(limits.MAX_TEXT)
_NOTE = _text(limits.MAX_NOTE)
_NUMBERING = _line(limits.MAX_NUMBERING)

SPAN = Shape(
    SpanRecord,
    {
        "kind": _choice(*vocabulary.MARKUP),
        "start": Count(),
        "end": Count(),
        "value": _line(),
        "text": _text(limits.MAX_FOOTNOTE),
        "language": _LANGUAGE,
    },
    required=frozenset({"kind", "start", "end"}),
    second=frozenset({"value", "text", "language"}),
)
REVISION = Shape(
    RevisionRecord,
    {
        "number": Count(least=1),
        "text": _WORDS,
        "presence": _PRESENCE,
        "reason": _line(limits.MAX_REASON),
        "author": _line(),
        "created_at": _TIME,
        "markup": Many(SPAN, limits.MAX_SPANS),
    },
    required=frozenset({"number", "text"}),
    second=frozenset({"markup"}),
)
VARIANT = Shape(
    VariantRecord,
    {
        "siglum": _SIGLUM,
        "text": _WORDS,
        "presence": _PRESENCE,
        "alignment": _choice("", *vocabulary.ALIGNMENTS),
        "reference": _PRINTED,
        "order": Maybe(Count(least=1)),
        "markup": Many(SPAN, limits.MAX_SPANS),
        "revisions": Many(REVISION, 100_000),
    },
    required=frozenset({"siglum", "text"}),
    later=frozenset({"alignment"}),
    second=frozenset({"reference", "order", "markup"}),
)
PASSAGE = Shape(
    PassageRecord,
    {
        "reference": Maybe(_REFERENCE),
        "path": Many(_name(complaint_about_reference, limits.MAX_REFERENCE), limits.MAX_LEVELS),
        "heading": _line(),
        "variants": Many(VARIANT, limits.MAX_TRANSLATIONS),
    },
    required=frozenset({"reference"}),
    second=frozenset({"path"}),
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
        "title": _line(),
        "source": _line(limits.MAX_ADDRESS),
        "numbering": _NUMBERING,
    },
    required=frozenset({"siglum"}),
    second=frozenset({"title", "source", "numbering"}),
)
MOVE = Shape(
    MoveRecord,
    {
        "kind": _choice(*vocabulary.MOVES, formerly=vocabulary.FORMER_MOVES),
        "from_passage": _PRINTED,
        "from_revision": Count(least=1),
        "from_quote": _WORDS,
        "to_revision": Count(least=1),
        "to_quote": _WORDS,
        "author": _line(),
        "created_at": _TIME,
    },
    required=frozenset({"kind", "from_revision", "from_quote", "to_revision"}),
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
        "moves": Many(MOVE, 100_000),
    },
    required=frozenset({"siglum", "revision", "start", "end", "quote"}),
    later=frozenset({"meant"}),
    second=frozenset({"moves"}),
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
        "base": _WORDS,
        "written": _WORDS,
        "superseded_by": Count(least=1),
    },
    required=frozenset({"anchor", "text"}),
    second=frozenset({"base", "written", "superseded_by"}),
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
        "passage": _PRINTED,
        "state": _choice(*vocabulary.THREAD_STATES),
        "category": _term(limits.MAX_CATEGORY),
        "severity": _term(limits.MAX_SEVERITY),
        "author": _line(),
        "assignee": _line(),
        "created_at": _TIME,
        "updated_at": _TIME,
        "labels": Many(_name(_label, limits.MAX_LABEL), limits.MAX_LABELS),
        "due_on": String(_day, {"type": "string", "pattern": r"^$|^\d{4}-\d\d-\d\d$"}),
        "anchors": Many(ANCHOR, 1_000),
        "comments": Many(COMMENT, 100_000),
    },
    required=frozenset({"passage", "comments"}),
    second=frozenset({"labels", "due_on"}),
)
GROUP = Shape(
    GroupRecord,
    {"siglum": _SIGLUM, "name": _line(), "members": Many(_SIGLUM, limits.MAX_TRANSLATIONS)},
    required=frozenset({"siglum", "members"}),
)
DERIVATION = Shape(
    DerivationRecord,
    {"siglum": _SIGLUM, "source": _SIGLUM, "kind": _choice(*vocabulary.DERIVATIONS)},
    required=frozenset({"siglum", "source"}),
)
RULE = Shape(
    RuleRecord,
    {
        "left": _line(limits.MAX_RULE),
        "right": _line(limits.MAX_RULE),
        "passage": _PRINTED,
        "author": _line(),
        "created_at": _TIME,
        "of": _choice("", "letters"),
        "translations": Many(_SIGLUM, limits.MAX_TRANSLATIONS),
    },
    required=frozenset({"left", "right"}),
    later=frozenset({"of", "translations"}),
)
MARK = Shape(
    MarkRecord,
    {
        "siglum": _SIGLUM,
        "start": Count(),
        "end": Count(),
        "quote": _WORDS,
        "side": Count(),
        "passage": _PRINTED,
    },
    required=frozenset({"siglum", "start", "end", "quote"}),
)
CORRECTION = Shape(
    CorrectionRecord,
    {
        "kind": _choice(*vocabulary.CORRECTIONS),
        "passage": _REFERENCE,
        "marks": Many(MARK, 1_000),
        "reason": _line(limits.MAX_REASON),
        "author": _line(),
        "created_at": _TIME,
    },
    required=frozenset({"kind", "passage", "marks"}),
)
WORK = Shape(
    WorkRecord,
    {
        "slug": _SLUG,
        "title": _line(),
        "author": _line(),
        "language": _LANGUAGE,
        "description": _NOTE,
        "series": _line(),
        "levels": Many(_line(limits.MAX_SIGLUM), limits.MAX_LEVELS),
        "numbering": _NUMBERING,
        "translations": Many(TRANSLATION, limits.MAX_TRANSLATIONS),
        "passages": Many(PASSAGE, limits.MAX_PASSAGES),
        "threads": Many(THREAD, 1_000_000),
        "groups": Many(GROUP, limits.MAX_TRANSLATIONS),
        "derivations": Many(DERIVATION, 10_000),
        "rules": Many(RULE, 100_000),
        "corrections": Many(CORRECTION, 1_000_000),
    },
    required=frozenset({"title"}),
    second=frozenset({"series", "levels", "numbering", "groups", "derivations", "rules", "corrections"}),
)
