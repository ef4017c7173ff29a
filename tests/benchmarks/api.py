"""How long requests to the API take: `python -m tests.benchmarks.api [REQUESTS]` from the repository's root.

In one process, without network, on a fresh SQLite file with the settings of a deployment (WAL, synchronous=FULL),
with a work of 25 passages in 4 translations of 60 words. Each request counts itself and is committed. Prints p50 and
p95 in milliseconds.
"""

import statistics
import sys
from collections.abc import Callable
from time import perf_counter
from typing import Any

from tests.benchmarks.own_database import own_database

PASSAGES = 25
LINE = "the cat sat on a mat while rain fell over quiet roofs and somebody read the old letter again"


def prepare() -> tuple[Any, dict[str, str]]:
    """Make what is in the database; return a client and the token's header (imports late: settings first)."""
    from django.test import Client  # noqa: PLC0415

    from tests.factories import make_user, make_work, make_workspace  # noqa: PLC0415
    from workbench.accounts.actions import make_token  # noqa: PLC0415

    owner = make_user("owner")
    words = LINE.split()
    texts = {
        siglum: [" ".join(words[(place * step + n) % len(words)] for n in range(60)) for place in range(PASSAGES)]
        for step, siglum in enumerate("ABCD", 1)
    }
    make_work(owner, make_workspace(owner), texts)
    secret = make_token(actor=owner, name="t", scopes=["write"], expires_at=None)[1]
    return Client(SERVER_NAME="localhost"), {"Authorization": f"Bearer {secret}"}


def time_requests(send: Callable[[int], Any], requests: int) -> tuple[float, float]:
    """Send requests; return p50 and p95 in milliseconds."""
    times = []
    for number in range(requests):
        begin = perf_counter()
        answer = send(number)
        times.append((perf_counter() - begin) * 1000)
        assert answer.status_code < 300, answer.content
    return statistics.median(times), statistics.quantiles(times, n=20)[-1]


def main(requests: int) -> None:
    """Measure and print."""
    client, headers = prepare()
    import workbench.wsgi  # noqa: F401, PLC0415 - serve as a deployment does: what is loaded is frozen

    first = client.get("/api/v1/passages/?include=variants", headers=headers).json()["results"][0]
    key, variant = first["id"], first["variants"][0]["id"]

    def comment(number: int) -> Any:
        body = {"passage": key, "body": f"Comment {number}", "anchors": [{"variant": variant, "start": 0, "end": 7}]}
        return client.post("/api/v1/comments/", body, content_type="application/json", headers=headers)

    def get(address: str) -> Callable[[int], Any]:
        return lambda _: client.get(f"/api/v1/{address}", headers=headers)

    for name, send in (
        ("GET me/", get("me/")),
        ("GET passages/?include=variants (25 x 4)", get("passages/?include=variants")),
        ("GET passages/{id}/diff/ (60 words)", get(f"passages/{key}/diff/?left=A&right=B")),
        ("GET passages/{id}/collation/ (4 x 60 words)", get(f"passages/{key}/collation/")),
        ("POST comments/ with an anchor", comment),
        ("GET threads/?page_size=50, whole", get("threads/?page_size=50")),
    ):
        median, late = time_requests(send, requests)
        print(f"{name:45} p50 {median:7.1f} ms   p95 {late:7.1f} ms")


if __name__ == "__main__":
    with own_database():
        from django.conf import settings

        settings.API_RATES = dict.fromkeys(settings.API_RATES, (10**9, 60))
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
