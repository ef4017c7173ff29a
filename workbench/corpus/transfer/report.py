"""What an import did, or would do, in numbers and examples; kept with the import and shown before it."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import islice
from typing import Any

from workbench.corpus.transfer.plan import TextPlan

__all__ = ["Report", "WorkReport", "report_texts"]

_EXAMPLES = 20


@dataclass(frozen=True, slots=True)
class WorkReport:
    """One work. Counts are whole; lists of references and sigla are examples, at most 20 (translations: all).

    `conflicts` counts differing texts that were kept as they stood. `alignment` shows which passages of
    the file are which of the work: the reference in the work, what became of the passage, and how the
    first text begins.
    """

    title: str
    slug: str
    is_new: bool
    translations_made: tuple[str, ...]
    translations_matched: tuple[str, ...]
    passages_made: int
    passages_matched: int
    passages_unmatched: int
    unmatched: tuple[str, ...]
    variants_made: int
    variants_changed: int
    variants_unchanged: int
    conflicts: int
    differing: tuple[str, ...]
    alignment: tuple[tuple[str, str, str], ...]
    threads_made: int = 0
    threads_unchanged: int = 0
    comments_made: int = 0
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """All works of a document; `warnings` are what the file holds and could not be carried.

    `offered` is what the file says of its one translation that was not taken, as (field, words).
    """

    works: tuple[WorkReport, ...]
    warnings: tuple[str, ...] = ()
    offered: tuple[tuple[str, str], ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the report as JSON values."""
        return asdict(self)


def report_texts(plan: TextPlan) -> WorkReport:
    """Say in numbers what the plan does."""
    made = sum(1 for _ in plan.new_variants())
    all_variants = sum(1 for _ in plan.variants())
    revised = len(plan.changes) if plan.options.existing == "revise" else 0
    return WorkReport(
        title=plan.work.title if plan.work else plan.options.title or plan.record.title,
        slug=plan.work.slug if plan.work else plan.options.slug_for(plan.record.slug),
        is_new=plan.work is None,
        translations_made=tuple(record.siglum for record, there in plan.translations if there is None),
        translations_matched=tuple(record.siglum for record, there in plan.translations if there),
        passages_made=sum(one.passage is None for one in plan.passages),
        passages_matched=sum(one.passage is not None for one in plan.passages),
        passages_unmatched=len(plan.unmatched),
        unmatched=_examples(plan.unmatched),
        variants_made=made,
        variants_changed=revised,
        variants_unchanged=all_variants - made - len(plan.changes),
        conflicts=len(plan.changes) - revised,
        differing=_examples([f"{one.reference}/{one.record.siglum}" for one in plan.changes]),
        alignment=tuple(islice(_alignment(plan), _EXAMPLES)),
        warnings=tuple(plan.warnings),
    )


def _examples(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(names[:_EXAMPLES])


def _alignment(plan: TextPlan) -> Any:
    for one in plan.passages:
        texts = (variant.text for variant in one.record.variants if variant.text)
        yield one.reference, "matched" if one.passage else "made", next(texts, "")[:80]
