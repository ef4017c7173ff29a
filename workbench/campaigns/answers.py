"""What an answer of each kind may hold, and what it says of each version: pure.

An answer as it is kept is a mapping: "verdicts" by siglum; "better" (a siglum, "" for a tie); "best" and "worst";
"scores" by siglum, 0 to 100; "spans", each with siglum, start, end (code points, half-open), category, severity, and
"missing" where something is missing beside the words.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext

from workbench.campaigns.errors import Invalid

__all__ = ["VERDICTS", "check_answer", "differ", "passes", "values_of"]

VERDICTS = ("needs_work", "seen", "approved")
MOST_SPANS = 200
_NEEDED = {
    "verdict": ("verdicts",),
    "pairwise": ("better",),
    "best-worst": ("best", "worst"),
    "esa": ("scores", "spans"),
    "mqm": ("spans",),
}

Given = Mapping[str, Any]


def check_answer(
    kind: str, given: Given, labels: Mapping[str, str], texts: Mapping[str, str], severities: Sequence[str]
) -> dict[str, Any]:
    """Return an answer, given by labels, as it is kept, by sigla. `texts` are by siglum.

    Raises `Invalid` where it is not whole, speaks of what is not there, or holds what its kind doesn't ask for.
    """
    if unasked := sorted(name for name in given if name not in _NEEDED[kind]):
        raise Invalid.field(
            unasked[0],
            gettext("A campaign of this kind asks for %(names)s.") % {"names": " and ".join(_NEEDED[kind])},
            code="unasked",
        )
    checks: dict[str, Callable[[], Any]] = {
        "verdicts": lambda: _by_version(given, "verdicts", labels, _verdict),
        "scores": lambda: _by_version(given, "scores", labels, _score),
        "better": lambda: _better(given, labels),
        "best": lambda: _one(given, "best", labels),
        "worst": lambda: _worst(given, labels),
        "spans": lambda: [_span(one, labels, texts, severities) for one in given.get("spans", [])],
    }
    return {name: checks[name]() for name in _NEEDED[kind]}


def values_of(kind: str, content: Given, sigla: Sequence[str], weights: Mapping[str, float]) -> dict[str, float]:
    """Return what an answer says of each version in one number, the higher the better.

    verdict: 1 if approved, else 0. pairwise: 1, a tie .5, 0. best-worst: 1, 0, -1. esa: the score. mqm: the penalty
    points of its marks, negative.
    """
    if kind == "verdict":
        return {siglum: float(content["verdicts"][siglum] == "approved") for siglum in sigla}
    if kind == "pairwise":
        better = content["better"]
        return {siglum: 0.5 if not better else float(siglum == better) for siglum in sigla}
    if kind == "best-worst":
        return {siglum: float((siglum == content["best"]) - (siglum == content["worst"])) for siglum in sigla}
    if kind == "esa":
        return {siglum: float(content["scores"][siglum]) for siglum in sigla}
    penalties = dict.fromkeys(sigla, 0.0)
    for span in content["spans"]:
        penalties[span["siglum"]] -= weights.get(span["severity"], 0.0)
    return penalties


def differ(kind: str, left: Given, right: Given, sigla: Sequence[str], weights: Mapping[str, float]) -> bool:
    """Say whether two answers differ: in a verdict, or in which version stands first."""
    if kind == "verdict":
        return any(left["verdicts"].get(one) != right["verdicts"].get(one) for one in sigla)
    first, second = (values_of(kind, one, _sigla_of(kind, one, sigla), weights) for one in (left, right))
    shared = [one for one in sigla if one in first and one in second]
    return _first_of(first, shared) != _first_of(second, shared)


def passes(kind: str, content: Given, expected: Iterable[Sequence[str]], weights: Mapping[str, float]) -> bool:
    """Say whether an answer puts the first of each pair of sigla above the second, as far as it speaks of both."""
    pairs = [tuple(pair) for pair in expected]
    values = values_of(kind, content, _sigla_of(kind, content, [one for pair in pairs for one in pair]), weights)
    return all(values[high] > values[low] for high, low in pairs if high in values and low in values)


def _sigla_of(kind: str, content: Given, sigla: Sequence[str]) -> list[str]:
    """Return those of the sigla that an answer speaks of."""
    said = content.get({"verdict": "verdicts", "esa": "scores"}.get(kind, ""))
    return [one for one in dict.fromkeys(sigla) if said is None or one in said]


def _first_of(values: Mapping[str, float], sigla: Sequence[str]) -> set[str]:
    best = max((values[one] for one in sigla), default=0.0)
    return {one for one in sigla if values[one] == best}


def _by_version(given: Given, name: str, labels: Mapping[str, str], read: Any) -> dict[str, Any]:
    said = {one["version"]: one["value"] for one in given.get(name, [])}
    if said.keys() != labels.keys() or len(said) < len(given.get(name, [])):
        raise Invalid.field(
            name,
            gettext("One for each version is expected: %(names)s.") % {"names": ", ".join(labels)},
            code="not_each",
        )
    return {labels[label]: read(value, name) for label, value in said.items()}


def _verdict(value: Any, name: str) -> str:
    if value not in VERDICTS:
        raise Invalid.field(
            name, gettext("One of %(names)s is expected.") % {"names": ", ".join(VERDICTS)}, code="unknown_verdict"
        )
    return str(value)


def _score(value: Any, name: str) -> int:
    if not isinstance(value, int) or not 0 <= value <= 100:
        raise Invalid.field(name, gettext("A whole number from 0 to 100 is expected."), code="bad_score")
    return value


def _better(given: Given, labels: Mapping[str, str]) -> str:
    return "" if given.get("better") == "tie" else _one(given, "better", labels, "tie")


def _one(given: Given, name: str, labels: Mapping[str, str], *others: str) -> str:
    label = str(given.get(name))
    if label not in labels:
        raise Invalid.field(
            name,
            gettext("One of %(names)s is expected.") % {"names": ", ".join([*labels, *others])},
            code="unknown_version",
        )
    return labels[label]


def _worst(given: Given, labels: Mapping[str, str]) -> str:
    if given.get("worst") == given.get("best"):
        raise Invalid.field("worst", gettext("Another version than the best is expected."), code="same_version")
    return _one(given, "worst", labels)


def _span(
    one: Mapping[str, Any], labels: Mapping[str, str], texts: Mapping[str, str], severities: Sequence[str]
) -> dict[str, Any]:
    if one["version"] not in labels:
        raise Invalid.field(
            "spans",
            gettext("For version, one of %(names)s is expected.") % {"names": ", ".join(labels)},
            code="unknown_version",
        )
    siglum = labels[one["version"]]
    if not 0 <= one["start"] < one["end"] <= len(texts[siglum]):
        message = gettext("Offsets inside the text of version %(one)s are expected: 0 to %(count)s.") % {
            "one": one["version"],
            "count": len(texts[siglum]),
        }
        raise Invalid.field("spans", message, code="bad_offsets")
    if one["severity"] not in severities:
        raise Invalid.field(
            "spans",
            gettext("For severity, one of %(names)s is expected.") % {"names": ", ".join(severities)},
            code="unknown_severity",
        )
    return {
        "siglum": siglum,
        "start": one["start"],
        "end": one["end"],
        "category": one.get("category", ""),
        "severity": one["severity"],
        "missing": bool(one.get("missing", False)),
    }
