"""How far translations lie apart over a run of passages: what is stored agrees with what the texts say."""

from collections.abc import Sequence
from itertools import combinations
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import Team
from tests.factories import make_work, passage_of, variant_of
from workbench.corpus import measuring_limits
from workbench.corpus.actions import add_equivalence, add_passage
from workbench.corpus.comparing import Survey, check_whole, spread, survey_work
from workbench.corpus.errors import Invalid
from workbench.corpus.measuring import forget_measures, measure_waiting
from workbench.corpus.models import Passage, Translation, Variant, Work
from workbench.review.actions import revise_variant
from workbench.text import Matrix, distance_matrix, variation
from workbench.text.difference.seams import read_unit
from workbench.text.variation import average
from workbench.text.words.joining import JOINED, Said

TEXTS = {
    "A": ("a b c d", "x y"),
    "B": ("a b c e", "x y"),
    "D": ("q r s t", "u v"),
}


@pytest.fixture
def work(team: Team) -> Work:
    made = make_work(team.owner, team.workspace, TEXTS, title="Three")
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


def test_chosen_translations_are_compared_without_what_is_ignored(team: Team) -> None:
    work = make_work(team.owner, team.workspace, {"A": ("a b",), "B": ("A c",), "C": ("A b",)}, title="Cases")
    assert figures(survey(work, "AB")) == [1]
    assert figures(survey(work, "AB", ignore=frozenset({"case"}))) == [0.5]
    assert figures(survey(work, "AC", ignore=frozenset({"case"}))) == [0]


def test_a_rule_of_one_passage_counts_in_every_figure(team: Team, work: Work) -> None:
    add_equivalence(actor=team.editor, workspace=team.workspace, passage=passage_of(work), left="d", right="e")
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


def test_too_many_stored_counts_are_read_at_every_so_many_passages(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    work = make_work(team.owner, team.workspace, {siglum: list("abcdefg") for siglum in "AB"}, title="Seven")
    monkeypatch.setattr(measuring_limits, "MOST_STORED_PAIRS", 3)
    found = survey(work)
    assert ([place.reference for place in found.places], found.total) == (["3", "6"], 7)
    assert figures(found) == [0, 0]


TEXT = st.sampled_from([None, JOINED]) | st.lists(st.sampled_from("abcd"), max_size=5).map(" ".join)
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
        write(four, said, text)
    chosen = sorted(sigla)
    table = [[_said(four, str(row), siglum) for siglum in chosen] for row in (1, 2, 3)]
    found = survey(four, "".join(chosen))
    assert figures(found) == pytest.approx([variation_in(table, row) for row in range(3)])
    assert off_diagonal(found.distances) == pytest.approx(off_diagonal(distance_matrix(table)))
    assert off_diagonal(survey(four, "".join(chosen), ignore=frozenset({"case"})).distances) == pytest.approx(
        off_diagonal(found.distances)
    )


def write(work: Work, said: Variant, text: Said) -> None:
    presence = "omitted" if text is None else "joined" if text is JOINED else "present"
    words = text if isinstance(text, str) else ""
    revise_variant(actor=work.created_by, variant=said, version=said.version, text=words, presence=presence, reason="")


def variation_in(table: Sequence[Sequence[Said]], row: int) -> float | None:
    """Return the mean over the pairs that are compared in a row: each by itself, the passages it joins as one."""
    distances = []
    for left, right in combinations(zip(*table, strict=True), 2):
        rows, texts = read_unit((left, right), row)
        one, other = texts
        if rows[0] == row and left[row] is not JOINED and right[row] is not JOINED and one and other:
            distances.append(variation([one.text, other.text]).distances[0][1] or 0.0)
    return average(distances)


def off_diagonal(matrix: Matrix) -> list[float | None]:
    return [value for i, row in enumerate(matrix) for j, value in enumerate(row) if i != j]


@pytest.fixture
def four(team: Team) -> Work:
    return make_work(team.owner, team.workspace, dict.fromkeys("ABCD", ("a b", "c", "d d")), title="Four")


def _said(work: Work, reference: str, siglum: str) -> Said:
    said = variant_of(work, reference, siglum)
    return {"present": said.text, "omitted": None, "joined": JOINED}[said.presence]


JOINS: dict[str, tuple[Said, Said]] = {
    "A": ("The king went out.", "He saw the sea."),
    "B": ("The king went away.", "He saw the sea."),
    "C": ("The king went out. He saw the sea.", JOINED),
}


@pytest.fixture
def joining(team: Team) -> Work:
    texts = {siglum: [said if isinstance(said, str) else "x" for said in column] for siglum, column in JOINS.items()}
    made = make_work(team.owner, team.workspace, texts, title="Joining")
    write(made, variant_of(made, "2", "C"), JOINED)
    return made


def test_joined_passages_are_compared_as_one_in_the_first_of_them(joining: Work) -> None:
    found = survey(joining)
    apart = 1 - 2 * 9 / 20
    assert found.distances[2][0] == 0
    assert found.distances[2][1] == pytest.approx(apart)
    assert figures(found) == pytest.approx([(0 + apart + 1 / 5) / 3, 0])
    first, second = found.places
    distinct = found.distinctiveness_of(found.places)
    keys = {one.siglum: one.pk for one in joining.translations.all()}
    assert distinct[first.pk][keys["C"]] == pytest.approx(apart / 2)
    assert distinct[second.pk] == {keys["A"]: 0, keys["B"]: 0}


def test_who_joins_alters_nothing_between_the_others(joining: Work) -> None:
    table = [[column[row] for siglum, column in JOINS.items() if siglum != "C"] for row in (0, 1)]
    assert survey(joining, "AB").distances == distance_matrix(table)
    assert survey(joining).distances[0][1] == distance_matrix(table)[0][1]


def test_what_is_joined_no_longer_is_measured_apart_again(joining: Work) -> None:
    write(joining, variant_of(joining, "2", "C"), "He saw the sea.")
    write(joining, variant_of(joining, "1", "C"), "The king went out.")
    found = survey(joining)
    assert found.waiting == 0
    assert found.distances[2][0] == 0
    assert figures(found) == pytest.approx([2 / 3 * (1 / 5), 0])


def test_a_change_in_what_is_joined_is_measured_with_the_passage_before(joining: Work) -> None:
    write(joining, variant_of(joining, "2", "A"), "He saw no sea.")
    assert survey(joining).distances[2][0] == pytest.approx(1 - 2 * 9 / 20)


@pytest.mark.parametrize("place", [2, 3])
def test_a_passage_put_between_or_behind_leaves_what_is_stored_true(team: Team, joining: Work, place: int) -> None:
    add_passage(actor=team.editor, work=joining, reference="new", position=place)
    assert survey(joining).distances[2][0] == (pytest.approx(1 / 3) if place == 2 else 0)


@pytest.mark.parametrize(("ignore", "most"), [(frozenset(), 5), (frozenset({"case"}), 6)])
def test_the_number_of_queries_does_not_grow_with_the_passages(team: Team, ignore: Any, most: int) -> None:
    for size in (1, 30):
        texts = {siglum: [f"{siglum} says {place}" for place in range(size)] for siglum in "ABCD"}
        work = make_work(team.owner, team.workspace, texts, title=f"Work of {size}")
        translations = list(work.translations.all())
        with CaptureQueriesContext(connection) as captured:
            assert len(survey_work(work, translations, ignore=ignore).places) == size
        assert len(captured) <= most


def test_samples_are_spread_evenly() -> None:
    assert list(spread("abcdefghij", 5)) == ["a", "c", "e", "g", "i"]
    assert list(spread("abc", 5)) == ["a", "b", "c"]
