"""Figures are told to those whom the settings allow, and to nobody else."""

from datetime import timedelta
from ipaddress import ip_network
from typing import Any

import pytest
from django.db import OperationalError
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from prometheus_client.parser import text_string_to_metric_families
from pytest_django import Settings

from tests.access.world import build_world
from tests.conftest import Team
from workbench.operating.models import Worker

pytestmark = pytest.mark.django_db


def figures(client: Client) -> dict[tuple[str, ...], float]:
    """Return what is told, by name and labels, as Prometheus reads it."""
    response = client.get("/metrics")
    assert response.status_code == 200
    families = text_string_to_metric_families(response.content.decode())
    return {
        (sample.name, *(value for _, value in sorted(sample.labels.items()))): sample.value
        for family in families
        for sample in family.samples
    }


@pytest.fixture
def allowed(settings: Settings) -> None:
    settings.METRICS_NETWORKS = [ip_network("127.0.0.0/8")]


def test_there_is_nothing_for_strangers(client: Client, settings: Settings) -> None:
    assert client.get("/metrics").status_code == 404
    settings.METRICS_NETWORKS = [ip_network("10.0.0.0/8")]
    assert client.get("/metrics").status_code == 404
    settings.PROXIES = 1
    assert client.get("/metrics", headers={"x-forwarded-for": "10.1.2.3"}).status_code == 200
    assert client.get("/metrics", headers={"x-forwarded-for": "10.1.2.3, 8.8.8.8"}).status_code == 404
    assert client.get("/metrics", headers={"x-forwarded-for": "nobody"}).status_code == 404


@pytest.mark.usefixtures("allowed")
def test_requests_are_counted_by_route_and_status(client: Client) -> None:
    name = ("workbench_requests_total", "GET", "/api/v1/me/", "401")
    before = figures(client).get(name, 0)
    client.get("/api/v1/me/")
    client.get("/api/v1/me/")
    assert figures(client)[name] == before + 2
    assert figures(client)["workbench_request_seconds_count", "api"] >= 2


@pytest.mark.usefixtures("allowed")
def test_tasks_workers_and_anchors_are_told_as_they_stand(client: Client, team: Team) -> None:
    build_world(team)
    task = {"args_kwargs": {"args": [], "kwargs": {}}, "priority": 0, "task_path": "t", "backend_name": "default"}
    DBTaskResult.objects.create(**task, queue_name="rare")
    now = timezone.now()
    for name, ago in (("a", 0), ("b", 3), ("c", 4)):
        Worker.objects.create(name=name, place="here", started_at=now, beat_at=now - timedelta(minutes=ago))
    found = figures(client)
    assert (found["workbench_workers", "alive"], found["workbench_workers", "dead"]) == (1, 2)
    assert found["workbench_anchors", "placed"] == 2
    assert found["workbench_anchors", "orphaned"] == 1
    assert found["workbench_tasks", "rare", "ready"] == 1
    assert found["workbench_tasks_waiting_seconds",] > 0
    assert found["workbench_database_up",] == 1


@pytest.mark.usefixtures("allowed")
def test_without_a_database_there_are_figures_still(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any) -> None:
        raise OperationalError("away")

    monkeypatch.setattr("workbench.operating.metrics._tasks", fail)
    assert figures(client)["workbench_database_up",] == 0
