"""What the README and docs/api.md tell people to run, run against the demo; what both show is one script."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from tests.factories import variant_of
from workbench.accounts.actions import make_token
from workbench.accounts.models import User
from workbench.corpus.models import Work
from workbench.review.models import Thread
from workbench.text import diff

ROOT = Path(__file__).parents[2]
README, DOCS = ROOT / "README.md", ROOT / "docs" / "api.md"


def blocks(page: Path, language: str) -> list[str]:
    """Return the code blocks of a language."""
    return re.findall(rf"```{language}\n(.*?)```", page.read_text(), re.DOTALL)


def curl_lines(page: Path) -> list[str]:
    """Return what a page's blocks send with curl, without the lines that say which token and server."""
    sent = (re.sub(r"^export TOKEN=.*\n", "", block) for block in blocks(page, "sh") if "curl" in block)
    return list(sent)


def output_of(command: list[str], environment: dict[str, str], folder: Path) -> str:
    """Run a command that must succeed; return what it prints."""
    done = subprocess.run(command, check=False, env=environment, cwd=folder, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def surroundings(transactional_db: None, live_server: Any) -> dict[str, str]:
    """Return the environment in which the examples run: a server with the demo, and a token of its owner."""
    call_command("load_demo", verbosity=0)
    owner = User.objects.get(username="vera")
    _, token = make_token(actor=owner, name="docs", scopes=["write"], expires_at=None)
    return {**os.environ, "API": f"{live_server.url}/api/v1", "TOKEN": token}


def test_the_readme_and_the_api_page_show_one_script() -> None:
    assert blocks(README, "python") == blocks(DOCS, "python")
    assert len(blocks(README, "python")) == 1


def test_the_first_script_prints_what_is_so(surroundings: dict[str, str], tmp_path: Path) -> None:
    (script,) = blocks(README, "python")
    first, last = output_of([sys.executable, "-c", script], surroundings, tmp_path).splitlines()
    work = Work.objects.get(slug="yezhov")
    found = diff(variant_of(work, "13", "A").text, variant_of(work, "13", "D").text)
    assert first == f"{round(found.similarity, 6)} {[one.type for one in found.differences]}"
    assert last == str(["*predatel'* is *traitor*."])
    thread = Thread.objects.get(comments__body="*predatel'* is *traitor*.")
    anchor, suggestion = thread.anchors.get(), thread.suggestions.get()
    assert (anchor.variant.translation.siglum, anchor.quote, suggestion.text) == ("D", "chairman", "traitor")
    assert (thread.category, thread.severity) == ("accuracy/mistranslation", "critical")


def test_the_api_page_tells_the_rates_that_hold(settings: Any) -> None:
    allowed = {name: f"{count:,}" for name, (count, seconds) in settings.API_RATES.items() if seconds == 60}
    told = "{read} reads and {write} writes a minute for an account, {anonymous} requests a minute for an address"
    assert told.format(**allowed) in DOCS.read_text()


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
def test_the_curl_lines_work(surroundings: dict[str, str], tmp_path: Path) -> None:
    lines = [*curl_lines(README), *curl_lines(DOCS)]
    answers = [json.loads(output_of(["bash", "-c", line], surroundings, tmp_path)) for line in lines]
    assert [[one["slug"] for one in answer["results"]] for answer in answers[:2]] == [["ferryman", "yezhov"]] * 2
    assert answers[2]["report"]["works"][0]["passages_made"] == 1
    assert len(answers) == 3
