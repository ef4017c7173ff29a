"""The wheel holds all that the checkout does, and runs from an environment of its own."""

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from a copy of what is committed or would be."""
    folder = tmp_path_factory.mktemp("wheel")
    listed = [
        "git",
        "ls-files",
        "-co",
        "--exclude-standard",
        "workbench",
        "fixtures",
        "pyproject.toml",
        "README.md",
        "LICENSE",
    ]
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


def test_it_serves_the_demo_from_an_environment_of_its_own(wheel: Path, tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "venv")], check=True)
    python = tmp_path / "venv/bin/python"
    own = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True,
        capture_output=True,
        text=True,
    )
    (Path(own.stdout.strip()) / "dependencies.pth").write_text(sysconfig.get_path("purelib"))  # all but the workbench
    subprocess.run([python, "-m", "pip", "install", "-q", "--no-deps", str(wheel)], check=True, capture_output=True)
    home = {"PATH": os.environ["PATH"], "DATA_DIR": str(tmp_path / "data"), "SECRET_KEY": "k" * 50, "HTTPS": "off"}

    def workbench(*words: str) -> str:
        command = [str(tmp_path / "venv/bin/workbench"), *words]
        return subprocess.run(command, cwd=tmp_path, env=home, check=True, capture_output=True, text=True).stdout

    (tmp_path / "a").write_text("one")
    assert workbench("diff", "--stat", "a", "a") == "identical, similarity 1.000, differences: none\n"
    workbench("migrate", "--verbosity", "0")
    assert workbench("load_demo").splitlines() == ["Loaded ferryman.", "Loaded yezhov."]
    assert "static files copied" in workbench("collectstatic", "--noinput")
    page = "from django.test import Client; print(Client(SERVER_NAME='localhost').get('/login/').status_code)"
    assert workbench("shell", "-v", "0", "-c", page).strip() == "200"
    assert (tmp_path / "data/workbench.sqlite3").exists()
