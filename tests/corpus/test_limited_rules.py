"""Equivalence rules between chosen translations: they count where all texts compared are of these, and nowhere else."""

import pytest

from tests.conftest import Team
from tests.factories import make_work, passage_of
from workbench.corpus.actions import add_equivalence
from workbench.corpus.errors import Invalid
from workbench.corpus.measuring import measure_waiting
from workbench.corpus.models import Equivalence, Passage, Translation, Work
from workbench.corpus.queries import WorkRules
from workbench.text import Rule

TEXTS = {"A": ["vnto vs"], "B": ["unto us"], "C": ["unto us"], "D": ["vnto vs"]}


@pytest.fixture
def work(team: Team) -> Work:
    return make_work(team.owner, team.workspace, TEXTS, title="Old and new")


def _translations(work: Work, sigla: str) -> list[Translation]:
    return list(work.translations.filter(siglum__in=list(sigla)))


def _limit(team: Team, work: Work, sigla: str, left: str = "v", right: str = "u") -> Equivalence:
    chosen = _translations(work, sigla)
    return add_equivalence(
        actor=team.editor,
        workspace=team.workspace,
        work=work,
        left=left,
        right=right,
        of="letters",
        translations=chosen,
    )


def test_a_rule_between_two_translations_counts_where_only_these_are_compared(team: Team, work: Work) -> None:
    _limit(team, work, "AB")
    rules, passage = WorkRules(work), passage_of(work)
    ids = {one.siglum: one.pk for one in work.translations.all()}
    counting = {
        sigla: rules.of(passage, [ids[siglum] for siglum in sigla]) for sigla in ("AB", "A", "AC", "ABC", "CD", "")
    }
    rule = (Rule("v", "u", "letters"),)
    assert counting == {"AB": rule, "A": rule, "AC": (), "ABC": (), "CD": (), "": ()}
    assert rules.of_pairs(passage, ids.values()) == {(ids["A"], ids["B"]): rule}


def test_distances_are_nought_between_them_and_as_before_between_others(team: Team, work: Work) -> None:
    assert Passage.objects.get(work=work).variation == pytest.approx(4 / 6)
    _limit(team, work, "AB")
    measure_waiting(work)
    assert Passage.objects.get(work=work).variation == pytest.approx(3 / 6)


def test_a_rule_that_counts_between_all_stands_beside_one_that_does_not(team: Team, work: Work) -> None:
    first = _limit(team, work, "AB")
    assert _limit(team, work, "BA").pk == first.pk
    assert _limit(team, work, "CD").pk != first.pk
    assert _limit(team, work, "").pk != first.pk
    measure_waiting(work)
    assert Passage.objects.get(work=work).variation == 0


def test_where_its_translations_were_deleted_a_rule_counts_nowhere(team: Team, work: Work) -> None:
    rule = _limit(team, work, "AB")
    rule.translations.clear()
    ids = [one.pk for one in work.translations.all()]
    assert WorkRules(work).of(passage_of(work), ids[:2]) == ()
    assert WorkRules(work).of(passage_of(work)) == ()


def test_one_translation_those_of_another_work_and_those_of_none_are_refused(team: Team, work: Work) -> None:
    with pytest.raises(Invalid, match="Two translations"):
        _limit(team, work, "A")
    foreign = [*_translations(work, "A"), *_translations(team.work, "A")]
    with pytest.raises(Invalid, match="Two translations"):
        add_equivalence(
            actor=team.editor, workspace=team.workspace, work=work, left="a", right="b", translations=foreign
        )
    with pytest.raises(Invalid, match="not in all works"):
        add_equivalence(actor=team.editor, workspace=team.workspace, left="a", right="b", translations=foreign[:1])
