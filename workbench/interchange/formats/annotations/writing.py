"""Threads as annotations: the first comment speaks of words, each answer of the annotation that it answers."""

import json
from collections.abc import Iterator
from typing import Any

from workbench.interchange.document import (
    AnchorRecord,
    CommentRecord,
    Document,
    SuggestionRecord,
    ThreadRecord,
    VariantRecord,
    WorkRecord,
)
from workbench.interchange.encodings import encode
from workbench.interchange.formats.annotations.terms import CONTEXT, DETAILS, TEXTS, TRANSLATIONS, name_of_text
from workbench.interchange.losses import only_work
from workbench.interchange.units import write_roster

__all__ = ["write"]

_OF_THREAD = ("state", "assignee", "due_on", "updated_at")
_OF_COMMENT = ("edited_at", "deleted_at")
_OF_SUGGESTION = ("anchor", "state", "reason", "decided_by", "decided_at", "revision", "base", "written")


def write(document: Document) -> bytes:
    """Return a page of annotations as JSON-LD, UTF-8. Raises `FormatError` for several works."""
    work = only_work(document)
    items = [one for number, thread in enumerate(work.threads, 1) for one in _annotations(thread, number)]
    page = {
        "@context": CONTEXT,
        "id": f"urn:x-workbench-page:{work.slug or 'work'}",
        "type": "AnnotationPage",
        "items": items,
        TRANSLATIONS: write_roster(work),
        TEXTS: list(_texts(work)),
    }
    return encode(json.dumps(page, ensure_ascii=False, indent=1) + "\n")


def _texts(work: WorkRecord) -> Iterator[dict[str, Any]]:
    for passage in work.passages:
        texts = [_text(passage.reference or "", variant) for variant in passage.variants]
        heading = {"heading": passage.heading} if passage.heading else {}
        yield {"passage": passage.reference or "", **heading, "texts": texts}


def _text(reference: str, variant: VariantRecord) -> dict[str, str]:
    said = {"value": variant.text} if variant.presence == "present" else {"presence": variant.presence}
    return {"id": name_of_text(reference, variant.siglum), "siglum": variant.siglum, **said}


def _annotations(thread: ThreadRecord, number: int) -> Iterator[dict[str, Any]]:
    name = f"urn:x-workbench-thread:{number}"
    for place, comment in enumerate(thread.comments):
        is_first = place == 0
        kind = "replying" if not is_first else "editing" if comment.suggestion else "commenting"
        annotation = {
            "id": name if is_first else f"{name}:{place}",
            "type": "Annotation",
            "motivation": kind,
            **_signed(comment),
            "body": [*_bodies(comment), *(_labels(thread) if is_first else ())],
            "target": (_targets(thread) if is_first else name),
        }
        details = _said(comment, _OF_COMMENT) | (_thread_details(thread) if is_first else {})
        yield {name: value for name, value in {**annotation, DETAILS: details}.items() if value not in ({}, [])}


def _signed(comment: CommentRecord) -> dict[str, Any]:
    creator = {"creator": {"type": "Person", "name": comment.author}} if comment.author else {}
    created = {"created": comment.created_at} if comment.created_at else {}
    return creator | created | ({"modified": comment.edited_at} if comment.edited_at else {})


def _bodies(comment: CommentRecord) -> Iterator[dict[str, Any]]:
    if comment.body:
        yield _body("commenting", comment.body) | {"format": "text/markdown"}
    if comment.suggestion:
        details = {DETAILS: _said(comment.suggestion, _OF_SUGGESTION)}
        yield _body("editing", comment.suggestion.text) | {"format": "text/plain"} | details


def _labels(thread: ThreadRecord) -> Iterator[dict[str, Any]]:
    for purpose, value in (("classifying", thread.category), ("assessing", thread.severity)):
        if value:
            yield _body(purpose, value)
    yield from (_body("tagging", label) for label in thread.labels)


def _body(purpose: str, value: str) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": purpose, "value": value}


def _targets(thread: ThreadRecord) -> Any:
    """Return what a thread speaks of: one thing stands alone, as the model has it, several in a list."""
    targets = [_target(thread.passage, anchor) for anchor in thread.anchors]
    return targets if len(targets) > 1 else targets[0] if targets else name_of_text(thread.passage)


def _target(reference: str, anchor: AnchorRecord) -> dict[str, Any]:
    around = {name: getattr(anchor, name) for name in ("prefix", "suffix") if getattr(anchor, name)}
    quote = {"type": "TextQuoteSelector", "exact": anchor.quote, **around}
    place = {"type": "TextPositionSelector", "start": anchor.start, "end": anchor.end}
    selectors = [quote] if anchor.state == "orphaned" else [place, quote]
    return {"type": "SpecificResource", "source": name_of_text(reference, anchor.siglum), "selector": selectors}


def _thread_details(thread: ThreadRecord) -> dict[str, Any]:
    return _said(thread, _OF_THREAD) if _said(thread, _OF_THREAD) != {"state": "open"} else {}


def _said(record: ThreadRecord | CommentRecord | SuggestionRecord, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(record, name) for name in names if getattr(record, name) not in {"", None}}
