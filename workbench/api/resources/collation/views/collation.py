"""All variants of a passage at once, word by word: /passages/{id}/collation/."""

from collections.abc import Sequence

from rest_framework.response import Response

from workbench.api.protocol.base import ApiView
from workbench.api.protocol.lookups import find
from workbench.api.protocol.operations import operation
from workbench.api.protocol.problems import bad_parameter
from workbench.api.resources.collation.presenters import CollationShown, Row, show_apparatus, show_collation
from workbench.api.resources.collation.schemas import CollationQuery
from workbench.api.resources.texts.lookups import passages, variants
from workbench.corpus.corrections import Corrected, read_corrections, take
from workbench.corpus.measuring_limits import check_collation
from workbench.corpus.models import Passage, Presence, Variant
from workbench.corpus.queries import WorkRules
from workbench.corpus.units import Unit, read_units
from workbench.text import apparatus, collate
from workbench.text.collation import correct
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

        Passages that a variant joins are read as one. Only the variants in the language of the base (of the first,
        without one), unless `across_languages` is true.
        """
        passage = find(passages(self.user), pk)
        rows = list(variants(self.user).filter(passage=passage).order_by("translation__position"))
        chosen = _chosen(rows, self.asked.get("translations", ()))
        foreign: list[Variant] = []
        if self.asked.get("across_languages") != "true":
            chosen, foreign = _part_by_language(chosen, self.asked.get("base"))
        unit, found, absent = _read_unit(passage, chosen)
        sigla = [row.siglum for row in found]
        base = _base(sigla, self.asked.get("base"))
        texts = [row.said.text for row in found]
        check_collation(texts)
        compared = [one.translation_id for one in chosen if one.translation.siglum in sigla]
        rules = WorkRules(passage.work).of(unit.passages[0], compared)
        table = collate(texts, base=base, ignore=self.asked["ignore"], rules=rules)
        corrected = _corrected(found) if self.asked.get("corrected") != "false" else Corrected()
        table, ids = correct(table, corrected.said), [row.pk for row in corrected.rows]
        if self.asked.get("regions") == "true":
            table = table.regions()
        seen = table.joined() if self.asked.get("joined") == "true" else table
        shown = show_collation(passage, unit, found, absent, [one.translation.siglum for one in foreign], seen, ids)
        if base is not None:
            shown["apparatus"] = show_apparatus(apparatus(table, texts, base), texts[base], sigla, ids)
        return Response(shown)


def _corrected(found: Sequence[Row]) -> Corrected:
    said = [row.said for row in found]
    return take(read_corrections(variant for one in said for variant, _ in one.parts), said)


def _read_unit(passage: Passage, chosen: Sequence[Variant]) -> tuple[Unit, list[Row], list[str]]:
    """Return the passages that are read as one, the rows of the table, and the sigla of those without words."""
    translations = [one.translation for one in chosen]
    unit = read_units(passage.work_id, [passage], translations).of(passage, translations)
    said = list(zip([one.siglum for one in translations], unit.texts, strict=True))
    return unit, [Row(siglum, one) for siglum, one in said if one], [siglum for siglum, one in said if not one]


def _chosen(rows: Sequence[Variant], sigla: Sequence[str]) -> list[Variant]:
    if not sigla:
        return list(rows)
    if unknown := set(sigla) - {row.translation.siglum for row in rows}:
        raise bad_parameter("translations", f"No variant of this passage is called {', '.join(sorted(unknown))}.")
    return [row for row in rows if row.translation.siglum in sigla]


def _part_by_language(rows: Sequence[Variant], base: str | None) -> tuple[list[Variant], list[Variant]]:
    """Part variants into those in the language of the base (or of the first with words), or without any, and others."""
    present = [row for row in rows if row.presence in (Presence.PRESENT, Presence.JOINED)]
    if not present:
        return list(rows), []
    chief = next((row for row in present if row.translation.siglum == base), present[0])
    language = language_of(chief.translation.language)
    foreign = [row for row in present if language_of(row.translation.language) != language]
    return [row for row in rows if row not in foreign], foreign


def _base(sigla: Sequence[str], wanted: str | None) -> int | None:
    if not wanted:
        return None
    if wanted not in sigla:
        raise bad_parameter("base", "The siglum of a variant with a text is expected.")
    return sigla.index(wanted)
