"""`/metrics` for Prometheus: requests of all processes, and what the database says of tasks and anchors.

settings.METRICS_NETWORKS says from where it may be read; for everybody else there is nothing there. Processes of one
server share their counts in the folder of PROMETHEUS_MULTIPROC_DIR, which `workbench serve` makes in memory.
"""

import os
from collections.abc import Callable, Iterator
from ipaddress import ip_network

from django.conf import settings
from django.db import DatabaseError
from django.db.models import Count, Min
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from workbench.accounts.addresses import address_of
from workbench.operating.models import Worker
from workbench.review.models import Anchor

__all__ = ["answer_metrics", "count_request"]

_REQUESTS = Counter("workbench_requests", "Requests answered.", ("method", "route", "status"))
_SECONDS = Histogram(
    "workbench_request_seconds",
    "Seconds until the answer began.",
    ("door",),
    buckets=(0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30),
)


def count_request(method: str, route: str, status: int, seconds: float) -> None:
    """Count one request; the histogram tells only the API from pages."""
    _REQUESTS.labels(method, route, str(status)).inc()
    _SECONDS.labels("api" if route.startswith("/api/") else "pages").observe(seconds)


def answer_metrics(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Answer `/metrics` where it may be read; everything else goes on, and so does it elsewhere, to a 404."""

    def respond(request: HttpRequest) -> HttpResponse:
        if request.path_info != "/metrics" or not may_read(request):
            return get_response(request)
        return HttpResponse(generate_latest(_registry()), content_type=CONTENT_TYPE_LATEST)

    return respond


def may_read(request: HttpRequest) -> bool:
    """Say whether a request comes from one of settings.METRICS_NETWORKS."""
    try:
        came = ip_network(address_of(request))
    except ValueError:
        return False
    return any(came.network_address in one for one in settings.METRICS_NETWORKS)


def _registry() -> CollectorRegistry:
    registry = CollectorRegistry()
    if os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    else:
        registry.register(_Own())
    registry.register(_Stored())
    return registry


class _Own(Collector):
    """The counts of this process alone."""

    def collect(self) -> Iterator[object]:  # type: ignore[override]
        yield from REGISTRY.collect()


class _Stored(Collector):
    """What the database says; `workbench_database_up` is 0 where it does not answer."""

    def collect(self) -> Iterator[GaugeMetricFamily]:
        try:
            found = [_tasks(), _waiting(), _workers(), _anchors()]
        except DatabaseError:
            found = []
        yield GaugeMetricFamily("workbench_database_up", "Whether the database answers.", value=float(bool(found)))
        yield from found


def _tasks() -> GaugeMetricFamily:
    family = GaugeMetricFamily("workbench_tasks", "Tasks by queue and state.", labels=("queue", "state"))
    for queue, state, count in DBTaskResult.objects.values_list("queue_name", "status").annotate(count=Count("pk")):
        family.add_metric([queue, state.lower()], count)
    return family


def _waiting() -> GaugeMetricFamily:
    first = DBTaskResult.objects.ready().aggregate(first=Min("enqueued_at"))["first"]
    seconds = (timezone.now() - first).total_seconds() if first else 0.0
    return GaugeMetricFamily("workbench_tasks_waiting_seconds", "How long the oldest task has waited.", value=seconds)


def _workers() -> GaugeMetricFamily:
    family = GaugeMetricFamily("workbench_workers", "Workers heard of, or fallen silent.", labels=("state",))
    family.add_metric(["alive"], Worker.objects.alive().count())
    family.add_metric(["dead"], Worker.objects.dead().count())
    return family


def _anchors() -> GaugeMetricFamily:
    family = GaugeMetricFamily("workbench_anchors", "Anchors of comments by what became of them.", labels=("state",))
    for state, count in Anchor.objects.values_list("state").annotate(count=Count("pk")).order_by():
        family.add_metric([state], count)
    return family
