"""How much is measured while somebody waits."""

import pytest

from tests.conftest import Team
from tests.factories import make_work, passage_of, variant_of
from workbench.corpus import measuring_limits
from workbench.corpus.errors import Invalid
from workbench.corpus.measuring import measure_waiting
from workbench.corpus.measuring_limits import check_collation, count_affordable
from workbench.corpus.models import Passage, Work
from workbench.review.actions import revise_variant


@pytest.fixture
def work(team: Team) -> Work:
    return make_work(team.owner, team.workspace, {"A": ("xxxx",) * 10, "B": ("yyyyyy",) * 10, "C": ()}, title="Ten")


def count(work: Work) -> int:
    return count_affordable(list(work.passages.values_list("pk", flat=True)), list(work.translations.all()))


def test_a_small_work_is_measured_whole(work: Work) -> None:
    assert count(work) == 10


@pytest.mark.parametrize(
    ("bound", "most", "expected"),
    [
        ("MOST_PASSAGES", 7, 7),
        ("MOST_PAIRS", 12, 4),  # three translations are three pairs
        ("MOST_CHARACTERS", 50, 5),  # of a hundred
        ("MOST_PRODUCTS", 300, 3),  # of ten times ten squared
        ("MOST_CHARACTERS", 1, 0),
        ("MOST_PAIRS", 1, 0),
    ],
)
def test_each_bound_holds(work: Work, monkeypatch: pytest.MonkeyPatch, bound: str, most: int, expected: int) -> None:
    monkeypatch.setattr(measuring_limits, bound, most)
    assert count(work) == expected


def test_a_work_without_passages_costs_nothing(team: Team) -> None:
    assert count_affordable([], list(team.work.translations.all())) == 0


def test_a_collation_too_long_to_wait_for_is_refused() -> None:
    check_collation(["a" * 400_000])
    with pytest.raises(Invalid) as refusal:
        check_collation(["a" * 200_000, "b" * 200_001])
    assert refusal.value.code == "too_long"


def test_a_very_long_passage_waits_instead_of_holding_its_writer_up(team: Team) -> None:
    passage = passage_of(team.work)
    revise_variant(actor=team.editor, variant=variant_of(team.work, "1", "A"), version=1, text="word " * 45_000)
    assert passage_of(team.work).is_measured
    revise_variant(actor=team.editor, variant=variant_of(team.work, "1", "B"), version=1, text="word " * 45_000)
    assert not Passage.objects.get(pk=passage.pk).is_measured
    assert measure_waiting(team.work) == 1
    assert passage_of(team.work).variation == 0.0
