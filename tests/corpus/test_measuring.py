"""The stored measures: true after every write, by language, and by one sweep after bulk changes."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.conftest import Team
from tests.factories import make_work, passage_of, variant_of
from workbench.corpus.actions import (
    add_equivalence,
    add_passage,
    add_translation,
    delete_translation,
    edit_translation,
    enter_variant,
    undo_equivalence,
)
from workbench.corpus.measuring import forget_measures, measure, measure_waiting
from workbench.corpus.models import Passage, PassageTally
from workbench.review.actions import revise_variant

SAT, LAY = "The cat sat on the mat.", "The cat lay on the rug."
APART = 1 - 2 * 5 / 14  # of 7 and 7 words and full stops, 5 are common


def test_each_text_entered_is_measured(team: Team) -> None:
    passage = passage_of(team.work)
    assert passage.variation == pytest.approx(APART)


def test_a_revision_is_measured_and_counts_no_version_of_the_passage(team: Team) -> None:
    revise_variant(actor=team.editor, variant=variant_of(team.work, "1", "B"), version=1, text=SAT)
    passage = passage_of(team.work)
    assert (passage.variation, passage.version) == (0.0, 1)


def test_an_omitted_variant_is_left_out(team: Team) -> None:
    revise_variant(actor=team.editor, variant=variant_of(team.work, "1", "B"), version=1, text="", presence="omitted")
    assert passage_of(team.work).variation is None
    assert not PassageTally.objects.filter(passage__reference="1").exists()


def test_languages_are_measured_apart(team: Team) -> None:
    german = add_translation(actor=team.editor, work=team.work, siglum="E", language="de-AT")
    enter_variant(actor=team.editor, passage=passage_of(team.work), translation=german, text="Die Katze saß.")
    assert passage_of(team.work).variation == pytest.approx(APART)
    assert [row.language for row in passage_of(team.work).tallies.all()] == ["en"]


def test_regions_of_one_language_are_measured_together() -> None:
    measured = measure([(1, "en-GB", (SAT,)), (2, "en", (LAY,)), (3, "de", ("Die Katze.",))])
    assert measured.variation == pytest.approx(APART)
    assert measured.distinctiveness == {1: pytest.approx(APART), 2: pytest.approx(APART)}


@pytest.mark.parametrize("scope", ["passage", "work", "workspace"])
def test_a_rule_is_measured_and_its_undoing_too(
    team: Team, scope: str, django_capture_on_commit_callbacks: Any
) -> None:
    places: dict[str, Any] = {"passage": {"passage": passage_of(team.work)}, "work": {"work": team.work}}
    place = places.get(scope, {})
    with django_capture_on_commit_callbacks(execute=True):
        rule = add_equivalence(actor=team.editor, workspace=team.workspace, left="mat", right="rug", **place)
    assert passage_of(team.work).variation == pytest.approx(1 - 2 * 6 / 14)
    with django_capture_on_commit_callbacks(execute=True):
        undo_equivalence(actor=team.editor, equivalence=rule)
    assert passage_of(team.work).variation == pytest.approx(APART)


def test_a_translation_in_another_language_is_measured_with_others(
    team: Team, django_capture_on_commit_callbacks: Any
) -> None:
    said: dict[str, Any] = {"actor": team.owner, "translation": team.work.translations.get(siglum="B")}
    with django_capture_on_commit_callbacks(execute=True):
        changed = edit_translation(**said, version=1, changes={"language": "de"})
    assert (passage_of(team.work).variation, passage_of(team.work).is_measured) == (None, True)
    with django_capture_on_commit_callbacks(execute=True):
        edit_translation(**said, version=changed.version, changes={"language": "en-GB"})
    assert passage_of(team.work).variation == pytest.approx(APART)


def test_a_translation_that_is_gone_is_in_no_figure(team: Team, django_capture_on_commit_callbacks: Any) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        delete_translation(actor=team.owner, translation=team.work.translations.get(siglum="B"), version=1)
    assert set(team.work.passages.values_list("variation", "is_measured")) == {(None, True)}


def test_a_new_passage_waits_for_nothing(team: Team) -> None:
    assert add_passage(actor=team.editor, work=team.work, reference="3").is_measured


def test_waiting_passages_are_measured_in_one_sweep(team: Team) -> None:
    other = make_work(team.owner, team.workspace, title="Another")
    before = list(Passage.objects.order_by("pk").values_list("variation", flat=True))
    Passage.objects.update(variation=None)
    forget_measures(team.work.passages.all())
    forget_measures(other.passages.all())
    assert measure_waiting(team.work) == 2
    assert measure_waiting(other) == 2
    assert measure_waiting(other) == 0
    assert list(Passage.objects.order_by("pk").values_list("variation", flat=True)) == before


def test_the_number_of_queries_does_not_grow_with_the_passages(team: Team) -> None:
    counts = []
    for size in (2, 40):
        texts = {siglum: [f"{siglum} says {place}" for place in range(size)] for siglum in "AB"}
        work = make_work(team.owner, team.workspace, texts, title=f"Work of {size}")
        forget_measures(work.passages.all())
        with CaptureQueriesContext(connection) as captured:
            assert measure_waiting(work) == size
        counts.append(len(captured))
    assert counts[0] == counts[1]
