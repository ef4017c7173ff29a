"""A real OpenID provider on this machine (oidc-provider-mock, a process of its own), and a browser's way through."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import requests
from django.test import Client

from tests.operating.databases import free_port, wait_for

__all__ = ["Provider", "providing", "settings_of"]


@dataclass(frozen=True, slots=True)
class Provider:
    """Where it listens."""

    url: str

    def knows(self, sub: str, **claims: str | bool) -> None:
        """Let it know somebody, or something else of them."""
        requests.put(f"{self.url}/users/{sub}", json=claims, timeout=5).raise_for_status()

    def lets_in(self, client: Client, sub: str, start: str = "/sign-on/oidc/uni/login/") -> Any:
        """Go from here to the provider, say there who one is, and come back; return where that ends."""
        asked = client.get(start)
        assert asked.status_code == 302, asked.content
        assert asked["Location"].startswith(f"{self.url}/oauth2/authorize?")
        said = requests.post(asked["Location"], data={"sub": sub}, allow_redirects=False, timeout=5)
        return self.come_back(client, said.headers["Location"])

    def come_back(self, client: Client, address: str) -> Any:
        """Follow the provider's redirect to us."""
        assert address.startswith("http://testserver/sign-on/oidc/uni/login/callback/?")
        return client.get(address.removeprefix("http://testserver"))


@contextmanager
def providing() -> Iterator[Provider]:
    """Let a provider run."""
    port = free_port()
    command = [sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            wait_for(port, process)
            yield Provider(f"http://127.0.0.1:{port}")
        finally:
            process.terminate()


def settings_of(provider: Provider, **more: object) -> dict[str, Any]:
    """Return SOCIALACCOUNT_PROVIDERS with this one provider."""
    asked: dict[str, Any] = {"domains": [], "new_people": True, "known_by_address": False, "verified_email": False}
    app = {
        "provider_id": "uni",
        "name": "The university",
        "client_id": "workbench",
        "secret": "whispered",
        "settings": {"server_url": provider.url, **asked, **more},
    }
    return {"openid_connect": {"APPS": [app], "OAUTH_PKCE_ENABLED": True}}
