"""Which addresses a webhook reaches: those of the open network, whatever name leads to them."""

import shutil
import socket
import ssl
import subprocess
from ipaddress import IPv4Address, IPv4Network, ip_address
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.notices.receiver import Receiver, receiving
from workbench.notices import reaching
from workbench.notices.reaching import Unreachable, check_address, is_open, post_to

CLOSED = [
    "127.0.0.1",
    "127.8.8.8",
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",  # the metadata of many clouds
    "100.64.0.1",  # carrier-grade NAT
    "100.127.255.255",
    "0.0.0.0",  # noqa: S104
    "192.0.2.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "239.255.255.255",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "fe80::1",
    "fec0::1",
    "fc00::1",
    "fd12:3456::1",
    "ff02::1",
    "2001:db8::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:169.254.169.254",
    "::127.0.0.1",
    "64:ff9b::7f00:1",  # NAT64 of 127.0.0.1
    "64:ff9b::a00:1",
    "64:ff9b:1::1",
    "2002:7f00:1::1",  # 6to4 of 127.0.0.1
    "2001:0:4136:e378:8000:63bf:3fff:fdd2",  # Teredo
    "100::1",
]
OPEN = ["1.1.1.1", "8.8.8.8", "93.184.216.34", "2606:4700:4700::1111", "2a00:1450:4001::1", "::ffff:8.8.8.8"]


@pytest.mark.parametrize("address", CLOSED)
def test_what_is_not_of_the_open_network_is_closed(address: str) -> None:
    assert not is_open(ip_address(address))


@pytest.mark.parametrize("address", OPEN)
def test_the_open_network_is_open(address: str) -> None:
    assert is_open(ip_address(address))


@given(st.ip_addresses(v=4), st.sampled_from(["::ffff:{}", "64:ff9b::{}"]))
def test_an_address_inside_another_is_as_open_as_alone(inner: IPv4Address, form: str) -> None:
    assert is_open(ip_address(form.format(inner))) == is_open(inner)


@given(st.sampled_from(["10.0.0.0/8", "127.0.0.0/8", "100.64.0.0/10", "224.0.0.0/4"]), st.data())
def test_a_closed_network_is_closed_throughout(network: str, data: st.DataObject) -> None:
    assert not is_open(data.draw(st.ip_addresses(network=IPv4Network(network))))


@pytest.mark.parametrize(
    "url",
    [
        "",
        "hook",
        "ftp://example.org/",
        "http://example.org/",
        "https://",
        "https://user:word@example.org/",
        "https://example.org/#part",
        "https://example.org:99999/",
        "https://exam ple.org/",
        "https://bücher.example/",
        "https://example.org/\r\nHost: other",
        "https://[::1/",
    ],
)
def test_what_cannot_be_a_receiver_is_refused_at_once(url: str) -> None:
    with pytest.raises(ValueError, match="is expected"):
        check_address(url)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0", "2130706433", "0x7f.1"])
def test_no_way_of_writing_this_machine_leads_to_it(host: str) -> None:
    with pytest.raises(Unreachable):
        post_to(f"https://{host}/", b"{}", {})


def resolving_to(monkeypatch: pytest.MonkeyPatch, *rounds: list[str]) -> list[str]:
    """Let every name lead to these addresses, at each question to the next round; return the list of questions."""
    asked: list[str] = []

    def resolve(host: str, port: int, **options: Any) -> list[Any]:
        asked.append(host)
        found = rounds[min(len(asked), len(rounds)) - 1]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in found]

    monkeypatch.setattr("socket.getaddrinfo", resolve)
    return asked


def test_one_closed_address_among_open_ones_closes_the_name(monkeypatch: pytest.MonkeyPatch) -> None:
    resolving_to(monkeypatch, ["8.8.8.8", "10.0.0.1"])
    with pytest.raises(Unreachable, match="open network"):
        post_to("https://example.org/", b"{}", {})


def test_a_name_is_resolved_once_and_the_connection_goes_where_was_checked(
    monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    settings.WEBHOOK_NETWORKS = ["127.0.0.1/32"]
    with receiving(Receiver()) as receiver:
        asked = resolving_to(monkeypatch, ["127.0.0.1"], ["10.0.0.1"])
        answer = post_to(f"http://hook.example:{receiver.port}/x", b"{}", {})
    assert (answer.status, asked) == (204, ["hook.example"])
    assert receiver.came[0][0]["Host"] == f"hook.example:{receiver.port}"


@pytest.fixture
def certificate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ssl.SSLContext:
    """Return what a server needs to be hook.example, for whoever trusts it; this process does."""
    if (openssl := shutil.which("openssl")) is None:
        pytest.skip("No openssl on this machine.")
    file = tmp_path / "hook.pem"
    name = ["-subj", "/CN=hook.example", "-addext", "subjectAltName=DNS:hook.example"]
    made = [openssl, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", *name]
    subprocess.run([*made, "-keyout", file, "-out", tmp_path / "trusted.pem"], check=True, capture_output=True)
    file.write_text(file.read_text() + (tmp_path / "trusted.pem").read_text())
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "trusted.pem"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return context


def test_the_certificate_is_that_of_the_name_though_an_address_was_connected_to(
    certificate: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    settings.WEBHOOK_NETWORKS = ["127.0.0.1/32"]
    asked: list[str | None] = []
    certificate.sni_callback = lambda _, name, __: asked.append(name)
    with receiving(Receiver(), certificate) as receiver:
        resolving_to(monkeypatch, ["127.0.0.1"])
        assert post_to(f"https://hook.example:{receiver.port}/x", b"{}", {}).status == 204
        with pytest.raises(Unreachable, match="CERTIFICATE_VERIFY_FAILED"):
            post_to(f"https://other.example:{receiver.port}/x", b"{}", {})
    assert asked == ["hook.example", "other.example"]


def test_no_redirect_is_followed(settings: Any) -> None:
    settings.WEBHOOK_NETWORKS = ["127.0.0.0/8"]
    with receiving(Receiver([302], {"Location": "/elsewhere"})) as receiver:
        assert post_to(receiver.url, b"{}", {}).status == 302
    assert len(receiver.came) == 1


def test_nothing_goes_in_the_clear_over_the_open_network(monkeypatch: pytest.MonkeyPatch, settings: Any) -> None:
    settings.WEBHOOK_NETWORKS = ["127.0.0.0/8"]
    resolving_to(monkeypatch, ["8.8.8.8"])
    with pytest.raises(Unreachable, match="in the clear"):
        post_to("http://example.org/", b"{}", {})


def test_a_receiver_that_never_answers_is_left_at_the_deadline(monkeypatch: pytest.MonkeyPatch, settings: Any) -> None:
    settings.WEBHOOK_NETWORKS = ["127.0.0.0/8"]
    monkeypatch.setattr(reaching, "DEADLINE", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent, pytest.raises(Unreachable):
        post_to(f"http://127.0.0.1:{silent.getsockname()[1]}/", b"{}", {})
