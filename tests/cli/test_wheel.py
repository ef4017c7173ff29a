"""The wheel holds all that the checkout does, and runs from an environment of its own."""

import os
import re
import signal
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests.operating.databases import free_port, wait_for

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from a copy of what is committed or would be."""
    folder = tmp_path_factory.mktemp("wheel")
    parts = ["workbench", "fixtures", "pyproject.toml", "README.md", "LICENSE"]
    listed = ["git", "ls-files", "-co", "--exclude-standard", *parts]
    names = subprocess.run(listed, cwd=ROOT, check=True, capture_output=True, text=True).stdout.splitlines()
    for name in names:
        copy = folder / "source" / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        place = ROOT / name
        copy.symlink_to(place.readlink()) if place.is_symlink() else copy.write_bytes(place.read_bytes())
    command = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(folder), str(folder / "source")]
    subprocess.run(command, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_it_holds_every_file_of_the_package(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    listed = subprocess.run(["git", "ls-files", "workbench"], cwd=ROOT, check=True, capture_output=True, text=True)
    paths = [name for name in listed.stdout.splitlines() if not name.endswith(".md") and (ROOT / name).is_file()]
    assert [name for name in paths if name not in inside] == []
    assert {f"workbench/review/management/works/{name}.json" for name in ("yezhov", "ferryman")} < inside


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel into a fresh environment, which has of this one all but the workbench; return its commands."""
    folder = tmp_path_factory.mktemp("installed") / "venv"
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    python = str(folder / "bin/python")
    asked = [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    own = subprocess.run(asked, check=True, capture_output=True, text=True).stdout.strip()
    Path(own, "dependencies.pth").write_text(sysconfig.get_path("purelib"))
    subprocess.run([python, "-m", "pip", "install", "-q", "--no-deps", str(wheel)], check=True, capture_output=True)
    return folder / "bin"


def home(folder: Path, **more: str) -> dict[str, str]:
    """An environment of which nothing is known but where data lie."""
    return {"PATH": os.environ["PATH"], "DATA_DIR": str(folder / "data"), "HTTPS": "off", **more}


def test_it_works_from_an_environment_of_its_own(installed: Path, tmp_path: Path) -> None:
    environment = home(tmp_path, SECRET_KEY="k" * 50)

    def workbench(*words: str) -> str:
        command = [str(installed / "workbench"), *words]
        return subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True, text=True).stdout

    (tmp_path / "a").write_text("one")
    assert workbench("diff", "--stat", "a", "a") == "identical, similarity 1.000, differences: none\n"
    workbench("migrate", "--verbosity", "0")
    assert "static files copied" in workbench("collectstatic", "--noinput")
    page = "from django.test import Client; print(Client(SERVER_NAME='localhost').get('/help/editor/').status_code)"
    assert workbench("shell", "-v", "0", "-c", page).strip() == "200"
    assert (tmp_path / "data/workbench.sqlite3").exists()


def test_it_serves_the_demo_with_nothing_said_and_ends_when_asked(installed: Path, tmp_path: Path) -> None:
    port = free_port()
    command = [str(installed / "workbench"), "demo", "--port", str(port)]
    with (tmp_path / "said").open("wb") as said:
        server = subprocess.Popen(command, cwd=tmp_path, env=home(tmp_path), stdout=said, stderr=said)
    try:
        wait_for(port, server)
        page = ask_once(port, "/login/")
        sheet = re.search(r'href="(/static/web/css/page[^"]*)"', page[1])
        assert sheet
        assert [page[0], ask_once(port, sheet[1])[0], ask_once(port, "/api/v1/works/")[0]] == [200, 200, 401]
        assert "Sign in as" in (tmp_path / "said").read_text()
        with closing(connect(port)) as kept:
            ask(kept, "/livez")
            server.send_signal(signal.SIGTERM)
            statuses = list(ask_until_closed(kept))
        assert set(statuses) == {200}, "whoever keeps a connection is answered to the last, and told that it ends"
        assert server.wait(timeout=30) == 0
    finally:
        server.kill()
        server.wait()


def connect(port: int) -> HTTPConnection:
    """Return a connection to a server of this machine."""
    return HTTPConnection("127.0.0.1", port, timeout=60)


def ask(connection: HTTPConnection, address: str) -> tuple[int, str]:
    """Ask on a connection that stays open; return the status and what was sent."""
    connection.request("GET", address)
    response = connection.getresponse()
    return response.status, response.read().decode()


def ask_once(port: int, address: str) -> tuple[int, str]:
    """Ask on a connection of its own."""
    with closing(connect(port)) as connection:
        return ask(connection, address)


def ask_until_closed(connection: HTTPConnection) -> Iterator[int]:
    """Ask again and again on one connection, until an answer says that it is the last; yield the statuses."""
    is_last = False
    while not is_last:
        connection.request("GET", "/livez")
        response = connection.getresponse()
        is_last = response.will_close
        response.read()
        yield response.status
