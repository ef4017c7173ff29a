"""Fixtures that all tests share: a team with one person of each role, an outsider, and a small work."""

from collections.abc import Iterator

import pytest
from django.db import connection
from hypothesis import HealthCheck, settings
from pytest_django.plugin import DjangoDbBlocker

from tests.migrated import keep, take
from tests.teams import Team, make_team, take_team
from workbench.accounts.counters import sqlite
from workbench.journal.append_only import unguard
from workbench.web.public.kept import KEPT

__all__ = ["Team", "make_team"]

_SLOW = [HealthCheck.too_slow]
settings.register_profile("untimed", deadline=None, suppress_health_check=_SLOW)  # a slow machine is no failure
settings.register_profile(
    "mutants", deadline=None, suppress_health_check=_SLOW, max_examples=15, derandomize=True, database=None
)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    request: pytest.FixtureRequest, django_db_modify_db_settings_parallel_suffix: None
) -> Iterator[None]:
    """Begin with the database that an earlier run's migrations left, where they are the same."""
    memory = take(connection, request.config.cache.mkdir("migrated"))
    yield
    if memory:
        memory.close()


@pytest.fixture(scope="session")
def django_db_setup(request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """Let a test's own database be emptied between tests; what guards the log has tests of its own."""
    with django_db_blocker.unblock():
        keep(connection, request.config.cache.mkdir("migrated"))
        if connection.vendor == "sqlite":  # PostgreSQL truncates, which the guard of rows does not mind
            unguard(connection)


@pytest.fixture(autouse=True)
def _nothing_counted() -> None:
    """Let every test begin with no request counted; on PostgreSQL its transaction sees to that."""
    if connection.vendor == "sqlite":
        for store in sqlite.OPEN.values():
            store.execute("DELETE FROM counter")


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    """Forget the pages that another test's database made."""
    KEPT.forget()


@pytest.fixture
def team(db: None) -> Team:
    """Return a team with an owner, an editor, a reviewer, a reader, a former editor, and an outsider."""
    return take_team()
