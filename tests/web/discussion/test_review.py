"""The review queue: what it lists, how it is filtered, how many queries it takes."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.conftest import Team
from tests.factories import make_work, passage_of, variant_of
from workbench.review.actions import change_thread, open_thread, reply, revise_variant
from workbench.review.anchoring import AnchorRequest
from workbench.review.models import Anchor, Comment, Thread


def say(team: Team, body: str, *, reference: str = "1", quote: str = "", siglum: str = "A", **more: str) -> Thread:
    anchors = [AnchorRequest(variant_of(team.work, reference, siglum), quote=quote)] if quote else []
    return open_thread(
        actor=team.reviewer, passage=passage_of(team.work, reference), body=body, anchors=anchors, **more
    )


def listed(client: Client, team: Team, query: str = "") -> list[str]:
    """Return how the discussions in the queue begin, in order."""
    client.force_login(team.editor)
    answer = client.get(f"/works/room/{team.work.slug}/review/{query}")
    assert answer.status_code == 200
    return [card.gist for card in answer.context.get("cards", [])]


def test_the_queue_lists_open_discussions_in_the_order_of_the_text(client: Client, team: Team) -> None:
    say(team, "second", reference="2")
    say(team, "first")
    done = say(team, "done")
    change_thread(actor=team.editor, thread=done, version=1, changes={"state": "resolved"})
    assert listed(client, team) == ["first", "second"]
    assert listed(client, team, "?state=resolved") == ["done"]
    assert listed(client, team, "?state=all") == ["first", "done", "second"]


def test_every_filter_narrows_the_queue(client: Client, team: Team) -> None:
    mine = say(team, "mine", quote="sat", category="style", severity="critical")
    say(team, "other", reference="2", siglum="B", quote="rained", category="question", severity="minor")
    change_thread(actor=team.editor, thread=mine, version=1, changes={"assignee": team.editor})
    for query in (
        "category=style",
        "severity=critical",
        "assignee=editor",
        "assignee=(me)",
        "translation=A",
        "passage=1",
    ):
        assert listed(client, team, f"?{query}") == ["mine"], query
    assert listed(client, team, "?assignee=(none)") == ["other"]
    assert listed(client, team, "?author=(me)") == []
    assert listed(client, team, "?author=reviewer") == ["mine", "other"]


def test_the_queue_says_what_waits(client: Client, team: Team) -> None:
    say(team, "suggests", quote="sat", suggestion="lay")
    orphan = say(team, "lost", reference="2", quote="raining")
    revise_variant(actor=team.editor, variant=variant_of(team.work, "2", "A"), version=1, text="It snowed.")
    answered = say(team, "answered")
    reply(actor=team.editor, thread=answered, body="Yes.")
    reply(actor=team.reviewer, thread=orphan, body="Anybody?")
    assert listed(client, team, "?waiting=suggestion") == ["suggests"]
    assert listed(client, team, "?waiting=orphan") == ["lost"]
    assert listed(client, team, "?waiting=answer") == ["suggests", "lost"]


def test_the_gravest_come_first_or_all_in_the_order_of_the_text(client: Client, team: Team) -> None:
    for severity in ("minor", "critical", "", "neutral", "major"):
        say(team, severity or "none", severity=severity)
    assert listed(client, team) == ["critical", "major", "minor", "neutral", "none"]
    assert listed(client, team, "?order=severity") == listed(client, team)
    assert listed(client, team, "?order=place") == ["minor", "critical", "none", "neutral", "major"]


@pytest.mark.parametrize(
    "query", ["state=closed", "severity=huge", "category=x", "waiting=x", "order=x", "assignee=stranger", "passage=%00"]
)
def test_what_cannot_be_asked_is_a_400_that_says_so(client: Client, team: Team, query: str) -> None:
    client.force_login(team.editor)
    answer = client.get(f"/review/?{query}")
    assert answer.status_code == 400
    assert "This queue cannot be shown" in answer.content.decode()


@pytest.mark.parametrize(
    "address", ["/review/", "/works/room/{}/", "/works/room/{}/compare/", "/works/room/{}/report/"]
)
def test_four_hundred_discussions_take_as_many_queries_as_thirty(client: Client, team: Team, address: str) -> None:
    client.force_login(team.editor)
    asked = []
    for number in (2, 28, 370):
        threads = Thread.objects.bulk_create(_thread(team, place) for place in range(number))
        Comment.objects.bulk_create(_comment(thread) for thread in threads)
        Anchor.objects.bulk_create(_anchor(team, thread) for thread in threads if thread.passage)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address.format(team.work.slug)).status_code == 200
        asked.append(len(queries))
    assert asked[0] == asked[1], asked
    assert asked[2] <= asked[0] + 1  # the words of notes that a page has no room for


def _thread(team: Team, place: int) -> Thread:
    """Return an unsaved discussion: every seventh on the work as a whole."""
    now, passage = timezone.now(), passage_of(team.work) if place % 7 != 1 else None
    said = {"created_by": team.reviewer, "created_at": now, "updated_at": now}
    return Thread(workspace=team.workspace, work=team.work, passage=passage, **said)


def _comment(thread: Thread) -> Comment:
    workspace = thread.workspace
    return Comment(
        workspace=workspace, thread=thread, body="Hm.", author=thread.created_by, created_at=thread.created_at
    )


def _anchor(team: Team, thread: Thread) -> Anchor:
    variant = variant_of(team.work, "1", "A")
    return Anchor(
        workspace=team.workspace, thread=thread, variant=variant, revision=1, start=4, end=7, quote="cat", prefix="The "
    )


@pytest.mark.parametrize("page", ["0", "2", "-1", "x", "٢", "9" * 40])
def test_pages_that_are_not_there_are_not_found(client: Client, team: Team, page: str) -> None:
    client.force_login(team.editor)
    assert client.get(f"/review/?page={page}").status_code == 404


def test_the_first_or_the_chosen_discussion_stands_beside_the_list(client: Client, team: Team) -> None:
    say(team, "first")
    second = say(team, "second")
    client.force_login(team.editor)
    assert client.get("/review/").context["chosen"].gist == "first"
    assert client.get(f"/review/?thread={second.pk}").context["chosen"].gist == "second"


def test_an_outsider_sees_an_empty_queue_and_no_names(client: Client, team: Team) -> None:
    say(team, "secret")
    client.force_login(team.outsider)
    page = client.get("/review/").content.decode()
    assert "secret" not in page
    assert "reviewer" not in page
    assert client.get(f"/works/room/{team.work.slug}/review/").status_code == 404
    assert client.get("/review/?author=reviewer").status_code == 400


@pytest.mark.parametrize("address", ["/review/?state=all", "/works/room/long/review/", "/works/room/long/compare/"])
def test_the_number_of_queries_does_not_grow(client: Client, team: Team, address: str) -> None:
    work = make_work(team.owner, team.workspace, {"A": ["The cat sat."] * 25, "B": ["The cat lay."] * 25}, "Long")
    client.force_login(team.editor)
    counts = []
    for references in (["1"], [str(number) for number in range(1, 26)] * 2):
        for reference in references:
            thread = open_thread(
                actor=team.editor,
                passage=passage_of(work, reference),
                body="Hm.",
                anchors=[AnchorRequest(variant_of(work, reference, "A"), quote="cat")],
                suggestion="dog",
            )
            reply(actor=team.reviewer, thread=thread, body="No.")
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(address).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("page", ["0", "2", "-1", "x", "٢", "0000000002", "9" * 30])
def test_a_page_that_is_not_there_is_not_found(client: Client, team: Team, page: str) -> None:
    client.force_login(team.editor)
    assert client.get(f"/works/room/{team.work.slug}/review/", {"page": page}).status_code == 404


def test_beside_a_discussion_stand_the_original_and_the_passages_around(client: Client, team: Team) -> None:
    work = make_work(team.owner, team.workspace, {"O": ["eins", "zwei", "drei"], "T": ["one", "too", "three"]}, "Count")
    work.translations.filter(siglum="O").update(role="original")
    words = AnchorRequest(variant_of(work, "2", "T"), quote="too")
    open_thread(actor=team.reviewer, passage=passage_of(work, "2"), body="Two?", anchors=[words])
    client.force_login(team.reader)
    context = client.get(f"/works/room/{work.slug}/review/").context
    assert [one.variant.text for one in context["excerpts"] if one.is_beside] == ["too", "zwei"]
    assert [(one.passage, one.variant.text) for one in context["around"]] == [
        ("1", "eins"),
        ("1", "one"),
        ("3", "drei"),
        ("3", "three"),
    ]
