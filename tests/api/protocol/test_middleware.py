"""What goes wrong before a view of the API is asked is a problem too."""

from typing import Any

import pytest
from django.test import Client, override_settings

from tests.api.protocol.test_problems import MEMBERS
from tests.conftest import Team

HOST = "elsewhere.example"


def told(response: Any) -> tuple[int, str, str]:
    """Return status, type and code of a problem that is whole."""
    assert set(response.json()) == MEMBERS
    return response.status_code, response["Content-Type"], response.json()["code"]


@pytest.mark.parametrize("secure", [False, True])
def test_a_host_that_is_not_served_is_told(client: Client, team: Team, secure: bool) -> None:
    with override_settings(SECURE_SSL_REDIRECT=not secure):
        answer = client.get("/api/v1/me/", headers={"Host": HOST}, secure=secure)
    assert told(answer) == (400, "application/problem+json", "unknown_host")
    assert HOST not in answer.content.decode()


def test_what_comes_in_the_clear_is_refused_and_not_redirected(client: Client, team: Team) -> None:
    client.force_login(team.editor)
    with override_settings(SECURE_SSL_REDIRECT=True):
        for answer in (client.get("/api/v1/me/"), client.post("/api/v1/workspaces/", {}, "application/json")):
            assert told(answer) == (403, "application/problem+json", "https_expected")
            assert "Location" not in answer
        assert client.get("/api/v1/me/", secure=True).status_code == 200


@pytest.mark.parametrize("address", ["/api/", "/api/v2/works/", "/api/v1x"])
def test_an_address_beside_the_api_is_a_problem(client: Client, team: Team, address: str) -> None:
    assert told(client.get(address)) == (404, "application/problem+json", "not_found")
    assert client.get(address).json()["instance"] == address


def test_a_failure_before_the_view_is_a_problem_that_tells_nothing(team: Team) -> None:
    broken = "tests.api.protocol.broken_urls.fail"
    client = Client(raise_request_exception=False)
    with override_settings(MIDDLEWARE=["workbench.api.protocol.middleware.tell_problems", broken]):
        answer = client.get("/api/v1/me/")
    assert told(answer) == (500, "application/problem+json", "internal_error")
    assert "secret" not in answer.content.decode()


def test_pages_keep_their_errors(client: Client, team: Team) -> None:
    for address, headers, status in (("/no/such/place/", {}, 404), ("/login/", {"Host": HOST}, 400)):
        page = client.get(address, headers=headers)
        assert (page.status_code, page["Content-Type"]) == (status, "text/html; charset=utf-8")
