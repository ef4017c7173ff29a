"""How far translations lie apart over a run of passages: what is stored agrees with what the texts say."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import Room
from tests.factories import make_work, passage_of, variant_of
from workbench.corpus import measuring_limits
from workbench.corpus.actions import add_equivalence
from workbench.corpus.comparing import Survey, check_whole, spread, survey_work
from workbench.corpus.errors import Invalid
from workbench.corpus.measuring import forget_measures, measure_waiting
from workbench.corpus.models import Passage, Translation, Work
from workbench.review.actions import revise_variant
from workbench.text import Matrix, distance_matrix, variation

TEXTS = {
    "A": ("a b c d", "x y"),
    "B": ("a b c e", "x y"),
    "D": ("q r s t", "u v"),
}


@pytest.fixture
def work(room: Room) -> Work:
    made = make_work(room.owner, room.workspace, TEXTS, title="Three")
    Translation.objects.filter(work=made, siglum="D").update(language="de")
    forget_measures(made.passages.all())
    measure_waiting(made)
    return made


def survey(work: Work, sigla: str = "", **asked: Any) -> Survey:
    translations = work.translations.order_by("position")
    return survey_work(work, list(translations.filter(siglum__in=sigla) if sigla else translations), **asked)


def figures(found: Survey) -> list[float | None]:
    return [place.variation for place in found.places]


def test_translations_of_one_language_are_compared(work: Work) -> None:
    found = survey(work)
    assert found.distances[0][1] == found.distances[1][0] == pytest.approx(1 / 6)
    assert figures(found) == [pytest.approx(1 / 4), 0]


def test_translations_into_different_languages_are_not(work: Work) -> None:
    found = survey(work)
    assert list(found.distances[2]) == [None, None, 0]
    german = work.translations.get(siglum="D").pk
    assert german not in found.distinctiveness_of(found.places)[passage_of(work).pk]


def test_a_run_of_passages_is_looked_at_by_itself(work: Work) -> None:
    found = survey(work, first=2, last=2)
    assert [place.reference for place in found.places] == ["2"]
    assert found.distances[0][1] == 0
    assert survey(work, first=9).places == []


def test_chosen_translations_are_compared_without_what_is_ignored(room: Room) -> None:
    work = make_work(room.owner, room.workspace, {"A": ("a b",), "B": ("A c",), "C": ("A b",)}, title="Cases")
    assert figures(survey(work, "AB")) == [1]
    assert figures(survey(work, "AB", ignore=frozenset({"case"}))) == [0.5]
    assert figures(survey(work, "AC", ignore=frozenset({"case"}))) == [0]


def test_a_rule_of_one_passage_counts_in_every_figure(room: Room, work: Work) -> None:
    add_equivalence(actor=room.editor, workspace=room.workspace, passage=passage_of(work), left="d", right="e")
    for ignore in (frozenset[Any](), frozenset({"case"})):
        found = survey(work, ignore=ignore)
        assert (figures(found), found.distances[0][1]) == ([0, 0], 0)


def test_a_passage_that_waits_is_in_no_figure(work: Work) -> None:
    forget_measures(Passage.objects.filter(pk=passage_of(work, "1").pk))
    found = survey(work)
    assert [(place.variation, place.is_waiting) for place in found.places] == [(None, True), (0, False)]
    assert (found.waiting, found.total, found.distances[0][1]) == (1, 2, 0)


def test_measured_for_the_moment_nothing_waits(work: Work) -> None:
    forget_measures(work.passages.all())
    found = survey(work, ignore=frozenset({"case"}))
    assert (found.waiting, figures(found)) == (0, [pytest.approx(1 / 4), 0])


def test_too_much_text_is_looked_at_in_part_and_refused_where_all_is_wanted(
    work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(measuring_limits, "MOST_CHARACTERS", 20)
    found = survey(work, ignore=frozenset({"case"}))
    assert (len(found.places), found.total) == (1, 2)
    with pytest.raises(Invalid, match="at a time: at most 1"):
        check_whole(found)
    check_whole(survey(work))
    check_whole(survey(work, first=2, ignore=frozenset({"case"})))


def test_too_many_stored_counts_are_read_at_every_so_many_passages(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    work = make_work(room.owner, room.workspace, {siglum: list("abcdefg") for siglum in "AB"}, title="Seven")
    monkeypatch.setattr(measuring_limits, "MOST_STORED_PAIRS", 3)
    found = survey(work)
    assert ([place.reference for place in found.places], found.total) == (["3", "6"], 7)
    assert figures(found) == [0, 0]


TEXT = st.none() | st.lists(st.sampled_from("abcd"), max_size=5).map(" ".join)
TABLES = st.lists(st.lists(TEXT, min_size=4, max_size=4), min_size=1, max_size=3)


@given(
    edits=st.lists(st.tuples(st.integers(0, 2), st.integers(0, 3), TEXT), max_size=6),
    sigla=st.sets(st.sampled_from("ABCD"), min_size=2),
)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.django_db
def test_after_any_edits_the_stored_figures_are_those_of_the_texts(
    four: Work, edits: list[tuple[int, int, str | None]], sigla: set[str]
) -> None:
    for row, column, text in edits:
        said = variant_of(four, str(row + 1), "ABCD"[column])
        presence = "omitted" if text is None else "present"
        revise_variant(actor=four.created_by, variant=said, version=said.version, text=text or "", presence=presence)
    chosen = sorted(sigla)
    table = [[_text(four, str(row), siglum) for siglum in chosen] for row in (1, 2, 3)]
    found = survey(four, "".join(chosen))
    assert figures(found) == pytest.approx([variation(texts).variation for texts in table])
    assert off_diagonal(found.distances) == pytest.approx(off_diagonal(distance_matrix(table)))


def off_diagonal(matrix: Matrix) -> list[float | None]:
    return [value for i, row in enumerate(matrix) for j, value in enumerate(row) if i != j]


@pytest.fixture
def four(room: Room) -> Work:
    return make_work(room.owner, room.workspace, dict.fromkeys("ABCD", ("a b", "c", "d d")), title="Four")


def _text(work: Work, reference: str, siglum: str) -> str | None:
    said = variant_of(work, reference, siglum)
    return said.text if said.presence == "present" else None


@pytest.mark.parametrize(("ignore", "most"), [(frozenset(), 3), (frozenset({"case"}), 5)])
def test_the_number_of_queries_does_not_grow_with_the_passages(room: Room, ignore: Any, most: int) -> None:
    for size in (1, 30):
        texts = {siglum: [f"{siglum} says {place}" for place in range(size)] for siglum in "ABCD"}
        work = make_work(room.owner, room.workspace, texts, title=f"Work of {size}")
        translations = list(work.translations.all())
        with CaptureQueriesContext(connection) as captured:
            assert len(survey_work(work, translations, ignore=ignore).places) == size
        assert len(captured) <= most


def test_samples_are_spread_evenly() -> None:
    assert list(spread("abcdefghij", 5)) == ["a", "c", "e", "g", "i"]
    assert list(spread("abc", 5)) == ["a", "b", "c"]
