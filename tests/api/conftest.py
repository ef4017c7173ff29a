"""A script with a token, as tests of the API want it."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from workbench.accounts.actions import make_token
from workbench.accounts.models import Scope, User

PREFIX = "/api/v1/"


class Script:
    """A client that sends JSON with a bearer token; addresses are given without their prefix."""

    def __init__(self, user: User | None, *scopes: str) -> None:
        self.client = Client(raise_request_exception=False)
        self.headers: dict[str, str] = {}
        if user is not None:
            _, secret = make_token(actor=user, name="test", scopes=scopes or [Scope.WRITE], expires_at=None)
            self.headers["Authorization"] = f"Bearer {secret}"

    def send(self, method: str, address: str, body: Any = None, **headers: str) -> Any:
        """Send a request; `body` becomes JSON unless it is bytes. `If_Match="3"` is the header If-Match."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        content_type = named.pop("Content-Type", "application/json")
        data = body if isinstance(body, bytes) else json.dumps(body).encode("utf-8", "surrogatepass")
        address = address if address.startswith(("/", "http")) else PREFIX + address
        return self.client.generic(
            method,
            address,
            data=b"" if body is None else data,
            content_type=content_type,
            headers={**self.headers, **named},
        )

    def get(self, address: str, **headers: str) -> Any:
        """Send GET."""
        return self.send("GET", address, **headers)

    def post(self, address: str, body: Any = None, **headers: str) -> Any:
        """Send POST."""
        return self.send("POST", address, {} if body is None else body, **headers)

    def patch(self, address: str, body: Any, **headers: str) -> Any:
        """Send PATCH."""
        return self.send("PATCH", address, body, **headers)

    def delete(self, address: str, **headers: str) -> Any:
        """Send DELETE."""
        return self.send("DELETE", address, **headers)


@pytest.fixture
def script(db: None) -> Callable[..., Script]:
    """Return a maker of scripts: `script(user, *scopes)`; no user, no token; no scope, all of them."""
    return Script


def places(response: Any) -> list[tuple[str, str]]:
    """Return what a problem says is wrong, as (place, code)."""
    return [(one.get("pointer", one.get("parameter", "?")), one["code"]) for one in response.json()["errors"]]
