"""What is remembered of works holds until they change, and no longer."""

from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import make_work, variant_of
from workbench.corpus.actions import add_passage, delete_passage, enter_variant
from workbench.corpus.comparing import survey_work
from workbench.corpus.measuring import forget_measures, measure_waiting
from workbench.corpus.memory import Memory
from workbench.corpus.models import Work
from workbench.corpus.queries import translations_of
from workbench.corpus.shelf import ShelfCounts, works_with_counts
from workbench.review.actions import revise_variant


def shelf(team: Any) -> dict[str, ShelfCounts]:
    return {work.title: counts for work, counts in works_with_counts(team.reader)}


def test_the_shelf_counts_what_there_is_after_every_change(team: Any) -> None:
    assert shelf(team) == {"A small work": ShelfCounts(2, ("A", "B"), 4)}
    passage = add_passage(actor=team.editor, work=team.work, reference="3")
    assert shelf(team)["A small work"] == ShelfCounts(3, ("A", "B"), 4)
    enter_variant(actor=team.editor, passage=passage, translation=team.work.translations.get(siglum="A"), text="New.")
    assert shelf(team)["A small work"] == ShelfCounts(3, ("A", "B"), 5)
    delete_passage(actor=team.owner, passage=passage, version=1)
    assert shelf(team)["A small work"] == ShelfCounts(2, ("A", "B"), 4)
    make_work(team.owner, team.workspace, {"A": ("One.",)}, title="Other")
    assert shelf(team)["Other"] == ShelfCounts(1, ("A",), 1)


def test_the_shelf_counts_nothing_again_while_nothing_changed(team: Any) -> None:
    shelf(team)
    with CaptureQueriesContext(connection) as queries:
        shelf(team)
    assert not any("COUNT(" in query["sql"] for query in queries)


def distance(work: Work) -> float | None:
    return survey_work(work, list(translations_of(work))).mean


def test_a_survey_follows_texts_and_measures(team: Any) -> None:
    before = distance(team.work)
    assert distance(team.work) == before
    variant = variant_of(team.work, "1", "B")
    revise_variant(actor=team.editor, variant=variant, version=1, text="The cat sat on the mat.")
    after = distance(team.work)
    assert before is not None
    assert after is not None
    assert after < before
    forget_measures(team.work.passages.all())
    assert distance(team.work) is None
    measure_waiting(team.work)
    assert distance(team.work) == after


def test_a_survey_of_other_translations_or_passages_is_another(team: Any) -> None:
    one, other = translations_of(team.work)
    assert survey_work(team.work, [one, other]).mean is not None
    assert survey_work(team.work, [one]).mean is None
    assert len(survey_work(team.work, [one, other], first=2).places) == 1


def test_what_was_asked_for_longest_ago_is_forgotten() -> None:
    memory: Memory[str] = Memory(2)
    for name in "ab":
        memory.keep(name, 1, name)
    assert memory.get("a", 1) == "a"
    memory.keep("c", 1, "c")
    assert [memory.get(name, 1) for name in "abc"] == ["a", None, "c"]
    assert memory.get("a", 2) is None
