"""The glossary: what counts in a work, what may stand in it, and that checks follow every change of it."""

from typing import Any

import pytest

from tests.factories import make_work, variant_of
from workbench.corpus.actions import add_term, delete_term, edit_term, import_terms
from workbench.corpus.checking import CheckFilter, list_checks
from workbench.corpus.errors import Conflict, Invalid, NotAllowed, Stale
from workbench.corpus.glossary import glossary_of, terms_of
from workbench.corpus.models import PassageKinds, Term, Work
from workbench.review.actions import revise_variant

TEXTS = {
    "A": ("A traitor came.", "The traitors left."),
    "B": ("A traitor came.", "The traitors left."),
    "C": ("A spy came.", "The traitors left."),
}
SPY = [{"language": "en", "words": "spy", "status": "forbidden"}]


@pytest.fixture
def work(team: Any) -> Work:
    return make_work(team.owner, team.workspace, TEXTS, title="Three")


def add(team: Any, work: Work | None, words: str = "traitor*", **given: Any) -> Term:
    return add_term(actor=team.editor, workspace=team.workspace, work=work, words=words, language="en", **given)


def found(work: Work) -> list[tuple[str, str]]:
    checks = list_checks(work, CheckFilter(kind="term"), size=9).checks
    return [(one.variant.translation.siglum, one.quote) for one in checks]


def test_a_term_is_checked_when_it_is_added_changed_and_taken_out(
    team: Any, work: Work, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        term = add(team, work, renderings=SPY)
    assert found(work) == [("C", "spy")]
    with django_capture_on_commit_callbacks(execute=True):
        term = edit_term(actor=team.editor, term=term, version=1, changes={"renderings": []})
    assert found(work) == [("C", "")]
    with django_capture_on_commit_callbacks(execute=True):
        delete_term(actor=team.editor, term=term, version=2)
    assert found(work) == []


def test_a_text_that_is_written_is_checked_with_it(team: Any, work: Work) -> None:
    add(team, work, renderings=SPY)
    variant = variant_of(work, "2", "B")
    revise_variant(actor=team.editor, variant=variant, version=1, text="The spy left.")
    assert found(work) == [("B", "spy")]


def test_what_a_passage_weighs_follows(team: Any, work: Work, django_capture_on_commit_callbacks: Any) -> None:
    before = PassageKinds.objects.get(passage__work=work, passage__reference="1").weight
    with django_capture_on_commit_callbacks(execute=True):
        add(team, work, renderings=SPY)
    assert PassageKinds.objects.get(passage__work=work, passage__reference="1").weight > before


def test_a_workspaces_terms_count_in_its_works_and_a_works_own_goes_before(team: Any, work: Work) -> None:
    add(team, None, renderings=SPY)
    assert [entry.renderings[0].words for entry in glossary_of(work).entries] == ["spy"]
    add(team, work, renderings=[])
    assert [entry.renderings for entry in glossary_of(work).entries] == [()]
    assert terms_of(work).count() == 2
    assert [one.work for one in terms_of(make_work(team.owner, team.workspace, title="Other"))] == [None]


@pytest.mark.parametrize(
    "given",
    [
        {"words": "…"},
        {"words": "a*b"},
        {"renderings": [{"words": "x", "status": "maybe"}]},
        {"renderings": [{"language": "en", "words": "traitor*", "status": "forbidden"}]},
        {"renderings": [{"words": ""}]},
    ],
)
def test_what_is_no_term_is_refused(team: Any, work: Work, given: dict[str, Any]) -> None:
    with pytest.raises(Invalid):
        add(team, work, **given)


def test_a_term_stands_once_and_late_writers_are_told(team: Any, work: Work) -> None:
    term = add(team, work)
    with pytest.raises(Conflict):
        add(team, work)
    edit_term(actor=team.editor, term=term, version=1, changes={"note": "A word."})
    with pytest.raises(Stale):
        edit_term(actor=team.editor, term=term, version=1, changes={"note": "Another."})
    with pytest.raises(Stale):
        delete_term(actor=team.editor, term=term, version=1)


def test_reviewers_read_it_alone(team: Any, work: Work) -> None:
    with pytest.raises(NotAllowed):
        add_term(actor=team.reviewer, workspace=team.workspace, work=work, words="traitor")


def test_a_file_adds_changes_and_leaves_terms(team: Any, work: Work) -> None:
    add(team, work)
    data = b"term,language,rendering,rendering language,status\ntraitor*,en,spy,en,forbidden\nenemy,en,foe,en,allowed\n"
    bring = {"actor": team.editor, "workspace": team.workspace, "work": work, "data": data}
    done = import_terms(**bring, dry_run=True)
    assert ((done.added, done.changed, done.same), terms_of(work).count()) == ((1, 1, 0), 1)
    import_terms(**bring)
    again = import_terms(**bring)
    assert (again.added, again.changed, again.same) == (0, 0, 2)
    assert Term.objects.get(words="traitor*").version == 2


def test_a_file_with_a_fault_brings_nothing_and_says_where(team: Any, work: Work) -> None:
    data = b"term,rendering,status\nenemy,foe,allowed\n...,foe,allowed\n"
    with pytest.raises(Invalid, match="line 3"):
        import_terms(actor=team.editor, workspace=team.workspace, work=work, data=data)
    assert terms_of(work).count() == 0
