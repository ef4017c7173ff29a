"""All variants of a passage at once, /passages/{id}/collation/; how much they differ, /works/{slug}/variation/."""

from collections.abc import Sequence

from rest_framework.response import Response

from workbench.api.base import ApiView
from workbench.api.bodies.texts import CollationQuery, VariationQuery
from workbench.api.lookups import find, find_work, passages, variants
from workbench.api.operations import operation
from workbench.api.presenters.collation import (
    CollationShown,
    WorkVariationShown,
    show_apparatus,
    show_collation,
    show_matrix,
    show_passage_variation,
)
from workbench.api.problems import bad_parameter
from workbench.corpus.models import Passage, Presence, Variant, Work
from workbench.corpus.queries import WorkRules, translations_of, variants_by_cell
from workbench.text import apparatus, collate, distance_matrix, variation

__all__ = ["CollationOfPassage", "VariationOfWork"]

MOST_PASSAGES = 1_000


class CollationOfPassage(ApiView):
    """The variants of a passage as a table."""

    @operation(
        name="passages_collation",
        summary="Collate the variants of a passage",
        query=CollationQuery,
        answer=CollationShown,
        refusals=(422,),
    )
    def get(self, key: int) -> Response:
        """Every word of every variant in its place; the same whatever the order of the translations."""
        passage = find(passages(self.user), key)
        rows = list(variants(self.user).filter(passage=passage).order_by("translation__position"))
        chosen = _chosen(rows, self.asked.get("translations"))
        present = [one for one in chosen if one.presence == Presence.PRESENT]
        sigla = [one.translation.siglum for one in present]
        base = _base(sigla, self.asked.get("base"))
        rules = WorkRules(passage.work).of(passage)
        texts = [one.text for one in present]
        table = collate(texts, base=base, ignore=self.asked["ignore"], rules=rules)
        seen = table.joined() if self.asked.get("joined") == "true" else table
        absent = [one.translation.siglum for one in chosen if one not in present]
        shown = show_collation(passage, present, absent, seen)
        if base is not None:
            shown["apparatus"] = show_apparatus(apparatus(table, texts, base), present[base], sigla)
        return Response(shown)


class VariationOfWork(ApiView):
    """How much the translations of a work differ, and where."""

    @operation(
        name="works_variation",
        summary="Measure where translations differ",
        query=VariationQuery,
        answer=WorkVariationShown,
        refusals=(422,),
    )
    def get(self, slug: str) -> Response:
        """Variation of each passage, distinctiveness of each variant, and the distances of the translations."""
        work = find_work(self.user, slug, self.asked.get("workspace"))
        first, last = self.asked["first"], self.asked.get("last")
        rows = _range(work, first, last)
        translations = list(translations_of(work))
        cells = variants_by_cell(rows, translations)
        table = [[_text(cells.get((row.pk, one.pk))) for one in translations] for row in rows]
        sigla, ignore, rules = [one.siglum for one in translations], self.asked["ignore"], WorkRules(work)
        shown: WorkVariationShown = {
            "workspace": work.workspace.slug,
            "work": work.slug,
            "first": first,
            "last": rows[-1].position if rows else first,
            "sigla": sigla,
            "distances": show_matrix(distance_matrix(table, ignore=ignore, rules=rules.general)),
            "passages": [
                show_passage_variation(row, sigla, variation(texts, ignore=ignore, rules=rules.of(row)))
                for row, texts in zip(rows, table, strict=True)
            ],
        }
        return Response(shown)


def _chosen(rows: Sequence[Variant], wanted: str | None) -> list[Variant]:
    if not wanted:
        return list(rows)
    sigla = set(wanted.split(","))
    if unknown := sigla - {row.translation.siglum for row in rows}:
        raise bad_parameter("translations", f"No variant of this passage is called {', '.join(sorted(unknown))}.")
    return [row for row in rows if row.translation.siglum in sigla]


def _base(sigla: Sequence[str], wanted: str | None) -> int | None:
    if not wanted:
        return None
    if wanted not in sigla:
        raise bad_parameter("base", "The siglum of a variant with a text is expected.")
    return sigla.index(wanted)


def _range(work: Work, first: int, last: int | None) -> list[Passage]:
    rows = work.passages.filter(position__gte=first).order_by("position")
    if last is not None:
        rows = rows.filter(position__lte=last)
    found = list(rows[: MOST_PASSAGES + 1])
    if len(found) > MOST_PASSAGES:
        raise bad_parameter("last", f"At most {MOST_PASSAGES:,} passages are measured at a time: say first and last.")
    return found


def _text(variant: Variant | None) -> str | None:
    return variant.text if variant is not None and variant.presence == Presence.PRESENT else None
