"""A replica answers what only reads, as long as the primary promises that it shows every acknowledged write."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
import pytest
from django.db import OperationalError, connections, transaction
from django.http import HttpResponse
from django.test import RequestFactory

from tests.operating.databases import answer, fresh_postgresql, managed, postgresql_server
from tests.operating.worlds_asked import ADDRESSES, PAGES
from tests.test_settings import start
from workbench.accounts.models import RateCounter, User
from workbench.operating import doctor, replica

FILL = (
    "from tests.conftest import make_team; from tests.access.world import build_world;"
    "build_world(make_team()); print(1)"
)
SEES = "from workbench.operating import replica; replica.is_promised = lambda: True; import json;"
ASK = f"{SEES} from tests.operating import replica_asked; print(json.dumps(replica_asked.{{}}()))"


class _Replica:
    """A connection that may not come about."""

    def __init__(self, *, fails: bool = False) -> None:
        self.fails = fails

    def close_if_health_check_failed(self) -> None:
        """Look at nothing."""

    def ensure_connection(self) -> None:
        """Connect, or not."""
        if self.fails:
            raise OperationalError("connection refused")


@contextmanager
def found(monkeypatch: pytest.MonkeyPatch, *, fails: bool = False, promised: bool = True) -> Iterator[_Replica]:
    """Let there be a replica, and a primary that promises something."""
    other = _Replica(fails=fails)
    monkeypatch.setattr(replica, "connections", {"default": connections["default"], "replica": other})
    monkeypatch.setattr(replica, "is_promised", lambda: promised)
    monkeypatch.setattr(replica, "_found", {"until": float("-inf"), "good": False})
    yield other


def read_in(rf: RequestFactory, method: str, *, model: Any = User, inside: bool = False) -> str:
    """Return which database a request reads."""
    seen = []

    def respond(_: object) -> HttpResponse:
        if inside:
            with transaction.atomic():
                seen.append(replica.Router().db_for_read(model))
        else:
            seen.append(replica.Router().db_for_read(model))
        assert replica.Router().db_for_write(model) == "default"
        return HttpResponse()

    replica.read_from_replica(respond)(rf.generic(method, "/"))
    return seen[0]


def test_what_only_reads_is_answered_by_the_replica(rf: RequestFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    with found(monkeypatch):
        said = {method: read_in(rf, method) for method in ("GET", "HEAD", "POST", "PATCH", "DELETE")}
    assert said == {"GET": "replica", "HEAD": "replica", "POST": "default", "PATCH": "default", "DELETE": "default"}
    assert replica.Router().db_for_read(User) == "default", "outside of requests, as in workers and commands"


@pytest.mark.django_db(transaction=True)
def test_what_is_read_in_a_transaction_or_not_replicated_is_the_primarys(
    rf: RequestFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    with found(monkeypatch):
        assert read_in(rf, "GET", inside=True) == "default"
        assert read_in(rf, "GET", model=RateCounter) == "default"


@pytest.mark.parametrize(("fails", "promised"), [(True, True), (False, False)])
def test_a_replica_that_is_away_or_lags_is_not_read(
    rf: RequestFactory, monkeypatch: pytest.MonkeyPatch, fails: bool, promised: bool
) -> None:
    with found(monkeypatch, fails=fails, promised=promised) as other:
        assert read_in(rf, "GET") == "default"
        other.fails = False
        monkeypatch.setattr(replica, "is_promised", lambda: True)
        assert read_in(rf, "GET") == "default", "for ten seconds nobody asks again"
        monkeypatch.setattr(replica, "LOOK_AGAIN", 0)
        monkeypatch.setitem(replica._found, "until", float("-inf"))
        assert read_in(rf, "GET") == "replica"


def test_reads_go_on_while_the_primary_is_away(rf: RequestFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> bool:
        raise OperationalError("connection refused")

    with found(monkeypatch):
        assert read_in(rf, "GET") == "replica"
        monkeypatch.setattr(replica, "is_promised", fail)
        monkeypatch.setitem(replica._found, "until", float("-inf"))
        monkeypatch.setattr(connections["default"], "close", lambda: None)
        assert read_in(rf, "GET") == "replica"


@pytest.mark.django_db
def test_the_doctor_names_a_replica_that_nobody_waits_for_or_that_is_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "connections", {"replica": _Replica(fails=True)})
    monkeypatch.setattr(doctor, "is_promised", lambda: False)
    assert [one.what for one in doctor._at_replica()] == [
        "REPLICA_URL names a replica that commits do not wait for: nobody reads from it.",
        "The replica does not answer: connection refused.",
    ]
    monkeypatch.setattr(doctor, "connections", {"replica": _Replica()})
    monkeypatch.setattr(doctor, "is_promised", lambda: True)
    assert list(doctor._at_replica()) == []


def test_a_replica_of_sqlite_is_refused_by_name() -> None:
    refused = start(REPLICA_URL="postgresql://there/letters")
    assert refused.returncode == 1
    assert "wants DATABASE_URL to name one, too." in refused.stderr


@pytest.mark.slow
def test_pages_and_lists_are_read_from_the_replica_and_written_to_the_primary(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with postgresql_server() as server:
        primary = fresh_postgresql(server)
        assert managed(primary, "migrate", "-v0").returncode == 0
        answer(primary, FILL)
        other = f"{server.rpartition('/')[0]}/{primary.rpartition('/')[2]}_copy"
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(
                f"CREATE DATABASE {other.rpartition('/')[2]} TEMPLATE {primary.rpartition('/')[2]}".encode()
            )
        monkeypatch.setenv("REPLICA_URL", other)
        said: Any = answer(primary, ASK.format("ask"))
        assert (said["statuses"], said["read"], said["written"]) == (
            [200],
            "On the replica",
            ["Written", "On the replica"],
        )
        assert said["asked"] == len(ADDRESSES) + len(PAGES)
        assert managed(primary, "migrate", "--check", "-v0").returncode == 0
