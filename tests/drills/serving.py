"""Web processes and workers of the workbench, as `workbench serve` and `workbench db_worker` start them."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPException
from pathlib import Path
from time import monotonic, sleep
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from tests.drills.programs import begun
from tests.operating.databases import ROOT, free_port

__all__ = ["Answer", "Site", "ask_as", "managed", "prepared", "serving", "wait_until_ready", "working"]

SETTINGS = {"SECRET_KEY": "x" * 50, "HTTPS": "off", "TASKS": "database", "DJANGO_SETTINGS_MODULE": "workbench.settings"}
Answer = tuple[int, dict[str, str], bytes]


class Site:
    """A web process, and where it is."""

    def __init__(self, process: subprocess.Popen[bytes], port: int) -> None:
        self.process = process
        self.url = f"http://localhost:{port}"

    def ask(self, path: str, secret: str = "", body: object = None, **headers: str) -> Answer:
        """Ask the API or a page."""
        return ask_as(self.url + path, secret, body, **headers)


def ask_as(url: str, secret: str = "", body: object = None, **headers: str) -> Answer:
    """Ask; return status (0: nobody answered), headers with small names, and content. A refusal is an answer, too."""
    said = {name.replace("_", "-"): value for name, value in headers.items()}
    content = None if body is None else json.dumps(body).encode()
    if secret:
        said["Authorization"] = f"Bearer {secret}"
    if content is not None:
        said["Content-Type"] = "application/json"
    request = Request(url, content, said)
    try:
        with urlopen(request, timeout=10) as response:
            return response.status, {name.lower(): value for name, value in response.headers.items()}, response.read()
    except HTTPError as error:
        return error.code, {name.lower(): value for name, value in error.headers.items()}, error.read()
    except (HTTPException, URLError, OSError):
        return 0, {}, b""


def prepared(database: str) -> dict[str, Any]:
    """Migrate an empty database and fill it as `tests.drills.world` says; return what that tells of it."""
    script = "import json; from tests.drills.world import fill; print(json.dumps(fill()))"
    managed(database, "migrate", "-v0")
    said: dict[str, Any] = json.loads(managed(database, "shell", "-v", "0", "-c", script).splitlines()[-1])
    return said


def managed(database: str, *words: str) -> str:
    """Run one of `manage.py`'s commands on a database; return what it said."""
    said = {**os.environ, **SETTINGS, "DATABASE_URL": database}
    command = [sys.executable, "manage.py", *words]
    done = subprocess.run(command, cwd=ROOT, env=said, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


@contextmanager
def serving(folder: Path, database: str, name: str = "web", port: int = 0, **settings: str) -> Iterator[Site]:
    """Serve a database with one process of four threads."""
    port = port or free_port()
    data = folder / f"{name}-data"
    data.mkdir(exist_ok=True)
    said = {**SETTINGS, "DATABASE_URL": database, "DATA_DIR": str(data), **settings}
    words = (sys.executable, "manage.py", "serve", "--bind", f"127.0.0.1:{port}", "--workers", "1")
    with begun(*words, log=folder / f"{name}.log", cwd=ROOT, **said) as process:
        site = Site(process, port)
        wait_until_ready(site, "/livez")
        yield site


@contextmanager
def working(folder: Path, database: str, name: str = "worker", **settings: str) -> Iterator[subprocess.Popen[bytes]]:
    """Let a worker take the tasks of a database."""
    said = {**SETTINGS, "DATABASE_URL": database, "DATA_DIR": str(folder), **settings}
    words = (sys.executable, "manage.py", "db_worker", "--interval", "0.2", "--no-startup-delay", "-v", "0")
    with begun(*words, log=folder / f"{name}.log", cwd=ROOT, **said) as process:
        yield process


def wait_until_ready(site: Site, path: str = "/readyz", seconds: float = 120) -> float:
    """Ask until a probe answers 200; return the seconds that it took."""
    began = monotonic()
    while site.ask(path)[0] != 200:
        assert site.process.poll() is None, "the server ended"
        assert monotonic() - began < seconds, f"{path}: {site.ask(path)}"
        sleep(0.1)
    return monotonic() - began
