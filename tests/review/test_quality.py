"""The quality report: marks by category, severity and rater, and what they cost in 1,000 words."""

import csv
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.conftest import Team
from tests.factories import make_work, passage_of, variant_of
from workbench.corpus.models import Translation, Work
from workbench.review.actions import change_thread, give_verdict, open_thread
from workbench.review.anchoring import AnchorRequest
from workbench.review.errors import Invalid
from workbench.review.models import Thread
from workbench.review.quality import Quality, report_quality
from workbench.review.reporting import write_report
from workbench.text.words.counting import count_words


def mark(team: Team, siglum: str, quote: str, category: str, severity: str, *, work: Work | None = None) -> Thread:
    variant = variant_of(work or team.work, "1", siglum)
    return open_thread(
        actor=team.reviewer,
        passage=variant.passage,
        body="Hm.",
        category=category,
        severity=severity,
        anchors=[AnchorRequest(variant, quote=quote)],
    )


def quality(team: Team, siglum: str = "A", **wishes: object) -> Quality:
    report = report_quality(team.work, **wishes)  # type: ignore[arg-type]
    return next(one for one in report.qualities if one.translation.siglum == siglum)


def test_marks_are_counted_and_cost_what_their_severity_weighs(team: Team) -> None:
    mark(team, "A", "cat", "terminology", "major")
    mark(team, "A", "mat", "terminology", "major")
    Thread.objects.filter(pk=mark(team, "A", "sat", "style", "minor").pk).update(attributed_to="rater1")
    found = quality(team)
    assert [(one.category, one.severity, one.rater_name, one.count, one.penalty) for one in found.marks] == [
        ("style", "minor", "rater1", 1, 1.0),
        ("terminology", "major", "reviewer", 2, 10.0),
    ]
    # The cat sat on the mat. It was raining outside.
    assert (found.words, found.texts, found.looked_at, found.count, found.penalty) == (10, 2, 1, 3, 11.0)
    assert found.per_thousand == 1100.0


def test_what_weighs_nothing_is_counted_all_the_same(team: Team) -> None:
    mark(team, "A", "cat", "", "neutral")
    mark(team, "A", "mat", "question", "")
    assert [(one.category, one.severity, one.penalty) for one in quality(team).marks] == [
        ("", "neutral", 0.0),
        ("question", "", 0.0),
    ]


def test_a_difference_counts_for_the_words_named_first_and_a_passage_for_none(team: Team) -> None:
    first, second = variant_of(team.work, "1", "B"), variant_of(team.work, "1", "A")
    anchors = [AnchorRequest(first, quote="rug"), AnchorRequest(second, quote="mat")]
    open_thread(actor=team.reviewer, passage=passage_of(team.work), body="?", severity="major", anchors=anchors)
    open_thread(actor=team.reviewer, passage=passage_of(team.work), body="?", severity="major")
    assert (quality(team, "A").count, quality(team, "B").count) == (0, 1)
    assert report_quality(team.work).unplaced == 1


def test_only_what_is_not_settled_if_wished(team: Team) -> None:
    thread = mark(team, "A", "cat", "style", "minor")
    change_thread(actor=team.reviewer, thread=thread, version=thread.version, changes={"state": "resolved"})
    assert (quality(team).count, quality(team, counted="open").count) == (1, 0)


def test_the_pass_mark_is_passed_at_that_many_points(team: Team) -> None:
    mark(team, "A", "cat", "style", "minor")  # 100 points in 1,000 words
    for pass_mark, passes in ((100, True), (99, False)):
        report = report_quality(team.work, pass_mark=pass_mark)
        assert [report.passes(one) for one in report.qualities] == [passes, None]


def test_a_translation_without_words_neither_passes_nor_fails(team: Team) -> None:
    work = make_work(team.owner, team.workspace, {"A": ()}, title="Empty")
    report = report_quality(work)
    assert [(one.per_thousand, report.passes(one)) for one in report.qualities] == [(None, None)]


def test_the_original_is_reported_on_only_if_it_is_named(team: Team) -> None:
    Translation.objects.filter(work=team.work, siglum="A").update(role="original")
    assert [one.translation.siglum for one in report_quality(team.work).qualities] == ["B"]
    assert [one.translation.siglum for one in report_quality(team.work, sigla=["A"]).qualities] == ["A"]
    with pytest.raises(Invalid) as refused:
        report_quality(team.work, sigla=["A", "X"])
    assert refused.value.code == "unknown_siglum"


def test_verdicts_say_what_was_looked_at(team: Team) -> None:
    give_verdict(actor=team.reviewer, variant=variant_of(team.work, "2", "A"), verdict="approved", revision=1)
    mark(team, "A", "cat", "style", "minor")
    assert quality(team).looked_at == 2


def test_as_a_table_there_is_a_row_for_each_count_and_one_for_none(team: Team) -> None:
    thread = mark(team, "A", "cat", "style", "minor")
    Thread.objects.filter(pk=thread.pk).update(attributed_to="=HYPERLINK(1)")
    rows = list(csv.reader(io.StringIO(write_report(report_quality(team.work)).decode("utf-8-sig"))))
    assert rows[1:] == [
        ["A", "10", "style", "minor", "'=HYPERLINK(1)", "1", "1", "1", "100.00"],
        ["B", "9", "", "", "", "0", "", "0", "0.00"],
    ]
    assert rows[0][-1] == "penalty_per_1000_words"


def test_more_marks_ask_no_more_of_the_database(team: Team) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            report_quality(team.work)
        return len(queries)

    mark(team, "A", "cat", "style", "minor")
    before = asked()
    for quote in ("sat", "mat", "on", "The"):
        mark(team, "A", quote, "style", "major")
        mark(team, "B", "rug", "terminology", "minor")
    assert asked() == before <= 8


@pytest.mark.parametrize(
    ("text", "words"),
    [("", 0), ("…", 0), ("The cat’s 3.5 mats.", 4), ("Это кот.", 2), ("state-of-the-art, isn't it?", 3)],
)
def test_words_and_numbers_are_counted_and_signs_are_not(text: str, words: int) -> None:
    assert count_words(text) == words
