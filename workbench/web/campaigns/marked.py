"""The marks that somebody set on the judging page, as the form sends them."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext

from workbench.accounts.errors import Invalid

__all__ = ["TYPED", "read_marks"]

TYPED = range(3)
"""Rows for marks in each version where no script runs: the words are typed."""
_KINDS: Mapping[str, type] = {
    "version": str,
    "start": int,
    "end": int,
    "severity": str,
    "category": str,
    "missing": bool,
}


def read_marks(posted: QueryDict, texts: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return the marks: `span`, a JSON object each, and words that were typed. `texts` are by label.

    Raises `Invalid` for what is no mark, and for words that do not stand in the version.
    """
    return [*(_read(one) for one in posted.getlist("span")), *_typed(posted, texts)]


def _read(written: str) -> dict[str, Any]:
    try:
        mark = json.loads(written)
    except ValueError:
        mark = None
    if not isinstance(mark, dict) or {name: type(value) for name, value in mark.items()} != _KINDS:
        raise Invalid.field(
            "spans", gettext("A mark with %(names)s is expected.") % {"names": ", ".join(_KINDS)}, code="bad_span"
        )
    return mark


def _typed(posted: QueryDict, texts: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    for label, text in texts.items():
        for row in TYPED:
            words = posted.get(f"words-{label}-{row}", "").strip()
            if not words:
                continue
            start = text.find(words)
            if start < 0:
                raise Invalid.field(
                    "spans",
                    gettext("“%(words)s” does not stand in version %(label)s.") % {"words": words, "label": label},
                    code="unknown_words",
                )
            said = {name: posted.get(f"{name}-{label}-{row}", "") for name in ("severity", "category")}
            yield {"version": label, "start": start, "end": start + len(words), "missing": False, **said}
