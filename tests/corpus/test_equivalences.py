"""Equivalence rules: scoped, standing until undone, editors only."""

import pytest
from django.utils import timezone

from tests.conftest import Team
from tests.factories import make_work, passage_of
from workbench.corpus.actions import add_equivalence, undo_equivalence
from workbench.corpus.errors import Conflict, Invalid, NotAllowed
from workbench.corpus.limits import STANDING_RULES
from workbench.corpus.models import Equivalence
from workbench.corpus.queries import WorkRules, holding, words_alike
from workbench.text import Rule, diff


def test_rules_count_in_their_scope_and_nowhere_else(team: Team) -> None:
    other = make_work(team.owner, team.workspace, title="Another")
    first, second = passage_of(team.work, "1"), passage_of(team.work, "2")
    add_equivalence(actor=team.editor, workspace=team.workspace, left="Ezhov", right="Yezhov")
    add_equivalence(actor=team.editor, workspace=team.workspace, work=team.work, left="mat", right="rug")
    add_equivalence(actor=team.editor, workspace=team.workspace, passage=first, left="sat", right="lay")
    everywhere, here, there = Rule("Ezhov", "Yezhov"), Rule("mat", "rug"), Rule("sat", "lay")
    assert WorkRules(team.work).of(first) == (everywhere, here, there)
    assert WorkRules(team.work).of(second) == (everywhere, here)
    assert WorkRules(other).of(passage_of(other)) == (everywhere,)


def test_an_undone_rule_counts_no_longer_and_stays_on_record(team: Team) -> None:
    rule = add_equivalence(actor=team.editor, workspace=team.workspace, work=team.work, left="mat", right="rug")
    undone = undo_equivalence(actor=team.owner, equivalence=rule)
    assert (undone.undone_by, Equivalence.objects.count()) == (team.owner, 1)
    assert WorkRules(team.work).of(passage_of(team.work)) == ()
    with pytest.raises(Conflict):
        undo_equivalence(actor=team.owner, equivalence=rule)


def test_adding_a_standing_rule_again_makes_no_second(team: Team) -> None:
    rules = {
        add_equivalence(actor=team.editor, workspace=team.workspace, left="mat", right=" rug ").pk for _ in range(2)
    }
    assert len(rules) == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [("", "rug"), ("mat", " "), ("mat", "mat"), ("mat", "a\x00"), ("a", "b" * 201), ("mat", "\u200b")],
)
def test_empty_equal_and_unstorable_words_are_refused(team: Team, left: str, right: str) -> None:
    with pytest.raises(Invalid):
        add_equivalence(actor=team.editor, workspace=team.workspace, left=left, right=right)


def test_no_more_rules_stand_than_every_comparison_can_read(team: Team) -> None:
    by = {"created_by": team.editor, "created_at": timezone.now()}
    rows = [
        Equivalence(workspace=team.workspace, left=f"word{n}", right=f"term{n}", **by) for n in range(STANDING_RULES)
    ]
    Equivalence.objects.bulk_create(rows)
    with pytest.raises(Invalid, match="Undo some"):
        add_equivalence(actor=team.editor, workspace=team.workspace, left="mat", right="rug")
    undo_equivalence(actor=team.editor, equivalence=Equivalence.objects.filter(left="word0").get())
    assert add_equivalence(actor=team.editor, workspace=team.workspace, left="mat", right="rug").pk


@pytest.mark.parametrize("person", ["reviewer", "reader", "former", "outsider"])
def test_only_editors_make_and_undo_rules(team: Team, person: str) -> None:
    rule = add_equivalence(actor=team.editor, workspace=team.workspace, left="mat", right="rug")
    with pytest.raises(NotAllowed):
        add_equivalence(actor=getattr(team, person), workspace=team.workspace, left="a", right="b")
    with pytest.raises(NotAllowed):
        undo_equivalence(actor=getattr(team, person), equivalence=rule)


def test_rules_that_share_a_side_are_followed_case_aside() -> None:
    rules = [Rule("mat", "rug"), Rule("Rug", "carpet"), Rule("cat", "dog"), Rule("carpet", "mat")]
    assert words_alike("MAT", rules) == {"MAT", "mat", "rug", "Rug", "carpet"}
    assert words_alike("hen", rules) == {"hen"}


def test_so_many_sides_that_no_database_could_be_asked_may_stand_in_any_text(team: Team) -> None:
    texts = team.work.variants.all()
    assert texts.filter(holding(["rug and more", "mat"])).count() == 2
    assert texts.filter(holding(f"word{number}" for number in range(99))).count() == 0
    assert texts.filter(holding(f"word{number}" for number in range(999))).count() == texts.count()


def test_a_rule_may_speak_of_letters(team: Team) -> None:
    made = add_equivalence(
        actor=team.editor, workspace=team.workspace, work=team.work, left="u", right="v", of="letters"
    )
    assert made.rule == Rule("u", "v", "letters")
    rules = WorkRules(team.work).of(passage_of(team.work))
    assert diff("haue", "have", rules=rules).verdict == "equal"
    words = add_equivalence(actor=team.editor, workspace=team.workspace, work=team.work, left="u", right="v")
    assert words.pk != made.pk


@pytest.mark.parametrize(("left", "right"), [("u", "2"), ("u v", "w"), ("", "v"), ("u", "u"), ("abcdefghi", "v")])
def test_a_rule_of_letters_holds_letters(team: Team, left: str, right: str) -> None:
    with pytest.raises(Invalid):
        add_equivalence(actor=team.editor, workspace=team.workspace, left=left, right=right, of="letters")


def test_a_rule_is_of_words_or_of_letters(team: Team) -> None:
    with pytest.raises(Invalid, match="words, letters"):
        add_equivalence(actor=team.editor, workspace=team.workspace, left="u", right="v", of="signs")
