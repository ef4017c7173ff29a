"""What the checks found is kept with what was decided of it, goes stale with its words, and is chosen by work."""

from typing import Any

import pytest
from django.utils.translation import override

from tests.factories import make_work, variant_of
from workbench.corpus.actions import choose_checks, dismiss_check, reopen_check
from workbench.corpus.checking import CheckFilter, count_checks, list_checks
from workbench.corpus.errors import Conflict, Invalid, NotAllowed
from workbench.corpus.findings import review_names
from workbench.corpus.models import Check, Work
from workbench.review.actions import raise_check, revise_variant
from workbench.review.models import Thread

TEXTS = {
    "A": ("He had 5 cats and went (home.", "Then Zhuravlev spoke.", "Then Zhuravlev left."),
    "B": ("He had 5 cats and went home.", "Then Zhuravlev spoke.", "Then Zhuravlev left."),
    "C": ("He had 6 cats and went home.", "Then Zhuravlev spoke.", "Then Zhuravlyev left."),
}


@pytest.fixture
def work(team: Any) -> Work:
    return make_work(team.owner, team.workspace, TEXTS, title="Three")


def found(work: Work, **asked: Any) -> list[str]:
    return [one.kind for one in list_checks(work, CheckFilter(**asked), size=9).checks]


def number(work: Work) -> Check:
    return Check.objects.get(work=work, kind="number")


def revise(team: Any, work: Work, siglum: str, text: str) -> None:
    variant = variant_of(work, "1", siglum)
    revise_variant(actor=team.editor, variant=variant, version=variant.version, text=text)


def test_checks_run_with_every_write_and_the_gravest_come_first(work: Work) -> None:
    assert found(work) == ["number", "brackets"]
    check = number(work)
    assert (check.quote, check.variant.translation.siglum, sorted(words for _, words in check.others)) == (
        "6",
        "C",
        ["5", "5"],
    )


def test_what_is_mended_goes_stale_and_is_open_again_when_it_returns(team: Any, work: Work) -> None:
    revise(team, work, "C", "He had 5 cats and went home.")
    assert (found(work), found(work, state="stale")) == (["brackets"], ["number"])
    revise(team, work, "C", "He had 6 cats and went home.")
    assert found(work) == ["number", "brackets"]


def test_what_was_dismissed_stays_so_until_its_words_change(team: Any, work: Work) -> None:
    dismiss_check(actor=team.reviewer, check=number(work), reason="The source has 6.")
    revise(team, work, "C", "He had 6 cats and then went home.")
    assert found(work, state="dismissed") == ["number"]
    revise(team, work, "C", "He had 7 cats and then went home.")
    assert ("number" in found(work), found(work, state="stale")) == (True, ["number"])


def test_a_decision_names_its_owner_and_reason_and_can_be_taken_back(team: Any, work: Work) -> None:
    check = dismiss_check(actor=team.reviewer, check=number(work), reason="So.")
    assert (check.state, check.reason, check.decided_by) == ("dismissed", "So.", team.reviewer)
    with pytest.raises(Conflict, match="This was dismissed already"):
        dismiss_check(actor=team.reviewer, check=check, reason="Again.")
    with override("de"), pytest.raises(Conflict, match="Das wurde bereits verworfen"):
        dismiss_check(actor=team.reviewer, check=check, reason="Again.")
    assert reopen_check(actor=team.reviewer, check=check).state == "open"
    with pytest.raises(Invalid):
        dismiss_check(actor=team.reviewer, check=check, reason=" ")
    with pytest.raises(NotAllowed):
        dismiss_check(actor=team.reader, check=check, reason="No.")


def test_a_finding_becomes_a_discussion_of_its_words(team: Any, work: Work) -> None:
    thread = raise_check(actor=team.reviewer, check=number(work))
    check = number(work)
    assert (check.state, check.thread, thread.anchors.get().quote) == ("raised", thread.pk, "6")
    assert "A: 5" in thread.comments.get().body
    with pytest.raises(Conflict, match="not open any more"):
        raise_check(actor=team.reviewer, check=check)
    assert Thread.objects.count() == 1


def test_a_work_does_without_some_checks(team: Any, work: Work) -> None:
    choose_checks(actor=team.editor, work=work, off=["brackets"])
    assert (found(work), count_checks(work, CheckFilter())) == (["number"], {"number": 1})
    choose_checks(actor=team.editor, work=work, off=[], least=0.5)
    assert found(work) == ["number"]
    with pytest.raises(Invalid):
        choose_checks(actor=team.editor, work=work, off=["moon"])
    with pytest.raises(Invalid):
        choose_checks(actor=team.editor, work=work, off=[], least=2)


def test_names_spelt_two_ways_are_found_over_the_whole_work(work: Work) -> None:
    Check.objects.filter(work=work).delete()
    work.translations.exclude(siglum="C").update(language="de")
    review_names(work)
    assert found(work) == []
    work.translations.update(language="en")
    for _ in range(2):
        review_names(work)
    assert found(work, kind="spelling") == []  # once against once: neither is the usual one


def test_pages_of_checks_follow_each_other(work: Work) -> None:
    for order in ("weight", "position"):
        first = list_checks(work, CheckFilter(order=order), size=1)
        rest = list_checks(work, CheckFilter(order=order), size=1, after=first.after)
        assert {one.kind for one in (*first.checks, *rest.checks)} == {"number", "brackets"}
        assert rest.after is None
