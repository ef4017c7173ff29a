"""What the checks say about the machine, and that production settings pass Django's own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from workbench.accounts.system_checks import has_reset_bug, warnings_about

ROOT = Path(__file__).resolve().parents[2]
PRODUCTION = {"SECRET_KEY": "w" * 25 + "0123456789abcdefghijklmnopqrstuvwxyz", "ALLOWED_HOSTS": "texts.example.org"}


@pytest.mark.parametrize(
    ("version", "has_bug"),
    [
        ((3, 40, 1), True),
        ((3, 44, 5), True),
        ((3, 44, 6), False),
        ((3, 45, 0), True),
        ((3, 50, 6), True),
        ((3, 50, 7), False),
        ((3, 51, 2), True),
        ((3, 51, 3), False),
        ((3, 53, 0), False),
    ],
)
def test_the_versions_with_the_reset_bug_are_known(version: tuple[int, ...], *, has_bug: bool) -> None:
    assert has_reset_bug(version) == has_bug


@pytest.mark.parametrize(
    ("engine", "version", "warnings"),
    [
        ("django.db.backends.sqlite3", (3, 40, 1), ["accounts.W001"]),
        ("django.db.backends.sqlite3", (3, 51, 3), []),
        ("django.db.backends.postgresql", (3, 40, 1), []),
    ],
)
def test_only_an_old_sqlite_in_use_is_warned_of(engine: str, version: tuple[int, ...], warnings: list[str]) -> None:
    assert [warning.id for warning in warnings_about([engine], version)] == warnings


def manage(*arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env={**kept, **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.slow
def test_production_settings_leave_nothing_to_warn_of() -> None:
    checked = manage("check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)
    assert (checked.returncode, checked.stdout.strip()) == (0, "System check identified no issues (0 silenced).")


@pytest.mark.slow
@pytest.mark.parametrize("key", ["", "short"])
def test_without_a_good_secret_key_nothing_starts(key: str) -> None:
    checked = manage("check", SECRET_KEY=key)
    assert checked.returncode != 0
    assert checked.stderr == (
        "manage.py: SECRET_KEY (or what SECRET_KEY_FILE holds) must be set in the environment, "
        "to at least 32 random characters.\n"
    )
