"""Systems' output against a reference: BLEU, chrF and TER by sacrebleu, with their signatures and a paired bootstrap.

An extra (`metrics`): without it `score_systems` refuses, saying so. The scores are of the texts as a whole, no means of
passages. Only passages in which the reference and all systems have words are scored: an empty reference doubles TER,
and words added against one leave chrF as it was; such passages are counted beside. The bootstrap draws passages 1,000
times and says how often a system is as far from the baseline by chance (P. Koehn, "Statistical significance tests for
machine translation evaluation", 2004).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any, Literal, get_args

from django.utils.translation import gettext

from workbench.corpus.models import Presence, Translation, Variant, Work
from workbench.corpus.queries import translations_of
from workbench.review.errors import Conflict, Invalid
from workbench.text.words.languages import language_of

__all__ = [
    "METRICS",
    "Metric",
    "Score",
    "Scored",
    "Scoring",
    "are_metrics_installed",
    "choose_systems",
    "score_systems",
]

Metric = Literal["bleu", "chrf", "ter"]
METRICS: tuple[Metric, ...] = get_args(Metric)

SAMPLES = 1_000
MOST: Mapping[Metric, int] = {"bleu": 1_000_000, "chrf": 1_000_000, "ter": 400_000}
"""Characters of all systems' texts that are scored while somebody waits: some seconds each."""

_TOKENS = {"zh": "zh", "ja": "char", "ko": "char", "th": "char", "lo": "char", "km": "char", "my": "char"}
"""How BLEU cuts texts that write no spaces, by language; others by its usual rules (13a)."""


@dataclass(frozen=True, slots=True)
class Score:
    """A score, half the width of its 95 % interval, and how probable it is by chance that it is another than the
    baseline's; None for the baseline itself.
    """

    value: float
    interval: float
    p_value: float | None


@dataclass(frozen=True, slots=True)
class Scored:
    """One system: its scores by metric; in how many passages it has no words where the reference has, and the other way
    round.
    """

    translation: Translation
    scores: Mapping[Metric, Score]
    without: int
    added: int


@dataclass(frozen=True, slots=True)
class Scoring:
    """Systems against a reference, the baseline first; `signatures` say how each metric was computed.

    `scored` passages count; in `left_out` the reference or a system has no words.
    """

    work: Work
    reference: Translation
    systems: Sequence[Scored]
    signatures: Mapping[Metric, str]
    scored: int
    left_out: int


def are_metrics_installed() -> bool:
    """Say whether the extra `metrics` is installed."""
    return find_spec("sacrebleu") is not None


def score_systems(
    work: Work, *, reference: Translation, systems: Sequence[Translation], metrics: Sequence[Metric] = ("bleu", "chrf")
) -> Scoring:
    """Score systems of a work against a reference, the first being the baseline of the others. One query.

    Raises `Conflict` where the extra is not installed or no passage can be scored, `Invalid` for a choice that makes no
    sense or texts too long to be scored at once.
    """
    if not are_metrics_installed():
        message = gettext("Scores need the extra “metrics” (sacrebleu), which is not installed on this server.")
        raise Conflict(message, code="metrics_not_installed")
    if not systems or reference in systems:
        message = gettext("One translation or more, and not the reference itself, is expected.")
        raise Invalid.field("systems", message, code="no_systems")
    texts = _texts(work, [reference, *systems])
    pks = [reference.pk, *(one.pk for one in systems)]
    rows = [row for row in texts.values() if all(row.get(pk, "").strip() for pk in pks)]
    _check(rows, metrics)
    results, signatures = _score(rows, reference, pks[1:], metrics)
    scored = [
        Scored(one, {name: results[name][at] for name in metrics}, *_apart(texts, reference.pk, one.pk))
        for at, one in enumerate(systems)
    ]
    spoken = sum(any(row.get(pk, "").strip() for pk in pks) for row in texts.values())
    return Scoring(work, reference, scored, signatures, len(rows), spoken - len(rows))


