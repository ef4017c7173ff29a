"""All variants of a passage at once, word by word: /passages/{id}/collation/."""

from collections.abc import Sequence

from rest_framework.response import Response

from workbench.api.protocol.base import ApiView
from workbench.api.protocol.lookups import find
from workbench.api.protocol.operations import operation
from workbench.api.protocol.problems import bad_parameter
from workbench.api.resources.collation.presenters import CollationShown, show_apparatus, show_collation
from workbench.api.resources.collation.schemas import CollationQuery
from workbench.api.resources.texts.lookups import passages, variants
from workbench.corpus.measuring_limits import check_collation
from workbench.corpus.models import Presence, Variant
from workbench.corpus.queries import WorkRules
from workbench.text import apparatus, collate
from workbench.text.words.languages import language_of

__all__ = ["CollationOfPassage"]


class CollationOfPassage(ApiView):
    """The variants of a passage as a table."""

    @operation(
        name="passages_collation",
        summary="Collate the variants of a passage",
        query=CollationQuery,
        response=CollationShown,
        refusals=(422,),
    )
    def get(self, pk: int) -> Response:
        """Every word of every variant in its place; the same whatever the order of the translations.

        Only the variants in the language of the base (of the first, without one), unless `across_languages` is true.
        """
        passage = find(passages(self.user), pk)
        rows = list(variants(self.user).filter(passage=passage).order_by("translation__position"))
        chosen = _chosen(rows, self.asked.get("translations"))
        present = [one for one in chosen if one.presence == Presence.PRESENT]
        foreign: list[Variant] = []
        if self.asked.get("across_languages") != "true":
            present, foreign = _part_by_language(present, self.asked.get("base"))
        sigla = [one.translation.siglum for one in present]
        base = _base(sigla, self.asked.get("base"))
        rules = WorkRules(passage.work).of(passage)
        texts = [one.text for one in present]
        check_collation(texts)
        table = collate(texts, base=base, ignore=self.asked["ignore"], rules=rules)
        if self.asked.get("regions") == "true":
            table = table.regions()
        seen = table.joined() if self.asked.get("joined") == "true" else table
        absent = [one.translation.siglum for one in chosen if one.presence != Presence.PRESENT]
        shown = show_collation(passage, present, absent, [one.translation.siglum for one in foreign], seen)
        if base is not None:
            shown["apparatus"] = show_apparatus(apparatus(table, texts, base), present[base], sigla)
        return Response(shown)


def _chosen(rows: Sequence[Variant], wanted: str | None) -> list[Variant]:
    if not wanted:
        return list(rows)
    sigla = set(wanted.split(","))
    if unknown := sigla - {row.translation.siglum for row in rows}:
        raise bad_parameter("translations", f"No variant of this passage is called {', '.join(sorted(unknown))}.")
    return [row for row in rows if row.translation.siglum in sigla]


def _part_by_language(rows: Sequence[Variant], base: str | None) -> tuple[list[Variant], list[Variant]]:
    """Part variants into those in the language of the base (or of the first) and the others."""
    if not rows:
        return [], []
    chief = next((row for row in rows if row.translation.siglum == base), rows[0])
    language = language_of(chief.translation.language)
    kindred = [row for row in rows if language_of(row.translation.language) == language]
    return kindred, [row for row in rows if row not in kindred]


def _base(sigla: Sequence[str], wanted: str | None) -> int | None:
    if not wanted:
        return None
    if wanted not in sigla:
        raise bad_parameter("base", "The siglum of a variant with a text is expected.")
    return sigla.index(wanted)
