"""Answers in words, for a row of a table: pure."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext, gettext_lazy, ngettext

__all__ = ["in_words"]

_VERDICTS = {
    "approved": gettext_lazy("approved"),
    "seen": gettext_lazy("seen"),
    "needs_work": gettext_lazy("needs work"),
}


def in_words(kind: str, content: Mapping[str, Any], sigla: Sequence[str]) -> str:
    """Return what an answer, or a decision, says: "best A, worst B"."""
    if kind == "verdict":
        said = content["verdicts"]
        return ", ".join(f"{one}: {_VERDICTS[said[one]]}" for one in sigla if one in said)
    if kind == "pairwise":
        better = content["better"]
        return gettext("%(siglum)s is better") % {"siglum": better} if better else gettext("neither is better")
    if kind == "best-worst":
        return gettext("best %(best)s, worst %(worst)s") % content
    marks = Counter(span["siglum"] for span in content["spans"])
    scores = content.get("scores", {})
    return ", ".join(_said(one, scores.get(one), marks[one]) for one in sigla if kind == "mqm" or one in scores)


def _said(siglum: str, score: int | None, marks: int) -> str:
    counted = ngettext("%(number)d mark", "%(number)d marks", marks) % {"number": marks}
    return f"{siglum}: {counted}" if score is None else f"{siglum}: {score}{f' ({counted})' if marks else ''}"
