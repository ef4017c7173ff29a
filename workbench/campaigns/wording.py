"""Answers in words, for a row of a table: pure."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

__all__ = ["in_words"]

_VERDICTS = {"approved": "approved", "seen": "seen", "needs_work": "needs work"}


def in_words(kind: str, content: Mapping[str, Any], sigla: Sequence[str]) -> str:
    """Return what an answer, or a decision, says: "best A, worst B"."""
    if kind == "verdict":
        said = content["verdicts"]
        return ", ".join(f"{one}: {_VERDICTS[said[one]]}" for one in sigla if one in said)
    if kind == "pairwise":
        return f"{content['better']} is better" if content["better"] else "neither is better"
    if kind == "best-worst":
        return f"best {content['best']}, worst {content['worst']}"
    marks = Counter(span["siglum"] for span in content["spans"])
    scores = content.get("scores", {})
    return ", ".join(_said(one, scores.get(one), marks[one]) for one in sigla if kind == "mqm" or one in scores)


def _said(siglum: str, score: int | None, marks: int) -> str:
    counted = f"{marks} mark{'' if marks == 1 else 's'}"
    return f"{siglum}: {counted}" if score is None else f"{siglum}: {score}{f' ({counted})' if marks else ''}"
