"""Every request leaves one line that names its route and no secret; refusals leave no traceback."""

import json
import logging
import re
import sys
from typing import Any

import pytest
from django.core.exceptions import BadRequest
from django.db import OperationalError
from django.test import Client
from pytest_django import Settings

from tests.conftest import Team
from workbench.accounts.actions import make_token
from workbench.operating.logs import REQUEST_ID, JsonFormatter, LineFormatter

pytestmark = pytest.mark.django_db


def lines(caplog: pytest.LogCaptureFixture) -> list[dict[str, Any]]:
    """Return the requests' lines as a program reads them."""
    records = [record for record in caplog.records if record.name == "workbench.requests"]
    return [json.loads(JsonFormatter().format(record)) for record in records]


@pytest.fixture(autouse=True)
def everything(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, logger="workbench.requests")


def test_a_page_leaves_a_line_with_who_what_and_how_long(
    client: Client, team: Team, caplog: pytest.LogCaptureFixture
) -> None:
    client.force_login(team.reader)
    response = client.get("/account/")
    (line,) = lines(caplog)
    assert {name: line[name] for name in ("level", "user", "route", "method", "status")} == {
        "level": "info",
        "user": team.reader.pk,
        "route": "/account/",
        "method": "GET",
        "status": 200,
    }
    assert isinstance(line["ms"], int)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", line["time"])
    assert re.fullmatch("[0-9a-f]{32}", response["X-Request-ID"])


def test_a_script_is_named_and_a_stranger_is_not(client: Client, team: Team, caplog: pytest.LogCaptureFixture) -> None:
    _, secret = make_token(actor=team.reader, name="t", scopes=["read"], expires_at=None)
    client.get("/api/v1/me/", headers={"authorization": f"Bearer {secret}"})
    client.get("/api/v1/me/")
    client.get("/login/")
    assert [(line["user"], line["status"]) for line in lines(caplog)] == [
        (team.reader.pk, 200),
        (None, 401),
        (None, 200),
    ]


def test_a_line_names_the_route_and_no_secret(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    client.get("/invitations/very-secret/")
    client.get("/very-secret/or/not/there/")
    assert [line["route"] for line in lines(caplog)] == ["/invitations/<slug:secret>/", "-"]
    assert "very-secret" not in caplog.text


def test_refusals_leave_no_traceback_and_no_warning(
    client: Client, team: Team, caplog: pytest.LogCaptureFixture, settings: Settings
) -> None:
    client.force_login(team.editor)
    address = f"/api/v1/works/{team.work.slug}/?workspace={team.workspace.slug}"
    stale = client.patch(address, {"title": "New"}, content_type="application/json", headers={"if-match": '"7"'})
    missing = client.patch(address, {"title": "New"}, content_type="application/json")
    assert (stale.status_code, missing.status_code, client.get("/nothing/").status_code) == (412, 428, 404)
    assert [record.levelname for record in caplog.records if not record.name.startswith("asyncio")] == ["INFO"] * 3
    assert "Traceback" not in caplog.text


def test_an_outage_is_one_warning_without_a_traceback(
    client: Client, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise OperationalError("no connection")

    monkeypatch.setattr("workbench.web.account.views.invitations.find_invitation", fail, raising=False)
    client.raise_request_exception = False
    assert client.get("/invitations/very-secret/").status_code == 503
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    assert "Traceback" not in caplog.text


def test_the_number_of_a_request_is_the_proxys_where_there_is_one(client: Client, settings: Settings) -> None:
    given = {"x-request-id": "from-the-proxy-1"}
    assert client.get("/login/", headers=given)["X-Request-ID"] != "from-the-proxy-1"
    settings.PROXIES = 1
    assert client.get("/login/", headers=given)["X-Request-ID"] == "from-the-proxy-1"
    assert client.get("/login/", headers={"x-request-id": 'no"number'})["X-Request-ID"] != 'no"number'


def test_a_failure_names_its_request_in_both_ways_of_writing() -> None:
    try:
        raise BadRequest("one\ntwo")
    except BadRequest:
        record = logging.LogRecord("l", logging.ERROR, "f", 1, "one\ntwo", (), sys.exc_info())
    held = REQUEST_ID.set("number")
    try:
        said = json.loads(JsonFormatter().format(record))
        line = LineFormatter().format(record)
    finally:
        REQUEST_ID.reset(held)
    assert (said["request"], said["message"]) == ("number", "one\ntwo")
    assert "BadRequest" in said["traceback"]
    assert line.splitlines()[0].endswith(r"ERROR l one\ntwo request=number")
    assert "BadRequest" in line
