"""Queues as links: kept under a name, counted, one's own; and the people that `@` offers."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.conftest import Team
from tests.factories import passage_of, variant_of
from workbench.review.actions import change_thread, open_thread, reply
from workbench.review.anchoring import AnchorRequest
from workbench.review.models import KeptQueue


def links(client: Client, address: str = "/works/room/a-small-work/review/") -> dict[str, int | None]:
    return {link.name: link.count for link in client.get(address).context["links"]}


def fill(team: Team) -> None:
    words = [AnchorRequest(variant_of(team.work, "1", "A"), quote="sat")]
    open_thread(actor=team.reviewer, passage=passage_of(team.work), body="@editor?", anchors=words, suggestion="lay")
    thread = open_thread(actor=team.reviewer, passage=passage_of(team.work, "2"), body="Why so?", severity="major")
    reply(actor=team.editor, thread=thread, body="So.")
    change_thread(actor=team.editor, thread=thread, version=2, changes={"assignee": team.editor})
    done = open_thread(actor=team.reviewer, passage=passage_of(team.work), body="Done.")
    change_thread(actor=team.editor, thread=done, version=1, changes={"state": "resolved"})


def test_the_usual_queues_are_links_with_what_is_in_them(client: Client, team: Team) -> None:
    fill(team)
    client.force_login(team.editor)
    assert links(client) == {"For me": 1, "Mentions me": 1, "Unanswered": 1, "Suggestions": 1, "Words gone": 0}
    client.force_login(team.reader)
    assert links(client)["Mentions me"] == 0


def test_a_queue_is_kept_under_a_name_and_forgotten(client: Client, team: Team) -> None:
    fill(team)
    client.force_login(team.editor)
    kept = {"name": " Grave ones ", "query": "severity=major&state=&thread=7&nonsense=1"}
    answer = client.post("/works/room/a-small-work/review/keep/", kept)
    assert (answer.status_code, answer["Location"]) == (302, "/works/room/a-small-work/review/?severity=major")
    assert links(client)["Grave ones"] == 1
    assert "Grave ones" not in links(client, "/review/")
    again = client.post("/works/room/a-small-work/review/keep/", kept | {"query": "state=all"})
    assert (again.status_code, links(client)["Grave ones"], KeptQueue.objects.count()) == (302, 3, 1)
    address = f"/review/kept/{KeptQueue.objects.get().pk}/forget/"
    client.force_login(team.owner)
    assert "Grave ones" not in links(client)
    assert client.post(address).status_code == 404
    client.force_login(team.editor)
    assert client.post(address)["Location"] == "/works/room/a-small-work/review/"
    assert KeptQueue.objects.count() == 0


def test_a_queue_without_a_name_is_refused_and_of_a_work_unseen_not_found(client: Client, team: Team) -> None:
    client.force_login(team.editor)
    assert client.post("/review/keep/", {"name": " ", "query": "state=all"}).status_code == 422
    client.force_login(team.outsider)
    assert client.post("/works/room/a-small-work/review/keep/", {"name": "x", "query": ""}).status_code == 404


def test_a_kept_queue_that_names_what_is_gone_stays_without_a_count(client: Client, team: Team) -> None:
    KeptQueue.objects.create(owner=team.editor, work=team.work, name="Old", query="category=long-gone")
    client.force_login(team.editor)
    assert links(client)["Old"] is None
    assert "?category=long-gone" in client.get("/works/room/a-small-work/review/").content.decode()


def test_the_queue_asks_as_much_whatever_is_kept_and_found(client: Client, team: Team) -> None:
    client.force_login(team.editor)
    fill(team)
    asked = []
    for number in range(2):
        with CaptureQueriesContext(connection) as queries:
            links(client)
        asked.append(len(queries))
        for at in range(10 * (1 - number)):
            KeptQueue.objects.create(owner=team.editor, work=team.work, name=f"Q{at}", query="q=why&mentions=me")
            open_thread(actor=team.reviewer, passage=passage_of(team.work), body="@editor, why?")
    assert asked[0] == asked[1]


def test_the_page_takes_what_the_api_takes(client: Client, team: Team) -> None:
    fill(team)
    client.force_login(team.editor)
    for query, number in (
        ("q=WHY%20so", 1),
        ("mentions=me", 1),
        ("unanswered=false", 1),
        ("orphaned=true", 0),
        ("since=2020-01-01", 2),
        ("since=2999-01-01", 0),
    ):
        page = client.get(f"/works/room/a-small-work/review/?{query}")
        assert page.context["page"].paginator.count == number, query


def test_the_sign_offers_members_and_nobody_else(client: Client, team: Team) -> None:
    client.force_login(team.reader)
    address = "/works/room/a-small-work/people/"
    everybody = [one["name"] for one in client.get(address).json()["people"]]
    assert everybody == ["editor", "owner", "reader", "reviewer"]
    team.editor.name = "Vera Émile"
    team.editor.save()
    assert client.get(f"{address}?q=ém").json() == {"people": [{"name": "editor", "shown": "Vera Émile"}]}
    assert client.get(f"{address}?q=out").json() == {"people": []}
    client.force_login(team.outsider)
    assert client.get(address).status_code == 404
