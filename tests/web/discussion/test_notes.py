"""Labels, a day and private notes on a discussion's page."""

from django.test import Client

from tests.conftest import Team
from tests.factories import passage_of
from workbench.review.actions import add_note, open_thread
from workbench.review.models import Note


def test_a_note_is_written_shown_to_its_author_and_deleted(client: Client, team: Team) -> None:
    thread = open_thread(actor=team.reviewer, passage=passage_of(team.work), body="Hm.")
    client.force_login(team.reader)
    page = client.post(f"/threads/{thread.pk}/notes/", {"body": "Ask **whispered**."}, follow=True)
    assert "<p>Ask <strong>whispered</strong>.</p>" in page.content.decode()
    assert [str(one) for one in page.context["messages"]] == ["Only you see this note."]
    assert client.post(f"/threads/{thread.pk}/notes/", {"body": ""}).status_code == 422
    address = f"/notes/{Note.objects.get().pk}/delete/"
    client.force_login(team.owner)
    assert "whispered" not in client.get(f"/threads/{thread.pk}/").content.decode()
    assert client.post(address).status_code == 404
    client.force_login(team.reader)
    assert client.post(address).status_code == 302
    assert Note.objects.count() == 0


def test_a_note_is_changed_by_its_author_alone(client: Client, team: Team) -> None:
    thread = open_thread(actor=team.reviewer, passage=passage_of(team.work), body="Hm.")
    note = add_note(actor=team.reader, thread=thread, body="Ask.")
    client.force_login(team.reader)
    page = client.post(f"/notes/{note.pk}/edit/", {"version": "1", "body": "Ask *again*."}, follow=True)
    assert "<p>Ask <em>again</em>.</p>" in page.content.decode()
    late = client.post(f"/notes/{note.pk}/edit/", {"version": "1", "body": "Typed elsewhere."})
    assert (late.status_code, "Typed elsewhere." in late.content.decode()) == (412, True)
    client.force_login(team.owner)
    assert client.post(f"/notes/{note.pk}/edit/", {"version": "2", "body": "Mine."}).status_code == 404
    assert Note.objects.get().body == "Ask *again*."


def test_a_note_changes_nothing_for_others(client: Client, team: Team) -> None:
    thread = open_thread(actor=team.reviewer, passage=passage_of(team.work), body="Hm.")
    add_note(actor=team.editor, thread=thread, body="whispered")
    client.force_login(team.owner)
    for address in (f"/threads/{thread.pk}/", "/works/room/a-small-work/review/?q=whispered", "/inbox/"):
        assert "whispered</p>" not in client.get(address).content.decode()


def test_labels_and_the_day_are_typed_shown_and_filtered(client: Client, team: Team) -> None:
    thread = open_thread(actor=team.reviewer, passage=passage_of(team.work), body="Hm.")
    client.force_login(team.reviewer)
    typed = {"version": "1", "labels": "Urgent, ask the archive", "due_on": "2020-12-24"}
    page = client.post(f"/threads/{thread.pk}/change/", typed, follow=True)
    assert [str(one) for one in page.context["messages"]] == ["The discussion is labelled and due on 2020-12-24."]
    assert (page.context["card"].thread.label_names, page.context["card"].is_overdue) == (
        ["ask the archive", "urgent"],
        True,
    )
    assert "ask the archive, urgent" in page.content.decode()
    queue = client.get("/works/room/a-small-work/review/?label=urgent")
    assert queue.context["page"].paginator.count == 1
    assert client.post(f"/threads/{thread.pk}/change/", typed | {"version": "2", "due_on": "x"}).status_code == 422
