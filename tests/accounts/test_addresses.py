"""Where a request comes from: only our own proxies are believed."""

import pytest

from workbench.accounts.addresses import client_address


@pytest.mark.parametrize(
    ("peer", "forwarded", "proxies", "address"),
    [
        ("192.0.2.1", "", 0, "192.0.2.1"),
        ("192.0.2.1", "198.51.100.9", 0, "192.0.2.1"),
        ("10.0.0.1", "198.51.100.9", 1, "198.51.100.9"),
        ("10.0.0.1", "203.0.113.5, 198.51.100.9", 1, "198.51.100.9"),
        ("10.0.0.1", "203.0.113.5, 198.51.100.9, 10.0.0.2", 2, "198.51.100.9"),
        ("10.0.0.1", "198.51.100.9", 2, "198.51.100.9"),
        ("10.0.0.1", "", 1, "10.0.0.1"),
        ("10.0.0.1", "<script>", 1, "10.0.0.1"),
        ("2001:db8:1:2:3:4:5:6", "", 0, "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.1", "", 0, "192.0.2.1"),
        ("", "", 0, ""),
    ],
)
def test_the_address_is_what_our_own_proxies_saw(peer: str, forwarded: str, proxies: int, address: str) -> None:
    assert client_address(peer=peer, forwarded=forwarded, proxies=proxies) == address
