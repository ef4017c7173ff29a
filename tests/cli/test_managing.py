"""Where things lie, and what stops a start."""

import stat
from pathlib import Path

import pytest
from django.core.management import CommandError
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from workbench.places import data_dir, keep_secret_key
from workbench.web.management.commands.serve import refuse_pending_migrations


def test_data_lie_where_they_are_said_to(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    assert data_dir() == tmp_path
    monkeypatch.delenv("DATA_DIR")
    assert data_dir() == Path(__file__).parents[2] / "var"


def test_an_installation_keeps_them_in_the_users_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("DATA_DIR", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr("workbench.places._ROOT", tmp_path / "site-packages")
    assert data_dir() == tmp_path / "translation-workbench"


def test_a_key_is_made_once_and_for_its_owner_alone(tmp_path: Path) -> None:
    made = keep_secret_key(tmp_path / "new")
    assert len(made) >= 50
    assert keep_secret_key(tmp_path / "new") == made
    assert stat.S_IMODE((tmp_path / "new/secret-key").stat().st_mode) == 0o600


@pytest.mark.django_db
def test_a_migrated_database_is_served() -> None:
    refuse_pending_migrations()


@pytest.mark.django_db
def test_a_database_that_is_behind_is_not_served() -> None:
    recorder = MigrationRecorder(connection)
    recorder.record_unapplied(
        "notices", sorted(name for app, name in recorder.applied_migrations() if app == "notices")[-1]
    )
    with pytest.raises(CommandError, match=r"behind this release by 1 migration, first notices.*workbench migrate"):
        refuse_pending_migrations()
