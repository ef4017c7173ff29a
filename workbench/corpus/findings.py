"""What the checks found, kept: found again it is the same, with what was decided of it; found no more, it is stale."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain

from workbench.corpus.models import Check, CheckChoice, Variant, Work
from workbench.text.checking import (
    KINDS,
    Finding,
    Says,
    Version,
    count_names,
    count_renderings,
    find_other_spellings,
    is_usual,
)
from workbench.text.checking.renderings import Rendering
from workbench.text.words.spans import Span

__all__ = ["choice_of", "keep_findings", "review_names"]

_BATCH = 2_000


def choice_of(work: Work) -> CheckChoice:
    """Return which checks a work wants: all of them, as long as nobody chose."""
    return CheckChoice.objects.filter(work=work).first() or CheckChoice(work=work, workspace_id=work.workspace_id)


def keep_findings(found: Mapping[int, Sequence[Finding]], kinds: Collection[str] = KINDS) -> None:
    """Write what was found of some kinds in passages (ids), each by the id of its translation.

    What was found before and is no more goes stale; what was stale already and nobody had decided of goes. Names that
    are spelt otherwise elsewhere are found by `review_names`, and stay while their words do.
    """
    variants = {
        (one.passage_id, one.translation_id): one
        for one in Variant.objects.filter(passage__in=list(found)).exclude(text="")
    }
    known: dict[tuple[int, str, str], list[Check]] = {}
    for check in Check.objects.filter(passage__in=list(found), kind__in=kinds).order_by("pk"):
        known.setdefault((check.variant_id, check.kind, check.quote), []).append(check)
    fresh: list[Check] = []
    again: list[Check] = []
    for passage, findings in found.items():
        for one in findings:
            variant = variants.get((passage, one.witness))
            if variant is not None:
                before = known.get((variant.pk, one.kind, one.words), [])
                again.append(_again(before.pop(0), one, variant)) if before else fresh.append(_new(one, variant))
    texts = {variant.pk: variant for variant in variants.values()}
    gone = [check for rest in known.values() for check in rest if not _still_misspelt(check, texts, again)]
    _let_go(gone)
    Check.objects.bulk_update(again, ["start", "end", "weight", "note", "others", "revision", "state"])
    Check.objects.bulk_create(fresh)


def review_names(work: Work) -> None:
    """Look at the names of a whole work: those spelt two ways in a translation are found; usual renderings are no slip.

    Reads every text twice, a batch at a time.
    """
    counts: dict[int, Counter[str]] = {}
    renderings: Counter[Rendering] = Counter()
    for variants in _batches(work):
        rows = _rows(variants)
        renderings += count_renderings(rows.values())
        for one in chain.from_iterable(rows.values()):
            counts.setdefault(one.witness, Counter()).update(count_names([one]))
    _forget_usual(work, renderings)
    for variants in _batches(work):
        _keep_spellings(variants, counts)


def _rows(variants: Sequence[Variant]) -> dict[int, list[Version]]:
    """Return what is said in each passage (an id)."""
    rows: dict[int, list[Version]] = {}
    for one in variants:
        rows.setdefault(one.passage_id, []).append(_version(one))
    return rows


def _keep_spellings(variants: Sequence[Variant], counts: Mapping[int, Mapping[str, int]]) -> None:
    rows = _rows(variants)
    by_cell = {(one.passage_id, one.translation_id): one for one in variants}
    pks = [one.pk for one in variants]
    known = {(one.variant_id, one.quote) for one in Check.objects.filter(variant__in=pks, kind="spelling")}
    fresh = []
    for passage, versions in rows.items():
        for version in versions:
            others = [other for other in versions if other is not version and other.language == version.language]
            for found in find_other_spellings(version, others, counts[version.witness]):
                variant = by_cell[passage, version.witness]
                if (variant.pk, found.words) not in known:
                    known.add((variant.pk, found.words))
                    fresh.append(_new(found, variant))
    Check.objects.bulk_create(fresh)


def _forget_usual(work: Work, counts: Mapping[Rendering, int]) -> None:
    rows = Check.objects.filter(work=work, kind="name", state=Check.State.OPEN).select_related("variant")
    found = [(check.pk, _finding(check)) for check in rows.iterator()]
    usual = [pk for pk, one in found if is_usual(one, counts)]
    for start in range(0, len(usual), _BATCH):
        Check.objects.filter(pk__in=usual[start : start + _BATCH]).delete()


def _finding(check: Check) -> Finding:
    others = tuple([Says(pk, words) for pk, words in check.others])
    span = Span(check.start, check.end)
    return Finding(check.kind, check.variant.translation_id, span, check.quote, check.weight, check.note, others)


def _batches(work: Work) -> Iterable[list[Variant]]:
    """Yield the texts of a work, whole passages together."""
    positions = work.passages.order_by("position").values_list("position", flat=True)
    last = positions.last() or 0
    for first in range(0, last + 1, _BATCH // 4):
        rows = Variant.objects.filter(work=work, passage__position__range=(first, first + _BATCH // 4 - 1))
        yield list(rows.exclude(text="").select_related("translation"))


def _version(one: Variant) -> Version:
    return Version(one.translation_id, one.translation.language, one.text)


def _still_misspelt(check: Check, texts: Mapping[int, Variant], again: list[Check]) -> bool:
    """Keep a spelling whose word stands in its text still, where it stands now."""
    variant = texts.get(check.variant_id)
    if check.kind != "spelling" or variant is None or check.quote not in variant.text:
        return False
    if check.revision != variant.version:
        check.start = variant.text.index(check.quote)
        check.end, check.revision = check.start + len(check.quote), variant.version
        again.append(check)
    return True


def _let_go(checks: Sequence[Check]) -> None:
    """Let go what is not found any more."""
    stale = [one.pk for one in checks if one.state != Check.State.STALE]
    Check.objects.filter(
        pk__in=[one.pk for one in checks if one.pk not in set(stale) and not one.decided_by_id]
    ).delete()
    Check.objects.filter(pk__in=stale).update(state=Check.State.STALE)


def _again(check: Check, one: Finding, variant: Variant) -> Check:
    """Bring a check up to date that was found again; one that was stale is open again, or what was decided of it."""
    fresh = _new(one, variant)
    for name in ("start", "end", "weight", "note", "others", "revision"):
        setattr(check, name, getattr(fresh, name))
    if check.state == Check.State.STALE:
        check.state = Check.State.OPEN
    return check


def _new(one: Finding, variant: Variant) -> Check:
    return Check(
        workspace_id=variant.workspace_id,
        work_id=variant.work_id,
        passage_id=variant.passage_id,
        variant_id=variant.pk,
        kind=one.kind,
        start=one.span.start,
        end=one.span.end,
        quote=one.words,
        weight=round(one.weight, 3),
        note=one.note[:300],
        others=[[says.witness, says.words] for says in one.others],
        revision=variant.version,
    )
