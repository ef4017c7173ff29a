"""Pages of any length ask the database a fixed number of questions."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.conftest import Team
from tests.factories import make_work
from workbench.corpus.models import Work
from workbench.review.actions import give_verdict, open_thread


def count(client: Client, path: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(path).status_code == 200
    return len(queries)


def make(team: Team, title: str, rows: int) -> Work:
    texts = {siglum: tuple(f"Line {number} of {siglum}." for number in range(rows)) for siglum in "ABCD"}
    work = make_work(team.owner, team.workspace, texts, title=title)
    for passage in work.passages.all():
        open_thread(actor=team.reviewer, passage=passage, body="Why so?")
    return work


def judge(team: Team, work: Work) -> None:
    for variant in work.variants.all():
        for person in (team.reviewer, team.editor):
            give_verdict(actor=person, variant=variant, verdict="approved", revision=1)


def test_verdicts_on_every_text_are_asked_for_at_once(client: Client, team: Team) -> None:
    short, long = make(team, "Short", 1), make(team, "Long", 30)
    client.force_login(team.editor)
    for page in ("", "compare/"):
        before = [count(client, f"/works/room/{work.slug}/{page}") for work in (short, long)]
        for work in (short, long):
            judge(team, work)
        assert [count(client, f"/works/room/{work.slug}/{page}") for work in (short, long)] == before


def test_the_compare_page_asks_as_much_for_thirty_passages_as_for_one(client: Client, team: Team) -> None:
    short, long = make(team, "Short", 1), make(team, "Long", 30)
    client.force_login(team.editor)
    for view in ("columns", "interleaved", "inline"):
        asked = [count(client, f"/works/room/{work.slug}/compare/?view={view}") for work in (short, long)]
        assert asked[0] == asked[1] <= 20


def test_the_work_page_asks_as_much_for_thirty_passages_as_for_one(client: Client, team: Team) -> None:
    short, long = make(team, "Short", 1), make(team, "Long", 30)
    client.force_login(team.editor)
    assert count(client, f"/works/room/{short.slug}/") == count(client, f"/works/room/{long.slug}/") <= 18


def test_the_library_asks_as_much_for_thirty_works_as_for_one(client: Client, team: Team) -> None:
    client.force_login(team.editor)
    one = count(client, "/")
    for number in range(29):
        make_work(team.owner, team.workspace, title=f"Work {number}")
    assert count(client, "/") == one <= 10


def test_the_library_counts_nothing_again_while_nothing_changed(client: Client, team: Team) -> None:
    client.force_login(team.editor)
    count(client, "/")
    assert count(client, "/") <= 6
