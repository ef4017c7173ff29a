"""Signing on by SAML: a signed answer from another site lets somebody in once; a forged or changed one nobody."""

import base64
from datetime import UTC, datetime, timedelta
from functools import cache
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4
from zlib import decompress

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from django.test import Client
from lxml import etree
from pytest_django import Settings

from tests.conftest import Team
from workbench.accounts.models import Membership, User

saml = pytest.importorskip("onelogin.saml2.utils", reason="no extra saml")

IDP = "https://idp.example.org/"
HERE = "http://testserver/sign-on/saml/library"
_TIME = "%Y-%m-%dT%H:%M:%SZ"
_ANSWER = """<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"
 xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_{id}r" Version="2.0" IssueInstant="{now}"
 Destination="{here}/acs/" InResponseTo="{asked}"><saml:Issuer>{idp}</saml:Issuer>
<samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>
<saml:Assertion ID="_{id}a" Version="2.0" IssueInstant="{now}"><saml:Issuer>{idp}</saml:Issuer>
<saml:Subject><saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">{name}</saml:NameID>
<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData
 NotOnOrAfter="{later}" Recipient="{here}/acs/" InResponseTo="{asked}"/></saml:SubjectConfirmation></saml:Subject>
<saml:Conditions NotBefore="{before}" NotOnOrAfter="{later}"><saml:AudienceRestriction>
<saml:Audience>{here}/metadata/</saml:Audience></saml:AudienceRestriction></saml:Conditions>
<saml:AuthnStatement AuthnInstant="{now}" SessionIndex="_{id}s"><saml:AuthnContext><saml:AuthnContextClassRef
>urn:oasis:names:tc:SAML:2.0:ac:classes:Password</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>
<saml:AttributeStatement><saml:Attribute Name="nick"><saml:AttributeValue>{name}</saml:AttributeValue></saml:Attribute>
<saml:Attribute Name="given"><saml:AttributeValue>Vera</saml:AttributeValue></saml:Attribute></saml:AttributeStatement>
</saml:Assertion></samlp:Response>"""


@cache
def key_and_certificate() -> tuple[str, str]:
    """Make what the identity provider signs with, and what we know it by."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "idp")])
    now = datetime.now(UTC)
    made = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    made = made.not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    certificate = made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
    return pem.decode(), certificate.decode()


@pytest.fixture(autouse=True)
def _library(settings: Settings, client: Client) -> None:
    client.defaults["HTTP_HOST"] = "testserver"
    lines = [line for line in key_and_certificate()[1].splitlines() if not line.startswith("-----")]
    idp = {"entity_id": IDP, "sso_url": f"{IDP}sso", "x509cert": "".join(lines)}
    mapping = {"username": "nick", "first_name": "given"}
    said = {"idp": idp, "attribute_mapping": mapping, "advanced": {"allow_single_label_domains": True}}
    app = {"provider_id": "library", "client_id": "library", "name": "The library", "settings": said}
    settings.SOCIALACCOUNT_PROVIDERS = {"saml": {"APPS": [app]}}


def asked_by(client: Client) -> str:
    """Begin to sign on; return the number of the question that the browser carries to the provider."""
    sent = client.get("/sign-on/saml/library/login/")
    assert sent["Location"].startswith(f"{IDP}sso?SAMLRequest=")
    question = parse_qs(urlsplit(sent["Location"]).query)["SAMLRequest"][0]
    return str(etree.fromstring(decompress(base64.b64decode(question), -15)).get("ID"))


def answered(asked: str, name: str = "vera") -> str:
    """Return the provider's signed answer."""
    now = datetime.now(UTC)
    times = {"now": now, "before": now - timedelta(minutes=2), "later": now + timedelta(minutes=5)}
    said = {name: time.strftime(_TIME) for name, time in times.items()}
    text = _ANSWER.format(id=uuid4().hex, idp=IDP, here=HERE, asked=asked, name=name, **said)
    key, certificate = key_and_certificate()
    signed: bytes = saml.OneLogin_Saml2_Utils.add_sign(text, key, certificate)
    return signed.decode()


def bring(client: Client, answer: str) -> int:
    """Let the provider's page post the answer, without our cookie of the session, and the browser follow."""
    sent = {"SAMLResponse": base64.b64encode(answer.encode()).decode(), "RelayState": ""}
    crossing = Client(headers={"host": "testserver"})
    came = crossing.post("/sign-on/saml/library/acs/", sent, headers={"Sec-Fetch-Site": "cross-site"})
    client.cookies.update(crossing.cookies)
    if came.status_code == 302:
        client.get(came["Location"].removeprefix("http://testserver"))
    return client.get("/account/").status_code


def test_a_signed_answer_lets_somebody_in_who_gets_no_workspace(client: Client, team: Team) -> None:
    assert bring(client, answered(asked_by(client))) == 200
    user = User.objects.get(username="vera")
    assert (user.name, user.has_usable_password()) == ("Vera", False)
    assert not Membership.objects.filter(user=user).exists()
    assert bring(client, answered(asked_by(client))) == 200
    assert User.objects.filter(username__startswith="vera").count() == 1


def test_what_was_changed_after_it_was_signed_opens_nothing(client: Client, team: Team) -> None:
    assert bring(client, answered(asked_by(client)).replace(">vera<", ">owner<")) == 302
    assert not User.objects.filter(username__startswith="vera").exists()


def test_an_answer_to_another_question_opens_nothing(client: Client, team: Team) -> None:
    asked_by(client)
    assert bring(client, answered(f"ONELOGIN_{uuid4().hex}")) == 302


def test_we_say_who_we_are(client: Client, team: Team) -> None:
    told = etree.fromstring(client.get("/sign-on/saml/library/metadata/").content)
    assert told.get("entityID") == f"{HERE}/metadata/"
