"""How much is measured while somebody waits."""

import pytest

from tests.conftest import Room
from tests.factories import make_work
from workbench.corpus import affording
from workbench.corpus.affording import count_affordable
from workbench.corpus.models import Work


@pytest.fixture
def work(room: Room) -> Work:
    return make_work(room.owner, room.workspace, {"A": ("xxxx",) * 10, "B": ("yyyyyy",) * 10, "C": ()}, title="Ten")


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
    monkeypatch.setattr(affording, bound, most)
    assert count(work) == expected


def test_a_work_without_passages_costs_nothing(room: Room) -> None:
    assert count_affordable([], list(room.work.translations.all())) == 0
