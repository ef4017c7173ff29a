"""Discussions of a work as a whole: opened, found, told of, taken along; they stand at no passage."""

import pytest
from django.test import Client

from tests.api.conftest import Script
from tests.conftest import Team
from tests.factories import make_work, passage_of
from tests.web.markup import fold
from workbench.corpus.models import Work
from workbench.journal.models import Event
from workbench.notices.queries import find_notices
from workbench.review.actions import change_thread, open_thread, open_thread_on_work, reply
from workbench.review.errors import Invalid, NotAllowed
from workbench.review.filters import ThreadFilter, find_threads
from workbench.review.models import Thread
from workbench.review.quality import report_quality
from workbench.review.transfer import ImportOptions, SourceFile, export_file, import_file


def on_work(team: Team, body: str = "The names want one spelling.", **said: str) -> Thread:
    return open_thread_on_work(actor=team.reviewer, work=team.work, body=body, **said)


def test_it_stands_at_no_passage_and_is_told_of_in_the_log(team: Team) -> None:
    thread = on_work(team, category="style", severity="minor")
    assert (thread.passage, thread.work, thread.category) == (None, team.work, "style")
    told = Event.objects.filter(thread=thread.pk).order_by("pk")
    assert list(told.values_list("kind", "work", "passage")) == [
        ("thread.opened", team.work.pk, None),
        ("comment.added", team.work.pk, None),
    ]


def test_readers_may_not_and_nothing_can_be_suggested_in_it(team: Team) -> None:
    with pytest.raises(NotAllowed):
        open_thread_on_work(actor=team.reader, work=team.work, body="Hm.")
    with pytest.raises(Invalid) as refused:
        reply(actor=team.editor, thread=on_work(team), body="So?", suggestion="else")
    assert refused.value.code == "no_anchor"


def test_it_comes_before_the_passages_and_can_be_asked_for(team: Team) -> None:
    last, first = (open_thread(actor=team.reviewer, passage=passage_of(team.work, at), body="?") for at in ("2", "1"))
    whole = on_work(team)
    assert list(find_threads(team.reader, ThreadFilter(order="place"))) == [whole, first, last]
    assert list(find_threads(team.reader, ThreadFilter(is_of_work=True))) == [whole]
    assert set(find_threads(team.reader, ThreadFilter(is_of_work=False))) == {first, last}


def test_those_who_follow_the_work_are_told_and_the_report_counts_it_apart(team: Team) -> None:
    thread = on_work(team)
    reply(actor=team.editor, thread=thread, body="Which names?")
    assert [event.thread for event in find_notices(team.reviewer)] == [thread.pk]
    assert report_quality(team.work).unplaced == 1


def test_scripts_open_one_and_read_the_list_page_by_page(team: Team) -> None:
    reviewer = Script(team.reviewer)
    made = reviewer.post("comments/", {"work": team.work.slug, "body": "On all of it.", "severity": "minor"})
    assert made.status_code == 201, made.content
    reviewer.post("comments/", {"passage": passage_of(team.work).pk, "body": "On one."})
    first = reviewer.get("threads/?order=place&page_size=1").json()
    assert (first["results"][0]["passage"], first["results"][0]["reference"]) == (None, "")
    rest = reviewer.get(first["next"]).json()
    assert [one["reference"] for one in rest["results"]] == ["1"]
    assert rest["next"] is None
    assert [one["id"] for one in reviewer.get("threads/?whole=true").json()["results"]] == [made.json()["thread"]]
    assert reviewer.get("threads/?whole=perhaps").status_code == 400


def test_scripts_are_told_what_it_cannot_have(team: Team) -> None:
    reviewer, body = Script(team.reviewer), {"work": team.work.slug, "body": "On all of it."}
    for name, value in (("passage", 1), ("anchors", []), ("suggestion", "else")):
        refused = reviewer.post("comments/", body | {name: value})
        assert (refused.status_code, refused.json()["errors"][0]["pointer"]) == (400, f"/{name}")
    assert reviewer.post("comments/", body | {"work": "nowhere"}).status_code == 422
    assert Script(team.reader).post("comments/", body).status_code == 403


def test_the_page_of_the_work_shows_it_and_takes_another(client: Client, team: Team) -> None:
    client.force_login(team.reviewer)
    address = f"/works/room/{team.work.slug}/"
    form = fold(client.get(f"{address}comment/").content.decode())
    assert "Comment on A small work as a whole" in form
    assert 'name="suggestion"' not in form
    answer = client.post(f"{address}comment/", {"body": "The <names>."})
    thread = Thread.objects.get()
    assert answer["Location"].endswith(f"/threads/{thread.pk}/")
    for page in (address, f"{address}review/", f"{address}review/?whole=true", "/review/", "/inbox/"):
        answer = client.get(page)
        assert answer.status_code == 200, page
    page = client.get(address).content.decode()
    assert "The &lt;names&gt;." in page
    assert "1 open" in page
    card = fold(client.get(f"/threads/{thread.pk}/").content.decode())
    assert f'<a href="{address}#thread-{thread.pk}" data-key-open' in card
    change_thread(actor=team.reviewer, thread=thread, version=thread.version, changes={"state": "resolved"})
    assert "The &lt;names&gt;." not in client.get(address).content.decode()


def test_a_bundle_takes_it_along_and_knows_it_again(team: Team) -> None:
    on_work(team, "On all of it.")
    data = export_file(actor=team.reader, work=team.work, format_name="bundle").data
    other = _import(team, data, None)
    assert [(one.passage, one.comments.get().body) for one in other.threads.all()] == [(None, "On all of it.")]
    _import(team, data, other)
    assert other.threads.count() == 1


def test_a_work_is_deleted_with_it(team: Team) -> None:
    other = make_work(team.owner, team.workspace)
    open_thread_on_work(actor=team.reviewer, work=other, body="On all of it.")
    Work.objects.filter(pk=other.pk).delete()
    assert Thread.objects.count() == 0


def _import(team: Team, data: bytes, work: Work | None) -> Work:
    done = import_file(
        actor=team.editor,
        workspace=team.workspace,
        work=work,
        file=SourceFile("again.json", data),
        options=ImportOptions(slug="" if work else "again"),
    )
    assert done.work
    return done.work
