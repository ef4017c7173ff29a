"""Where a request comes from, as far as it can be known."""

from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

__all__ = ["address_block", "address_of", "client_address"]


def address_of(request: HttpRequest) -> str:
    """Return where a request comes from, as `client_address` says; settings.PROXIES are our own proxies."""
    peer, forwarded = request.META.get("REMOTE_ADDR", ""), request.headers.get("X-Forwarded-For", "")
    return client_address(peer=peer, forwarded=forwarded, proxies=settings.PROXIES)


def client_address(*, peer: str, forwarded: str, proxies: int) -> str:
    """Return the client's address as far as our own proxies vouch for it, "" where none is known.

    `peer` is who opened the connection, `forwarded` the X-Forwarded-For header, to whose end each proxy adds who spoke
    to it (the order of RFC 7239 section 5.2), `proxies` the number of our own proxies. What stands further left than
    they have written was typed by the client and counts for nothing. Of IPv6 the network of 64 bits is returned, for a
    subscriber has all of its addresses.
    """
    hops = [hop.strip() for hop in forwarded.split(",") if hop.strip()]
    known = hops[-min(proxies, len(hops))] if proxies and hops else peer
    try:
        address = ip_address(known)
    except ValueError:
        return peer if known != peer else ""
    if not isinstance(address, IPv6Address):
        return str(address)
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return f"{IPv6Address(int(address) >> 64 << 64)}/64"


def address_block(address: str) -> str:
    """Return the block that an address of `client_address` lies in, whose addresses change hands: of IPv4 its /24."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    return str(ip_network(f"{found}/24", strict=False))
