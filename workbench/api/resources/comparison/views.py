"""Differences: /passages/{id}/diff/, and /diff/ for texts that are not stored."""

from rest_framework.response import Response

from workbench.accounts.checks import checked_text
from workbench.api.protocol.base import ApiView
from workbench.api.protocol.lookups import find
from workbench.api.protocol.operations import operation
from workbench.api.protocol.problems import bad_parameter
from workbench.api.resources.comparison.presenters import (
    ComparisonShown,
    NotesComparedShown,
    PassageComparisonShown,
    show_comparison,
    show_side,
)
from workbench.api.resources.comparison.schemas import DiffQuery, TwoTexts
from workbench.api.resources.texts.lookups import find_variant_of, passages, variants
from workbench.api.resources.texts.presenters import show_variant
from workbench.corpus import limits
from workbench.corpus.models import Variant
from workbench.corpus.noting import read_notes
from workbench.corpus.queries import WorkRules
from workbench.corpus.units import Unit, read_units
from workbench.text import Rule, diff
from workbench.text.words.languages import language_of

__all__ = ["DiffOfPassage", "DiffOfTexts"]


class DiffOfPassage(ApiView):
    """The difference of two variants of a passage."""

    @operation(
        name="passages_diff",
        summary="Compare two variants of a passage",
        query=DiffQuery,
        response=PassageComparisonShown,
        refusals=(422,),
    )
    def get(self, pk: int) -> Response:
        """Word by word: verdict, similarity, and the differences with their types and places on both sides.

        Passages that one of the two joins to the one before are compared as one, whichever of them is asked for.
        Variants in two languages are compared only where `across_languages` is true; else this is refused.
        """
        passage = find(passages(self.user), pk)
        rows = variants(self.user).filter(passage=passage)
        left, right = (find_variant_of(rows, self.asked[side], side) for side in ("left", "right"))
        if self.asked.get("across_languages") != "true":
            _check_one_language(left, right)
        units = read_units(passage.work_id, [passage], [left.translation, right.translation])
        unit = units.of(passage, (left.translation, right.translation))
        sides = [show_side(said, unit) for said in unit.texts]
        rules = WorkRules(passage.work).of(unit.passages[0], (left.translation_id, right.translation_id))
        texts = sides[0]["text"], sides[1]["text"]
        found = show_comparison(diff(*texts, ignore=self.asked["ignore"], rules=rules), *texts)
        shown = {"left": show_variant(left), "right": show_variant(right)}
        compared = {"left": sides[0], "right": sides[1]}
        notes = self._compare_notes(unit, rules) if self.asked.get("notes") == "true" else None
        named = {"passage": passage.pk, "reference": passage.reference}
        return Response({**named, **shown, "compared": compared, **found, "notes": notes})

    def _compare_notes(self, unit: Unit, rules: tuple[Rule, ...]) -> NotesComparedShown:
        left, right = (read_notes(said).text for said in unit.texts)
        found = show_comparison(diff(left, right, ignore=self.asked["ignore"], rules=rules), left, right)
        return {**found, "left": left, "right": right}


class DiffOfTexts(ApiView):
    """The difference of two texts that need not be stored."""

    @operation(
        name="diff",
        summary="Compare two texts",
        body=TwoTexts,
        response=ComparisonShown,
        example={"left": "The cat sat on the mat.", "right": "The cat lay on the mat.", "ignore": ["case"]},
    )
    def post(self) -> Response:
        """The same comparison for two texts of your own. Nothing is kept."""
        left, right = (checked_text(side, self.given[side], maximum=limits.VARIANT) for side in ("left", "right"))
        return Response(show_comparison(diff(left, right, ignore=self.given["ignore"]), left, right))


def _check_one_language(left: Variant, right: Variant) -> None:
    """Raise 422 for variants whose words have nothing to do with each other."""
    tags = left.translation.language, right.translation.language
    if language_of(tags[0]) != language_of(tags[1]):
        message = "{} is {}, {} is {}. Say across_languages=true to compare their words nevertheless.".format(
            left.translation.siglum, tags[0] or "unnamed", right.translation.siglum, tags[1] or "unnamed"
        )
        raise bad_parameter("right", message, code="other_language")
