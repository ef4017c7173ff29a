"""/works/{slug}/sendings/: what readers say."""

from typing import Any

from django.utils import timezone

from tests.conftest import Team
from tests.factories import passage_of
from workbench.publishing.models import Sending


def test_editors_read_and_decide_what_readers_say(team: Team, script: Any) -> None:
    said = {"workspace": team.workspace, "work": team.work, "passage": passage_of(team.work), "sent_at": timezone.now()}
    first, second = (Sending.objects.create(**said, body=body) for body in ("Hm.", "Buy!"))
    editor, address = script(team.editor), f"works/{team.work.slug}/sendings/"
    assert [one["body"] for one in editor.get(address).json()["results"]] == ["Hm.", "Buy!"]
    taken = editor.post(f"sendings/{first.pk}/take/").json()
    assert taken["state"] == "taken"
    assert editor.get(f"threads/{taken['thread']}/").status_code == 200
    assert editor.post(f"sendings/{second.pk}/refuse/").json()["state"] == "refused"
    assert editor.post(f"sendings/{second.pk}/take/").status_code == 409
    assert editor.get(address).json()["results"] == []
    assert script(team.reviewer).get(address).status_code == 403
    assert script(team.reviewer).post(f"sendings/{first.pk}/take/").status_code == 403
