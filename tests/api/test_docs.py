"""What docs/api.md tells people to run, run."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from workbench.accounts.actions import make_token

DOCS = Path(__file__).parents[2] / "docs" / "api.md"


def blocks(language: str) -> list[str]:
    """Return the code blocks of a language."""
    return re.findall(rf"```{language}\n(.*?)```", DOCS.read_text(), re.DOTALL)


def output_of(command: list[str], environment: dict[str, str], folder: Path) -> str:
    """Run a command that must succeed; return what it prints."""
    done = subprocess.run(command, check=False, env=environment, cwd=folder, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def surroundings(transactional_db: None, live_server: Any, room: Any) -> dict[str, str]:
    """Return the environment in which the examples run: a server, a token, a workspace."""
    _, token = make_token(actor=room.editor, name="docs", scopes=["write"], expires_at=None)
    named = {"WORKBENCH_URL": live_server.url, "WORKBENCH_TOKEN": token, "WORKBENCH_WORKSPACE": "room"}
    return {**os.environ, **named}


def test_the_first_script_does_what_it_says(surroundings: dict[str, str], tmp_path: Path) -> None:
    (script,) = blocks("python")
    *differences, comment = output_of([sys.executable, "-c", script], surroundings, tmp_path).splitlines()
    assert differences[0].startswith("wording 'sat")
    assert comment == "editor: Which is right?"


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
def test_the_curl_lines_work(surroundings: dict[str, str], tmp_path: Path) -> None:
    answers = [json.loads(output_of(["bash", "-c", line], surroundings, tmp_path)) for line in blocks("sh")]
    assert answers[0]["results"][0]["slug"] == "a-small-work"
    assert answers[1]["report"]["works"][0]["passages_made"] == 1
