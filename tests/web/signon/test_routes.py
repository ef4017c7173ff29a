"""Every route of signing on: what a GET answers to somebody who is not signed in, and to somebody who is."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse

from tests.conftest import Team

TABLE: dict[str, tuple[tuple[int, int], dict[str, Any]]] = {
    "account_login": ((200, 302), {}),
    "account_logout": ((405, 405), {}),
    "account_reauthenticate": ((302, 200), {}),
    "account_inactive": ((200, 200), {}),
    "socialaccount_login_cancelled": ((200, 200), {}),
    "socialaccount_login_error": ((401, 401), {}),
    "mfa_index": ((302, 200), {}),
    "mfa_authenticate": ((302, 302), {}),  # nobody is half-way in
    "mfa_reauthenticate": ((302, 302), {}),
    "mfa_activate_totp": ((302, 302), {}),  # first one says one's password again
    "mfa_deactivate_totp": ((302, 404), {}),
    "mfa_view_recovery_codes": ((302, 404), {}),
    "mfa_generate_recovery_codes": ((302, 302), {}),
    "mfa_download_recovery_codes": ((302, 404), {}),
    "mfa_list_webauthn": ((302, 200), {}),
    "mfa_add_webauthn": ((302, 302), {}),
    "mfa_reauthenticate_webauthn": ((302, 302), {}),
    "mfa_remove_webauthn": ((302, 302), {"pk": 1}),
    "mfa_edit_webauthn": ((302, 302), {"pk": 1}),
    "oidc_logout": ((405, 405), {"provider_id": "uni"}),
    "openid_connect_login": ((404, 404), {"provider_id": "uni"}),  # there is no such provider
    "openid_connect_callback": ((404, 404), {"provider_id": "uni"}),
    "saml_acs": ((302, 302), {"organization_slug": "uni"}),
    "saml_finish_acs": ((404, 404), {"organization_slug": "uni"}),
    "saml_sls": ((404, 404), {"organization_slug": "uni"}),
    "saml_metadata": ((404, 404), {"organization_slug": "uni"}),
    "saml_login": ((404, 404), {"organization_slug": "uni"}),
}


def names(resolver: URLResolver) -> Iterator[str]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from names(entry)
        else:
            yield str(entry.name)


def test_every_route_is_told_of() -> None:
    (ours,) = [one for one in get_resolver().url_patterns if str(one.pattern) == "sign-on/"]
    assert isinstance(ours, URLResolver)
    assert sorted(names(ours)) == sorted(TABLE)


@pytest.mark.parametrize("name", TABLE)
def test_what_a_get_answers(team: Team, name: str) -> None:
    expected, keys = TABLE[name]
    person = Client()
    person.force_login(team.reader)
    assert tuple(client.get(reverse(name, kwargs=keys)).status_code for client in (Client(), person)) == expected
