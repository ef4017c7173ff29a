"""Differences one can ask for: by type, by pair, by who stands alone, by weight, page by page; and that they hold."""

from typing import Any

import pytest

from tests.factories import make_work, variant_of
from workbench.corpus.differing import Asked, Partings, find_partings
from workbench.corpus.models import PassageKinds, Translation, Work
from workbench.corpus.surveying import ROW, survey_waiting, waiting_to_be_surveyed
from workbench.review.actions import revise_variant
from workbench.text.difference.counting import KINDS

TEXTS = {
    "A": ("He had 5 cats.", "The cat sat.", "It rained.", "Peter came home."),
    "B": ("He had 5 cats.", "The Cat sat.", "It rained.", "Peter came home."),
    "C": ("He had 6 cats.", "The cat sat.", "It rained.", "Peter did not come home."),
}


@pytest.fixture
def work(team: Any) -> Work:
    return make_work(team.owner, team.workspace, TEXTS, title="Three")


def one(work: Work, siglum: str) -> Translation:
    return work.translations.get(siglum=siglum)


def references(found: Partings) -> str:
    return "".join(row.passage.reference for row in found.found)


def test_passages_are_found_by_type(work: Work) -> None:
    for kind, expected in (("number", "1"), ("case", "2"), ("negation", "4"), ("move", ""), ("", "124")):
        assert references(find_partings(work, Asked(kind=kind), size=9)) == expected


def test_passages_are_found_by_pair_and_the_first_named_stands_on_the_left(work: Work) -> None:
    assert references(find_partings(work, Asked(left=one(work, "A"), right=one(work, "B")), size=9)) == "2"
    found = find_partings(work, Asked(left=one(work, "C"), right=one(work, "A"), kind="number"), size=9).found[0]
    assert [(place.left_words, place.right_words) for place in found.places] == [("6", "5")]


def test_only_those_are_found_that_stand_alone(work: Work) -> None:
    assert references(find_partings(work, Asked(only=one(work, "C")), size=9)) == "14"
    assert references(find_partings(work, Asked(only=one(work, "B")), size=9)) == "2"
    assert references(find_partings(work, Asked(only=one(work, "A")), size=9)) == ""


def test_readings_shared_by_so_many_are_found(team: Any) -> None:
    texts = {
        "A": ("He had 5 cats.", "He had 5 cats.", "He had 5 cats."),
        "B": ("He had 5 cats.", "He had 5 cats.", "He had 6 cats."),
        "C": ("He had 6 cats.", "He had 6 cats.", "He had 7 cats."),
        "D": ("He had 6 cats.", "He had 5 cats.", "He had 8 cats."),
        "O": ("Er hatte 9 Katzen.", "Er hatte 9 Katzen.", "Er hatte 9 Katzen."),
    }
    work = make_work(team.owner, team.workspace, texts, title="Shared")
    work.translations.filter(siglum="O").update(language="de")
    PassageKinds.objects.filter(passage__work=work).delete()
    survey_waiting(work)
    by_size = {size: references(find_partings(work, Asked(kind="number", shared=size), size=9)) for size in range(1, 6)}
    assert by_size == {1: "23", 2: "1", 3: "2", 4: "", 5: ""}
    named = {
        siglum: references(find_partings(work, Asked(kind="number", shared=3, left=one(work, siglum)), size=9))
        for siglum in "ACO"
    }
    assert named == {"A": "2", "C": "", "O": ""}


@pytest.mark.parametrize("order", ["position", "weight"])
def test_pages_follow_each_other(work: Work, order: Any) -> None:
    whole = references(find_partings(work, Asked(order=order), size=9))
    first = find_partings(work, Asked(order=order), size=2)
    rest = find_partings(work, Asked(order=order), size=2, after=first.after)
    assert (references(first) + references(rest), rest.after) == (whole, None)


def test_what_states_something_else_comes_before_form(work: Work) -> None:
    assert references(find_partings(work, Asked(order="weight"), size=9))[-1] == "2"


def test_a_revision_is_counted_with_its_write(team: Any, work: Work) -> None:
    variant = variant_of(work, "3", "A")
    revise_variant(actor=team.editor, variant=variant, version=1, text="It rained upon houses.")
    assert references(find_partings(work, Asked(kind="content"), size=9)) == "34"


def test_what_waits_is_in_no_answer_until_it_is_surveyed(work: Work) -> None:
    PassageKinds.objects.filter(passage__work=work).update(changes=99)
    found = find_partings(work, Asked(), size=9)
    assert (references(found), found.waiting) == ("", 4)
    assert (survey_waiting(work), waiting_to_be_surveyed(work).count()) == (4, 0)
    assert references(find_partings(work, Asked(), size=9)) == "124"


def test_counts_that_are_stored_lie_as_they_did() -> None:
    """Whoever adds a kind, or moves one, adds a migration that empties `PassageKinds`: its rows are read by place."""
    assert (
        *("case", "punctuation", "spacing", "diacritics", "spelling", "number", "gloss", "wording"),
        *("addition", "omission", "move"),
        *("negation", "name", "content"),
    ) == KINDS
    assert ROW.itemsize == 2 + 2 + 2 * len(KINDS) + 4
