"""The answers of a campaign as Pearmut writes its own: a line of JSON for each item and reviewer.

Form: Pearmut 1.1 (MIT), `data/outputs`: `annotation` and `item` are lists of the segments of a document, here of one;
of each version a `score` and its `error_spans`, whose ends are inclusive and count characters of the version's text. A
mark of missing words stands there as "[missing]", as Pearmut's special token. What its protocols do not know stands
beside: `verdict`, `rank`.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

__all__ = ["Judged", "write_annotations"]


@dataclass(frozen=True, slots=True)
class Judged:
    """An answer as it is written: of which item (its number and reference), by whom, of which texts by siglum."""

    item: int
    reference: str
    reviewer: str
    source: str
    texts: Mapping[str, str]
    content: Mapping[str, Any]


def write_annotations(campaign: str, answers: Iterable[Judged]) -> str:
    """Return the lines, each with a line end."""
    return "".join(f"{json.dumps(_line(campaign, one), ensure_ascii=False)}\n" for one in answers)


def _line(campaign: str, one: Judged) -> dict[str, Any]:
    item = {"item_id": one.reference, "src": one.source, "tgt": dict(one.texts)}
    return {
        "campaign_id": campaign,
        "user_id": one.reviewer,
        "item_i": one.item - 1,
        "item": [item],
        "annotation": [{siglum: _said(siglum, one.content) for siglum in one.texts}],
    }


def _said(siglum: str, content: Mapping[str, Any]) -> dict[str, Any]:
    said: dict[str, Any] = {
        "score": content.get("scores", {}).get(siglum),
        "error_spans": list(_spans(siglum, content.get("spans", ()))),
    }
    if siglum in content.get("verdicts", {}):
        said["verdict"] = content["verdicts"][siglum]
    rank = next((name for name in ("best", "worst", "better") if content.get(name) == siglum), None)
    return said | ({"rank": rank} if rank else {})


def _spans(siglum: str, spans: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    for one in spans:
        if one["siglum"] == siglum:
            ends = {"start_i": one["start"], "end_i": one["end"] - 1}
            said = {"severity": one["severity"], "category": one["category"] or None}
            yield {**ends, **said, **({"token": "[missing]"} if one["missing"] else {})}
