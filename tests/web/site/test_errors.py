"""The pages for what went wrong: they say what to do, leak nothing, and look like the rest."""

import pytest
from django.core.exceptions import BadRequest, PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.test import Client, RequestFactory
from django.test.utils import override_settings

from tests.conftest import Team
from workbench.web.site import error_pages as errors

INNER = "Traceback|/srv/secret"


def test_nothing_here_is_one_page_for_members_and_strangers(client: Client, team: Team) -> None:
    page = client.get("/no/such/place/")
    assert page.status_code == 404
    assert "There is nothing here" in page.content.decode()
    assert "no/such/place" not in page.content.decode()


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (BadRequest("A known view is expected."), 400, "A known view is expected."),
        (SuspiciousOperation(INNER), 400, "cannot be read"),
        (RequestDataTooBig(INNER), 413, "too much at once"),
    ],
)
def test_a_bad_request_tells_only_what_a_view_of_ours_wrote(
    rf: RequestFactory, error: Exception, status: int, said: str
) -> None:
    page = errors.show_bad_request(rf.get("/"), error)
    assert page.status_code == status
    assert said in page.content.decode()
    assert INNER not in page.content.decode()


def test_a_refusal_by_role_says_which_role_is_needed(rf: RequestFactory) -> None:
    page = errors.show_forbidden(rf.get("/"), PermissionDenied("This needs the role editor."))
    assert (page.status_code, "the role editor" in page.content.decode()) == (403, True)


def test_the_address_of_a_form_opened_as_a_page_explains_itself(client: Client, team: Team) -> None:
    page = client.get("/logout/")
    assert (page.status_code, page["Allow"]) == (405, "POST")
    assert "by a form on another page" in page.content.decode()


def test_a_form_larger_than_taken_is_a_413_page(client: Client, team: Team) -> None:
    client.force_login(team.editor)
    page = client.post("/account/name/", {"name": "x" * 3_000_000})
    assert page.status_code == 413
    assert "nothing was changed" in page.content.decode()


def test_a_form_with_thousands_of_fields_is_a_400_page(client: Client, team: Team) -> None:
    client.force_login(team.editor)
    page = client.post("/account/name/", {f"f{number}": "" for number in range(1_100)})
    assert (page.status_code, "cannot be read" in page.content.decode()) == (400, True)


def test_a_form_without_its_token_asks_for_another_try(team: Team) -> None:
    client = Client(enforce_csrf_checks=True)
    page = client.post("/login/", {"username": "reader", "password": "x"})
    assert page.status_code == 403
    assert "Please try once more" in page.content.decode()


def test_a_wrong_host_is_a_400_page_that_does_not_repeat_it(client: Client, team: Team) -> None:
    page = client.get("/", headers={"host": "evil.example"})
    assert page.status_code == 400
    assert "evil.example" not in page.content.decode()


def test_a_failure_shows_a_page_without_what_failed(rf: RequestFactory) -> None:
    page = errors.show_server_error(rf.get("/"))
    assert page.status_code == 500
    assert "The workbench failed here" in page.content.decode()


@pytest.mark.parametrize("address", ["/login/", "/account/", "/", "/nothing/"])
def test_every_page_carries_the_browsers_guards(client: Client, team: Team, address: str) -> None:
    client.force_login(team.reader)
    page = client.get(address)
    policy = page["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    guards = ("X-Frame-Options", "X-Content-Type-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy")
    assert [page[name] for name in guards] == ["DENY", "nosniff", "same-origin", "same-origin"]


def test_with_https_pages_demand_it_for_a_year(client: Client, team: Team) -> None:
    with override_settings(SECURE_SSL_REDIRECT=True, SECURE_HSTS_SECONDS=31_536_000):
        plain = client.get("/login/")
        assert (plain.status_code, plain["Location"]) == (301, "https://testserver/login/")
        assert client.get("/login/", secure=True)["Strict-Transport-Security"].startswith("max-age=31536000")


def test_no_cache_keeps_a_page_that_was_not_found(client: Client, team: Team) -> None:
    client.force_login(team.outsider)
    answer = client.get(f"/works/room/{team.work.slug}/")
    assert set(answer["Cache-Control"].split(", ")) == {"private", "no-cache"}
