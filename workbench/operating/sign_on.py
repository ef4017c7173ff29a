"""What an administrator should mend about signing on: what lies open, what trusts too much, who does not answer."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings

from workbench.operating.findings import Finding

__all__ = ["look_at_sign_on"]


def look_at_sign_on() -> Iterator[Finding]:
    """Look at SSO_FILE and at those whom it names."""
    if settings.SIGN_ON:
        yield from _at_file(settings.SSO_FILE)
        known: dict[str, Any] = getattr(settings, "SOCIALACCOUNT_PROVIDERS", {})
        for kind, said in known.items():
            for app in said["APPS"]:
                yield from _at_provider(kind, app)


def _at_file(name: str) -> Iterator[Finding]:
    if name and os.name == "posix" and Path(name).stat().st_mode & stat.S_IROTH:
        yield Finding(f"{name} can be read by every user of this machine.", f"chmod 600 {name}")


def _at_provider(kind: str, app: dict[str, Any]) -> Iterator[Finding]:
    name, asked = app["name"], app["settings"]
    if asked["known_by_address"] and asked["verified_email"] is True and not asked["domains"]:
        yield Finding(
            f"“{name}” opens any account whose address it names, unconfirmed.",
            "Name its domains, or leave trusts_addresses out.",
        )
    if kind == "openid_connect":
        yield from _at_server(name, asked["server_url"])


def _at_server(name: str, url: str) -> Iterator[Finding]:
    if not url.startswith("https:"):
        yield Finding(f"“{name}” is asked in the clear: {url}.", "Use its https address.")
    import requests  # noqa: PLC0415 - of the extra sso

    try:
        requests.get(f"{url}/.well-known/openid-configuration", timeout=5).raise_for_status()
    except requests.RequestException as error:
        yield Finding(f"“{name}” does not answer: {error}.", "Look at its address in SSO_FILE, and at the network.")
