"""The file that names providers: what it may say, and what is wrong in one that cannot be taken."""

from pathlib import Path

import pytest

from workbench.web.signon.providers import ProvidersRefused, read_providers

OIDC = """
[[provider]]
kind = "oidc"
id = "uni"
name = "The university"
server = "https://login.example.org/realms/uni/"
client_id = "workbench"
client_secret = "whispered"
"""
SAML = """
[[provider]]
kind = "saml"
id = "library"
name = "The library"
entity_id = "https://idp.example.org/"
metadata = "https://idp.example.org/metadata"
domains = ["Example.org"]
"""


def written(folder: Path, text: str) -> Path:
    place = folder / "sso.toml"
    place.write_text(text)
    return place


def test_a_provider_is_careful_unless_somebody_wrote_otherwise(tmp_path: Path) -> None:
    made = read_providers(written(tmp_path, OIDC + SAML))
    (uni,), (library,) = made["openid_connect"]["APPS"], made["saml"]["APPS"]
    assert uni == {
        "provider_id": "uni",
        "name": "The university",
        "client_id": "workbench",
        "secret": "whispered",
        "settings": {
            "server_url": "https://login.example.org/realms/uni",
            "domains": [],
            "new_people": True,
            "known_by_address": False,
            "verified_email": False,
        },
    }
    assert made["openid_connect"]["OAUTH_PKCE_ENABLED"] is True
    assert (library["settings"]["idp"], library["settings"]["domains"]) == (
        {"entity_id": "https://idp.example.org/", "metadata_url": "https://idp.example.org/metadata"},
        ["example.org"],
    )


def test_secret_and_certificate_may_lie_in_files(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("whispered\n")
    (tmp_path / "cert").write_text("-----BEGIN CERTIFICATE-----\nQUJD\nREVG\n-----END CERTIFICATE-----\n")
    text = OIDC.replace('client_secret = "whispered"', f'client_secret_file = "{tmp_path}/secret"')
    saml = SAML.replace(
        'metadata = "https://idp.example.org/metadata"',
        f'sign_on = "https://idp.example.org/sso"\ncertificate_file = "{tmp_path}/cert"',
    )
    made = read_providers(written(tmp_path, text + saml))
    assert made["openid_connect"]["APPS"][0]["secret"] == "whispered"
    assert made["saml"]["APPS"][0]["settings"]["idp"] == {
        "entity_id": "https://idp.example.org/",
        "sso_url": "https://idp.example.org/sso",
        "x509cert": "QUJDREVG",
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[provider", "SSO_FILE: "),
        ("", "one or more tables"),
        ("provider = 3", "one or more tables"),
        (OIDC + OIDC, "an id of its own"),
        (OIDC.replace("oidc", "ldap"), "kind is 'ldap'; one of oidc, saml is expected"),
        (OIDC.replace("server =", "sever ="), "'uni': sever is not known"),
        (OIDC.replace("name =", "# name ="), "'uni': name is expected"),
        (OIDC.replace('"uni"', '"un/i"'), "letters, digits and hyphens"),
        (OIDC + "new_people = 1", "new_people is expected to be a bool"),
        (SAML.replace("metadata =", "sign_on ="), "metadata, or sign_on and certificate_file"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ProvidersRefused, match=said):
        read_providers(written(tmp_path, text))
