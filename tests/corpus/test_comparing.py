"""How far translations lie apart over a run of passages."""

from typing import Any

import pytest

from tests.factories import make_work
from workbench.corpus import affording, comparing
from workbench.corpus.comparing import compare_translations
from workbench.corpus.errors import Invalid
from workbench.corpus.models import Translation, Work

TEXTS = {
    "A": ("a b c d", "x y"),
    "B": ("a b c e", "x y"),
    "D": ("q r s t", "u v"),
}


@pytest.fixture
def work(room: Any) -> Work:
    made = make_work(room.owner, room.workspace, TEXTS, title="Three")
    Translation.objects.filter(work=made, siglum="D").update(language="de")
    return made


def test_translations_of_one_language_are_compared(work: Work) -> None:
    measured = compare_translations(work)
    assert measured.distances[0][1] == measured.distances[1][0] == pytest.approx(1 / 6)
    assert [one.variation for one in measured.measures] == [pytest.approx(1 / 4), 0]


def test_translations_into_different_languages_are_not(work: Work) -> None:
    measured = compare_translations(work)
    assert measured.distances[2] == (None, None, 0)
    german = measured.cells[measured.passages[0].pk, measured.translations[2].pk]
    assert german.pk not in measured.measures[0].distinctiveness


def test_a_run_of_passages_is_measured_by_itself(work: Work) -> None:
    measured = compare_translations(work, first=2, last=2)
    assert [one.reference for one in measured.passages] == ["2"]
    assert measured.distances[0][1] == 0
    assert compare_translations(work, first=9).passages == ()


def test_too_many_passages_are_refused(work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "MOST_PASSAGES", 1)
    with pytest.raises(Invalid, match="At most 1"):
        compare_translations(work)


def test_chosen_translations_are_compared_without_what_is_ignored(work: Work) -> None:
    Translation.objects.filter(work=work, siglum="D").update(language="en")
    measured = compare_translations(work, sigla=frozenset("BD"), ignore=frozenset({"case"}))
    assert [one.siglum for one in measured.translations] == ["B", "D"]
    assert [one.variation for one in measured.measures] == [1, 1]
    with pytest.raises(Invalid, match="no translation called Z"):
        compare_translations(work, sigla=frozenset("BZ"))


def test_too_much_text_is_refused(work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(affording, "MOST_CHARACTERS", 20)
    with pytest.raises(Invalid, match="at a time: at most 1"):
        compare_translations(work)
    assert len(compare_translations(work, first=2).passages) == 1
