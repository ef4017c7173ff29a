"""The review queue: what it lists, how it is filtered, how many queries it takes."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.conftest import Room
from tests.factories import make_work, passage_of, variant_of
from workbench.review.actions import change_thread, open_thread, reply, revise_variant
from workbench.review.anchoring import AnchorRequest
from workbench.review.models import Anchor, Comment, Thread


def say(room: Room, body: str, *, reference: str = "1", quote: str = "", siglum: str = "A", **more: str) -> Thread:
    anchors = [AnchorRequest(variant_of(room.work, reference, siglum), quote=quote)] if quote else []
    return open_thread(
        actor=room.reviewer, passage=passage_of(room.work, reference), body=body, anchors=anchors, **more
    )


def listed(client: Client, room: Room, query: str = "") -> list[str]:
    """Return how the discussions in the queue begin, in order."""
    client.force_login(room.editor)
    answer = client.get(f"/works/room/{room.work.slug}/review/{query}")
    assert answer.status_code == 200
    return [card.gist for card in answer.context.get("cards", [])]


def test_the_queue_lists_open_discussions_in_the_order_of_the_text(client: Client, room: Room) -> None:
    say(room, "second", reference="2")
    say(room, "first")
    done = say(room, "done")
    change_thread(actor=room.editor, thread=done, version=1, changes={"state": "resolved"})
    assert listed(client, room) == ["first", "second"]
    assert listed(client, room, "?state=resolved") == ["done"]
    assert listed(client, room, "?state=all") == ["first", "done", "second"]


def test_every_filter_narrows_the_queue(client: Client, room: Room) -> None:
    mine = say(room, "mine", quote="sat", category="style", severity="critical")
    say(room, "other", reference="2", siglum="B", quote="rained", category="question", severity="minor")
    change_thread(actor=room.editor, thread=mine, version=1, changes={"assignee": room.editor})
    for query in (
        "category=style",
        "severity=critical",
        "assignee=editor",
        "assignee=(me)",
        "translation=A",
        "passage=1",
    ):
        assert listed(client, room, f"?{query}") == ["mine"], query
    assert listed(client, room, "?assignee=(none)") == ["other"]
    assert listed(client, room, "?author=(me)") == []
    assert listed(client, room, "?author=reviewer") == ["mine", "other"]


def test_the_queue_says_what_waits(client: Client, room: Room) -> None:
    say(room, "suggests", quote="sat", suggestion="lay")
    orphan = say(room, "lost", reference="2", quote="raining")
    revise_variant(actor=room.editor, variant=variant_of(room.work, "2", "A"), version=1, text="It snowed.")
    answered = say(room, "answered")
    reply(actor=room.editor, thread=answered, body="Yes.")
    reply(actor=room.reviewer, thread=orphan, body="Anybody?")
    assert listed(client, room, "?waiting=suggestion") == ["suggests"]
    assert listed(client, room, "?waiting=orphan") == ["lost"]
    assert listed(client, room, "?waiting=answer") == ["suggests", "lost"]


def test_the_gravest_come_first_or_all_in_the_order_of_the_text(client: Client, room: Room) -> None:
    for severity in ("minor", "critical", "", "neutral", "major"):
        say(room, severity or "none", severity=severity)
    assert listed(client, room) == ["critical", "major", "minor", "neutral", "none"]
    assert listed(client, room, "?order=severity") == listed(client, room)
    assert listed(client, room, "?order=place") == ["minor", "critical", "none", "neutral", "major"]


@pytest.mark.parametrize(
    "query", ["state=closed", "severity=huge", "category=x", "waiting=x", "order=x", "assignee=stranger", "passage=%00"]
)
def test_what_cannot_be_asked_is_a_400_that_says_so(client: Client, room: Room, query: str) -> None:
    client.force_login(room.editor)
    answer = client.get(f"/review/?{query}")
    assert answer.status_code == 400
    assert "This queue cannot be shown" in answer.content.decode()


@pytest.mark.parametrize(
    "address", ["/review/", "/works/room/{}/", "/works/room/{}/compare/", "/works/room/{}/report/"]
)
def test_four_hundred_discussions_take_as_many_queries_as_thirty(client: Client, room: Room, address: str) -> None:
    client.force_login(room.editor)
    asked = []
    for number in (2, 28, 370):
        threads = Thread.objects.bulk_create(_thread(room, place) for place in range(number))
        Comment.objects.bulk_create(_comment(thread) for thread in threads)
        Anchor.objects.bulk_create(_anchor(room, thread) for thread in threads if thread.passage)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address.format(room.work.slug)).status_code == 200
        asked.append(len(queries))
    assert asked[0] == asked[1], asked
    assert asked[2] <= asked[0] + 1  # the words of notes that a page has no room for


def _thread(room: Room, place: int) -> Thread:
    """Return an unsaved discussion: every seventh on the work as a whole."""
    now, passage = timezone.now(), passage_of(room.work) if place % 7 != 1 else None
    said = {"created_by": room.reviewer, "created_at": now, "updated_at": now}
    return Thread(workspace=room.workspace, work=room.work, passage=passage, **said)


def _comment(thread: Thread) -> Comment:
    workspace = thread.workspace
    return Comment(
        workspace=workspace, thread=thread, body="Hm.", author=thread.created_by, created_at=thread.created_at
    )


def _anchor(room: Room, thread: Thread) -> Anchor:
    variant = variant_of(room.work, "1", "A")
    return Anchor(
        workspace=room.workspace, thread=thread, variant=variant, revision=1, start=4, end=7, quote="cat", prefix="The "
    )


@pytest.mark.parametrize("page", ["0", "2", "-1", "x", "٢", "9" * 40])
def test_pages_that_are_not_there_are_not_found(client: Client, room: Room, page: str) -> None:
    client.force_login(room.editor)
    assert client.get(f"/review/?page={page}").status_code == 404


def test_the_first_or_the_chosen_discussion_stands_beside_the_list(client: Client, room: Room) -> None:
    say(room, "first")
    second = say(room, "second")
    client.force_login(room.editor)
    assert client.get("/review/").context["chosen"].gist == "first"
    assert client.get(f"/review/?thread={second.pk}").context["chosen"].gist == "second"


def test_an_outsider_sees_an_empty_queue_and_no_names(client: Client, room: Room) -> None:
    say(room, "secret")
    client.force_login(room.outsider)
    page = client.get("/review/").content.decode()
    assert "secret" not in page
    assert "reviewer" not in page
    assert client.get(f"/works/room/{room.work.slug}/review/").status_code == 404
    assert client.get("/review/?author=reviewer").status_code == 400


@pytest.mark.parametrize("address", ["/review/?state=all", "/works/room/long/review/", "/works/room/long/compare/"])
def test_the_number_of_queries_does_not_grow(client: Client, room: Room, address: str) -> None:
    work = make_work(room.owner, room.workspace, {"A": ["The cat sat."] * 25, "B": ["The cat lay."] * 25}, "Long")
    client.force_login(room.editor)
    counts = []
    for references in (["1"], [str(number) for number in range(1, 26)] * 2):
        for reference in references:
            thread = open_thread(
                actor=room.editor,
                passage=passage_of(work, reference),
                body="Hm.",
                anchors=[AnchorRequest(variant_of(work, reference, "A"), quote="cat")],
                suggestion="dog",
            )
            reply(actor=room.reviewer, thread=thread, body="No.")
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(address).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("page", ["0", "2", "-1", "x", "٢", "0000000002", "9" * 30])
def test_a_page_that_is_not_there_is_not_found(client: Client, room: Room, page: str) -> None:
    client.force_login(room.editor)
    assert client.get(f"/works/room/{room.work.slug}/review/", {"page": page}).status_code == 404


def test_beside_a_discussion_stand_the_original_and_the_passages_around(client: Client, room: Room) -> None:
    work = make_work(room.owner, room.workspace, {"O": ["eins", "zwei", "drei"], "T": ["one", "too", "three"]}, "Count")
    work.translations.filter(siglum="O").update(role="original")
    words = AnchorRequest(variant_of(work, "2", "T"), quote="too")
    open_thread(actor=room.reviewer, passage=passage_of(work, "2"), body="Two?", anchors=[words])
    client.force_login(room.reader)
    context = client.get(f"/works/room/{work.slug}/review/").context
    assert [one.variant.text for one in context["excerpts"] if one.is_beside] == ["too", "zwei"]
    assert [(one.passage, one.variant.text) for one in context["around"]] == [
        ("1", "eins"),
        ("1", "one"),
        ("3", "drei"),
        ("3", "three"),
    ]
