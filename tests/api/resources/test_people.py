"""Who one is, and with what the server works."""

from typing import Any

from tests.conftest import Team
from workbench.text import SEGMENTATION
from workbench.text.meaning import MEANING
from workbench.text.words.lemmas import LEMMAS
from workbench.text.words.signature import SIGNATURE


def test_me_says_who_asks_where_they_work_and_with_what_the_server_works(team: Team, script: Any) -> None:
    said = script(team.editor).get("me/").json()
    assert said["username"] == team.editor.username
    assert [(one["workspace"], one["role"]) for one in said["workspaces"]] == [(team.workspace.slug, "editor")]
    assert said["engine"] == {"segmentation": SEGMENTATION, "meaning": MEANING, "words": SIGNATURE, "forms": LEMMAS}
