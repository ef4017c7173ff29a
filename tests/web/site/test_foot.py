"""The foot of the pages."""

from django.test import Client

from tests.conftest import Team
from workbench.text.meaning import MEANING


def test_the_foot_of_a_page_says_whether_meaning_is_known_and_by_what(client: Client, team: Team) -> None:
    assert "Meaning across languages" not in client.get("/").content.decode()
    client.force_login(team.reader)
    assert f"Meaning across languages: {MEANING}." in client.get("/").content.decode()
