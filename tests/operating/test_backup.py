"""What is backed up comes back whole, into either database; what is damaged, later or not wanted is refused."""

import gzip
import json
import stat
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection

from tests.operating.databases import ROOT, answer, fresh_postgresql, managed, postgresql_server
from workbench.operating.backup import BackupRefused, check_backup, restore_backup, write_backup
from workbench.operating.backup.tables import LEFT_OUT, models_in

ASK = "import json; from tests.operating import worlds; print(json.dumps(worlds.{}()))"
ASKED = ("bundles", "secrets_kept")


def lines_of(path: Path) -> list[Any]:
    """Return everything in a back-up but its header and end."""
    return [json.loads(line) for line in gzip.decompress(path.read_bytes()).splitlines()[1:-1]]


def rewritten(path: Path, **header: object) -> Path:
    """Write a back-up anew with another header, whole."""
    first, *rest = gzip.decompress(path.read_bytes()).splitlines(keepends=True)[:-1]
    body = b"".join([json.dumps({**json.loads(first), **header}).encode() + b"\n", *rest])
    rows = sum(line.startswith(b"[") for line in rest)
    end = json.dumps({"end": rows, "sha256": sha256(body).hexdigest()}).encode()
    path.write_bytes(gzip.compress(body + end + b"\n"))
    return path


@pytest.mark.slow
def test_everything_moves_from_sqlite_to_postgresql_and_back(tmp_path: Path) -> None:
    with postgresql_server() as server:
        urls = [f"sqlite:///{tmp_path}/1", fresh_postgresql(server), f"sqlite:///{tmp_path}/3"]
        gone = answer(urls[0], ASK.format("fill"))
        said = [[answer(urls[0], ASK.format(name)) for name in ASKED]]
        for place, (here, there) in enumerate(pairwise(urls)):
            assert managed(here, "backup", f"{tmp_path}/{place}.backup").returncode == 0
            done = managed(there, "restore", f"{tmp_path}/{place}.backup")
            assert done.returncode == 0, done.stderr
            said.append([answer(there, ASK.format(name)) for name in ASKED])
        assert said[1] == said[0]
        assert said[2] == said[0]
        assert managed(urls[2], "backup", f"{tmp_path}/2.backup").returncode == 0
        rows = [lines_of(tmp_path / f"{place}.backup") for place in range(3)]
        assert rows[0] == rows[1] == rows[2]
        assert isinstance(gone, int)
        assert [answer(url, ASK.format("next_number")) for url in urls] == [gone + 1] * 3


@pytest.mark.slow
@pytest.mark.parametrize("path", sorted(ROOT.glob("fixtures/backups/*")), ids=lambda path: path.name)
def test_what_an_earlier_schema_held_comes_back_under_this_one(tmp_path: Path, path: Path) -> None:
    url = f"sqlite:///{tmp_path}/restored"
    done = managed(url, "restore", str(path))
    assert done.returncode == 0, done.stderr
    assert "No planned migration operations" in managed(url, "migrate", "--plan").stdout
    assert answer(url, ASK.format("demo")) == {"ferryman": [11, 11, 8], "yezhov": [22, 5, 20]}


@pytest.mark.django_db(transaction=True)
def test_a_back_up_is_whole_and_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "file"
    counts = write_backup(path)
    assert check_backup(path).rows == sum(counts.values())
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert not path.with_name("file.part").exists()
    with pytest.raises(BackupRefused, match="A new file is expected"):
        write_backup(path)


def test_every_table_goes_in_but_those_that_are_named() -> None:
    every = {model._meta.label for model in apps.get_models(include_auto_created=True)}
    assert every - {model._meta.label for model in models_in()} == set(LEFT_OUT)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("damage", ["cut", "changed", "short", "more", "none"])
def test_a_damaged_file_is_refused(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "file"
    write_backup(path)
    data = path.read_bytes()
    plain = gzip.decompress(data)
    lines = plain.splitlines(keepends=True)
    path.write_bytes(
        {
            "cut": data[: len(data) // 2],
            "changed": gzip.compress(plain.replace(b"Can add user", b"Can add Ursa")),
            "short": gzip.compress(b"".join(lines[:-1])),
            "more": gzip.compress(plain + lines[-2]),
            "none": b"",
        }[damage]
    )
    with pytest.raises(BackupRefused, match=r"is damaged: .*Nothing was restored"):
        restore_backup(path)


@pytest.mark.django_db(transaction=True)
def test_another_file_and_a_later_release_are_refused(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_text("a letter")
    with pytest.raises(BackupRefused, match="is damaged: Not a gzipped file"):
        restore_backup(other)
    other.write_bytes(gzip.compress(b'{"format": "letter"}\n'))
    with pytest.raises(BackupRefused, match="A back-up of the workbench is expected"):
        restore_backup(other)
    write_backup(tmp_path / "file")
    later = rewritten(tmp_path / "file", migrations=[["corpus", "9999_to_come"]], release="9.0")
    with pytest.raises(BackupRefused, match=r"of a later release \(9\.0\).* corpus.9999_to_come is not known here"):
        restore_backup(later)
    with pytest.raises(BackupRefused, match=r"written by a later release \(9\.0\)"):
        restore_backup(rewritten(later, version=2))


@pytest.mark.django_db(transaction=True)
def test_a_database_that_is_not_empty_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "file"
    write_backup(path)
    with pytest.raises(CommandError, match="An empty database is expected"):
        call_command("restore", path)
    call_command("restore", path, check=True)
    assert "accounts_user" in connection.introspection.table_names()