def choose_systems(work: Work, reference: str, sigla: Sequence[str]) -> tuple[Translation, list[Translation]]:
    """Return the reference and the systems by their sigla, in the order named; no system named: all by a machine.

    Raises `Invalid` for a siglum that there is not. One query.
    """
    known = {one.siglum: one for one in translations_of(work)}
    for field, wanted in (("reference", [reference]), ("systems", sigla)):
        if unknown := [siglum for siglum in wanted if siglum not in known]:
            message = gettext("No translation is called %(unknown)s.") % {"unknown": ", ".join(unknown)}
            raise Invalid.field(field, message, code="unknown_siglum")
    machines = [one for one in known.values() if one.role == Translation.Role.MACHINE]
    return known[reference], [known[siglum] for siglum in dict.fromkeys(sigla)] or machines


def _texts(work: Work, translations: Sequence[Translation]) -> dict[int, dict[int, str]]:
    """Return the texts by passage id and translation id, in the order of the work."""
    rows = Variant.objects.filter(work=work, translation__in=translations, presence=Presence.PRESENT)
    found: dict[int, dict[int, str]] = {}
    columns = rows.order_by("passage__position").values_list("passage", "translation", "text")
    for passage, translation, text in columns.iterator():
        found.setdefault(passage, {})[translation] = text
    return found


def _check(rows: Sequence[Mapping[int, str]], metrics: Sequence[Metric]) -> None:
    if not metrics:
        raise Invalid.field(
            "metrics",
            gettext("One of %(metrics)s, or more, is expected.") % {"metrics": ", ".join(METRICS)},
            code="no_metrics",
        )
    if not rows:
        message = gettext("There is no passage in which the reference and all systems have words.")
        raise Conflict(message, code="nothing_to_score")
    length = sum(len(text) for row in rows for text in row.values())
    for name in metrics:
        if length > MOST[name]:
            message = gettext(
                "These texts have %(length)s characters; %(name)s is computed of %(most)s. Name fewer systems."
            ) % {"length": f"{length:,}", "name": name, "most": f"{MOST[name]:,}"}
            raise Invalid.field("systems", message, code="too_many")


def _score(
    rows: Sequence[Mapping[int, str]], reference: Translation, systems: Sequence[int], metrics: Sequence[Metric]
) -> tuple[dict[Metric, list[Score]], dict[Metric, str]]:
    from sacrebleu.metrics.bleu import BLEU  # noqa: PLC0415 - an optional extra
    from sacrebleu.metrics.chrf import CHRF  # noqa: PLC0415
    from sacrebleu.metrics.ter import TER  # noqa: PLC0415
    from sacrebleu.significance import PairedTest  # noqa: PLC0415

    kinds: dict[Metric, Any] = {
        "bleu": lambda: BLEU(tokenize=_TOKENS.get(language_of(reference.language), "13a")),
        "chrf": CHRF,
        "ter": lambda: TER(asian_support=language_of(reference.language) in _TOKENS),
    }
    references = [[row[reference.pk] for row in rows]]
    named: list[tuple[str, Sequence[str]]] = [(str(pk), [row[pk] for row in rows]) for pk in systems]
    scores: dict[Metric, list[Score]] = {}
    signatures: dict[Metric, str] = {}
    for name in metrics:
        test = PairedTest(named, {name: kinds[name]()}, references, test_type="bs", n_samples=SAMPLES)
        signature, results = test()
        (called,) = signature
        signatures[name] = str(signature[called])
        scores[name] = [_read(one) for one in results[called]]
    return scores, signatures


def _read(result: Any) -> Score:
    p_value = None if result.p_value is None else float(result.p_value)
    return Score(float(result.score), float(result.ci or 0), p_value)


def _apart(texts: Mapping[int, Mapping[int, str]], reference: int, system: int) -> tuple[int, int]:
    pairs = [(bool(row.get(reference, "").strip()), bool(row.get(system, "").strip())) for row in texts.values()]
    return pairs.count((True, False)), pairs.count((False, True))
