"""What a browser says another site sent is refused, by pages and API alike."""

import pytest
from django.test import Client

from tests.conftest import Team
from workbench.accounts.actions import make_token

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("site", "status"), [("cross-site", 403), ("same-origin", 302), ("same-site", 302), ("none", 302)]
)
def test_a_form_of_another_site_changes_nothing(client: Client, team: Team, site: str, status: int) -> None:
    client.force_login(team.reader)
    page = client.post("/account/name/", {"name": "Somebody"}, headers={"sec-fetch-site": site})
    assert page.status_code == status
    team.reader.refresh_from_db()
    assert (team.reader.name == "Somebody") == (status == 302)


def test_a_token_does_not_help_another_site(client: Client, team: Team) -> None:
    _, secret = make_token(actor=team.owner, name="t", scopes=["write"], expires_at=None)
    headers = {"authorization": f"Bearer {secret}", "sec-fetch-site": "cross-site"}
    body = {"left": "a", "right": "b"}
    refused = client.post("/api/v1/diff/", body, content_type="application/json", headers=headers)
    assert (refused.status_code, refused.json()["code"]) == (403, "not_allowed")
    assert refused["Content-Type"] == "application/problem+json"


def test_a_link_from_another_site_is_followed(client: Client, team: Team) -> None:
    client.force_login(team.reader)
    assert client.get("/", headers={"sec-fetch-site": "cross-site"}).status_code == 200
