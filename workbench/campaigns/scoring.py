"""What the answers of a campaign come to: scores with intervals, which differences are real, how far people agree."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from django.utils.translation import gettext_lazy

from workbench.campaigns.answers import VERDICTS, values_of
from workbench.campaigns.offering import Fate
from workbench.campaigns.resampling import interval_of, significance_of
from workbench.review.agreement import Level, ac1, alpha, cohen, fleiss, per_cent

__all__ = ["Agreement", "Checked", "Given", "Result", "Score", "VersusResult", "score"]

_AGREEMENT_DRAWS = 300
_LABELS = {
    "per_cent": gettext_lazy("Share of pairs that agree"),
    "alpha_nominal": gettext_lazy("Krippendorff’s alpha, same or not"),
    "alpha_ordinal": gettext_lazy("Krippendorff’s alpha, by steps"),
    "alpha_interval": gettext_lazy("Krippendorff’s alpha, by distance"),
    "fleiss": gettext_lazy("Fleiss’ kappa"),
    "ac1": gettext_lazy("Gwet’s AC1"),
    "cohen": gettext_lazy("Cohen’s kappa"),
}


@dataclass(frozen=True, slots=True)
class Given:
    """An answer: which item, who, of which versions, what."""

    item: int
    reviewer: int
    sigla: Sequence[str]
    content: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Score:
    """A version's mean with its 95 % interval (None where nothing was said), over so many judgements."""

    siglum: str
    judgements: int
    mean: float | None
    interval: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class VersusResult:
    """How far one version is before another, over the items that have both, and how probable that is by chance."""

    left: str
    right: str
    items: int
    difference: float
    p_value: float | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """A measure of agreement by name, with its 95 % interval; None where it says nothing."""

    name: str
    value: float | None
    interval: tuple[float, float] | None

    @property
    def label(self) -> str:
        """The measure as people call it."""
        return str(_LABELS[self.name])


@dataclass(frozen=True, slots=True)
class Checked:
    """How many of the items that tell of their reviewers one of them (by seat) passed."""

    seat: int
    passed: int
    of: int


@dataclass(frozen=True, slots=True)
class Result:
    """All figures of a campaign; `level` says how values were compared for alpha. What was to check reviewers is in
    `checks` alone. `fates`: what became of the marks of a machine.
    """

    answers: int
    scores: Sequence[Score]
    pairs: Sequence[VersusResult]
    level: Level
    agreement: Sequence[Agreement]
    checks: Sequence[Checked] = ()
    fates: Sequence[Fate] = ()


def score(kind: str, answers: Sequence[Given], sigla: Sequence[str], weights: Mapping[str, float]) -> Result:
    """Return the figures. An item counts as the mean of what its reviewers said."""
    by_item: dict[str, dict[int, list[float]]] = {siglum: defaultdict(list) for siglum in sigla}
    for answer in answers:
        for siglum, value in values_of(kind, answer.content, answer.sigla, weights).items():
            by_item[siglum][answer.item].append(value)
    means = {siglum: {item: _mean(said) for item, said in found.items()} for siglum, found in by_item.items()}
    level: Level = "interval" if kind in {"esa", "mqm"} else "ordinal" if kind == "verdict" else "nominal"
    return Result(
        answers=len(answers),
        scores=[_score(siglum, by_item[siglum], means[siglum]) for siglum in sigla],
        pairs=[_versus(left, right, means) for left, right in combinations(sigla, 2)],
        level=level,
        agreement=_agreement(list(_units(kind, answers, weights)), level, _choices(kind, sigla)),
    )


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def _score(siglum: str, said: Mapping[int, Sequence[float]], means: Mapping[int, float]) -> Score:
    values = [means[item] for item in sorted(means)]
    count = sum(map(len, said.values()))
    return Score(siglum, count, _mean(values) if values else None, interval_of(values, _mean))


def _versus(left: str, right: str, means: Mapping[str, Mapping[int, float]]) -> VersusResult:
    shared = sorted(means[left].keys() & means[right].keys())
    differences = [means[left][item] - means[right][item] for item in shared]
    difference = _mean(differences) if differences else 0.0
    return VersusResult(left, right, len(shared), difference, significance_of(differences))


def _units(kind: str, answers: Sequence[Given], weights: Mapping[str, float]) -> Iterable[list[Any]]:
    """Yield what reviewers said of the same thing, a place for each reviewer, None where one said nothing."""
    reviewers = sorted({answer.reviewer for answer in answers})
    said: dict[tuple[int, str], dict[int, Any]] = defaultdict(dict)
    for answer in answers:
        for thing, value in _said(kind, answer, weights):
            said[answer.item, thing][answer.reviewer] = value
    for _, values in sorted(said.items()):
        yield [values.get(reviewer) for reviewer in reviewers]


def _said(kind: str, answer: Given, weights: Mapping[str, float]) -> Iterable[tuple[str, Any]]:
    if kind == "verdict":
        return [(siglum, VERDICTS.index(verdict)) for siglum, verdict in answer.content["verdicts"].items()]
    if kind == "pairwise":
        return [("better", answer.content["better"])]
    if kind == "best-worst":
        return [("best", answer.content["best"]), ("worst", answer.content["worst"])]
    return values_of(kind, answer.content, answer.sigla, weights).items()


def _choices(kind: str, sigla: Sequence[str]) -> int:
    return {"verdict": len(VERDICTS), "pairwise": 3, "best-worst": len(sigla)}.get(kind, 0)


def _agreement(units: Sequence[list[Any]], level: Level, choices: int) -> list[Agreement]:
    measures: dict[str, Any] = {
        "per_cent": per_cent,
        "alpha_nominal": alpha,
        "fleiss": fleiss,
        "ac1": lambda some: ac1(some, choices),
    }
    if level != "nominal":
        measures[f"alpha_{level}"] = lambda some: alpha(some, level)
    if units and len(units[0]) == 2:
        measures["cohen"] = cohen
    return [
        Agreement(name, measure(units), interval_of(units, measure, _AGREEMENT_DRAWS))
        for name, measure in measures.items()
    ]
