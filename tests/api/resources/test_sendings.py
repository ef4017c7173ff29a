"""/works/{slug}/sendings/: what readers say."""

from typing import Any

from django.utils import timezone

from tests.conftest import Room
from tests.factories import passage_of
from workbench.publishing.models import Sending


def test_editors_read_and_decide_what_readers_say(room: Room, script: Any) -> None:
    said = {"workspace": room.workspace, "work": room.work, "passage": passage_of(room.work), "sent_at": timezone.now()}
    first, second = (Sending.objects.create(**said, body=body) for body in ("Hm.", "Buy!"))
    editor, address = script(room.editor), f"works/{room.work.slug}/sendings/"
    assert [one["body"] for one in editor.get(address).json()["results"]] == ["Hm.", "Buy!"]
    taken = editor.post(f"sendings/{first.pk}/take/").json()
    assert taken["state"] == "taken"
    assert editor.get(f"threads/{taken['thread']}/").status_code == 200
    assert editor.post(f"sendings/{second.pk}/refuse/").json()["state"] == "refused"
    assert editor.post(f"sendings/{second.pk}/take/").status_code == 409
    assert editor.get(address).json()["results"] == []
    assert script(room.reviewer).get(address).status_code == 403
    assert script(room.reviewer).post(f"sendings/{first.pk}/take/").status_code == 403
