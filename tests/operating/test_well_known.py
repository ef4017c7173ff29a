"""Robots keep to what everybody may read; whoever finds a hole learns whom to write to."""

from datetime import UTC, datetime, timedelta
from urllib.robotparser import RobotFileParser

import pytest
from django.test import Client
from pytest_django import Settings


def test_robots_read_frozen_states_and_nothing_else(client: Client) -> None:
    robots = RobotFileParser()
    robots.parse(client.get("/robots.txt").content.decode().splitlines())
    assert robots.can_fetch("any", "/frozen/abc/")
    assert not robots.can_fetch("any", "/works/room/letter/")


@pytest.mark.parametrize(
    ("contact", "said"),
    [("holes@example.org", "mailto:holes@example.org"), ("https://example.org/holes", "https://example.org/holes")],
)
def test_security_text_names_whom_to_write_to_for_some_time(
    client: Client, settings: Settings, contact: str, said: str
) -> None:
    settings.SECURITY_CONTACT = contact
    lines = client.get("/.well-known/security.txt").content.decode().splitlines()
    told = dict(line.split(": ", 1) for line in lines)
    assert told["Contact"] == said
    left = datetime.fromisoformat(told["Expires"]) - datetime.now(UTC)
    assert timedelta(days=170) < left < timedelta(days=365)


@pytest.mark.django_db
def test_without_a_contact_there_is_no_security_text(client: Client) -> None:
    assert client.get("/.well-known/security.txt").status_code == 404
