"""A request to an address that a stranger chose: to the open network only, decided where the connection is made.

A name is resolved once, every address it has is checked, and the connection goes to one that was checked: a name that
means something else a moment later (rebinding) leads nowhere else. No redirect is followed, no proxy asked, little
read, and all of it is over within a deadline.
"""

import http.client
import socket
import ssl
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from threading import Timer
from typing import Any
from urllib.parse import SplitResult, urlsplit

from django.conf import settings

__all__ = ["Answer", "Unreachable", "check_address", "host_of", "is_open", "post_to"]

DEADLINE = 15.0
"""Seconds from the connection to the answer's head, whatever the receiver does."""
_PATIENCE = 10.0  # seconds for any single step
_GLOBAL = IPv6Network("2000::/3")  # RFC 4291: all that is assigned for unicast so far
_NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052: the last 32 bits are an IPv4 address


class Unreachable(Exception):
    """Nothing was sent, or no answer came; the message says why."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: the status alone, for the body is not read."""

    status: int


def check_address(url: str) -> None:
    """Raise `ValueError` for what cannot be the address of a receiver, saying what was expected."""
    parts = _split(url)
    if parts.scheme not in {"https", "http"} or not parts.hostname or not _is_plain(url):
        raise ValueError("An address such as https://example.org/hook is expected.")
    if parts.username is not None or parts.password is not None or parts.fragment:
        raise ValueError("An address without user name, password and fragment is expected.")
    if parts.scheme == "http" and not settings.WEBHOOK_NETWORKS:
        raise ValueError("An address that begins with https:// is expected.")


def host_of(url: str) -> str:
    """Return the host that an address names."""
    return _split(url).hostname or ""


def post_to(url: str, body: bytes, headers: Mapping[str, str]) -> Answer:
    """Send a POST; raise `Unreachable` where the address is none of the open network, or nothing comes back in time."""
    parts = _split(url)
    check_address(url)
    host, port = str(parts.hostname), parts.port or (443 if parts.scheme == "https" else 80)
    place = _checked_place(host, port, is_secret=parts.scheme == "https")
    connection = _Connection(host, port, place, is_secret=parts.scheme == "https")
    watch = Timer(DEADLINE, connection.cut)
    watch.start()
    try:
        connection.request("POST", parts._replace(scheme="", netloc="").geturl() or "/", body, dict(headers))
        return Answer(connection.getresponse().status)
    except (OSError, http.client.HTTPException) as error:
        raise Unreachable(f"{type(error).__name__}: {error}"[:200]) from error
    finally:
        watch.cancel()
        connection.close()


def is_open(address: IPv4Address | IPv6Address) -> bool:
    """Say whether an address belongs to the open network: no private, local, shared or multicast one, nor one inside.

    "Inside": IPv4 addresses mapped (RFC 4291, 2.5.5.2), translated (RFC 6052) or tunnelled (6to4, Teredo) in IPv6.
    """
    if isinstance(address, IPv4Address):
        return address.is_global and not (address.is_multicast or address.is_reserved)
    if address.ipv4_mapped is not None:
        return is_open(address.ipv4_mapped)
    if address in _NAT64:
        return is_open(IPv4Address(int(address) & 0xFFFF_FFFF))
    if address.sixtofour is not None or address.teredo is not None:
        return False
    return address in _GLOBAL and address.is_global


def _is_plain(url: str) -> bool:
    return url.isascii() and url.isprintable() and " " not in url


def _split(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError as error:
        raise ValueError("An address such as https://example.org/hook is expected.") from error
    return parts


def _checked_place(host: str, port: int, *, is_secret: bool) -> tuple[Any, ...]:
    """Resolve a name once; return (family, socket address) to connect to, if all that it means may be reached."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Unreachable(f"The name {host[:100]} leads nowhere.") from error
    addresses = [ip_address(str(place[4][0]).partition("%")[0]) for place in found]
    if not addresses or not all(is_open(one) or _is_allowed(one) for one in addresses):
        raise Unreachable("The name leads to an address that is not of the open network.")
    if not is_secret and not all(map(_is_allowed, addresses)):
        raise Unreachable("Nothing is sent in the clear (http://) over the open network.")
    family, _, _, _, place = found[0]
    return family, place


def _is_allowed(address: IPv4Address | IPv6Address) -> bool:
    networks: Iterable[str] = settings.WEBHOOK_NETWORKS
    return any(address in ip_network(network) for network in networks)


class _Connection(http.client.HTTPConnection):
    """A connection to a place that was checked, under the name that was asked for (Host; SNI and its certificate)."""

    def __init__(self, host: str, port: int, place: tuple[Any, ...], *, is_secret: bool) -> None:
        super().__init__(host, port, timeout=_PATIENCE)
        self.place, self.is_secret = place, is_secret
        self.line = socket.socket(place[0], socket.SOCK_STREAM)
        self.default_port = 443 if is_secret else 80  # a port of its own stands in Host

    def connect(self) -> None:
        self.line.settimeout(_PATIENCE)
        self.line.connect(self.place[1])
        if self.is_secret:
            context = ssl.create_default_context()
            self.line = context.wrap_socket(self.line, server_hostname=self.host, do_handshake_on_connect=False)
            self.line.do_handshake()
        self.sock = self.line

    def close(self) -> None:
        super().close()
        self.line.close()

    def cut(self) -> None:
        """Break off whatever is under way."""
        with suppress(OSError):  # it may be over, or not have begun
            self.line.shutdown(socket.SHUT_RDWR)
