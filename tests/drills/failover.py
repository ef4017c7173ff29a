"""Two web processes, two workers, PgBouncer, PostgreSQL with a replica; the primary is killed, the replica promoted."""

from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep

from tests.drills.across import check_all
from tests.drills.cluster import Cluster, transactions, with_replica
from tests.drills.load import Said, check_kept, writing
from tests.drills.serving import Site, prepared, serving, wait_until_ready, working

__all__ = ["run"]


def run(seconds: float) -> None:
    """See that the two processes are one server, then kill the primary under load and promote the replica."""
    with TemporaryDirectory(prefix="workbench-drill-", dir="/tmp") as name:
        folder = Path(name)
        folder.chmod(0o755)
        with with_replica(folder) as cluster:
            world, replica = prepared(cluster.direct_urls[0]), cluster.direct_urls[1]
            with (
                serving(folder, cluster.url, "web-1", REPLICA_URL=replica) as one,
                serving(folder, cluster.url, "web-2", REPLICA_URL=replica) as two,
                working(folder, cluster.url, "worker-1"),
                working(folder, cluster.url, "worker-2"),
            ):
                wait_until_ready(one)
                before = transactions(replica)
                check_all(one, two, world)
                print(f"reads: the replica answered with {transactions(replica) - before:,} transactions")
                _lose_the_primary(cluster, [one, two], world["writers"], seconds)


def _lose_the_primary(cluster: Cluster, sites: list[Site], secrets: list[str], seconds: float) -> None:
    with writing([site.url for site in sites], secrets) as said:
        sleep(seconds)
        assert said.acknowledged, "nothing was written before the primary died"
        lost_at = monotonic()
        cluster.kill_primary()
        cluster.promote()
        promoted = monotonic()
        _wait_for_writes(said, promoted)
        sleep(seconds)
    print(f"promoted {promoted - lost_at:.1f} s after the kill; {said.silence(lost_at):.1f} s without a write")
    print(check_kept(cluster.direct_urls[1], said))
    refused = sorted({status for at, status in said.others if at > lost_at})
    print(
        f"before the kill {len(said.acknowledged) - said.since(lost_at):,}, after it {said.since(lost_at):,};", end=" "
    )
    print(f"{len(said.others):,} writes were not acknowledged (statuses {refused}; 0: no answer)")
    for site in sites:
        print(f"ready again: {wait_until_ready(site):.1f} s")


def _wait_for_writes(said: Said, moment: float, most: float = 60) -> None:
    while not said.since(moment):
        assert monotonic() - moment < most, f"no write in {most:.0f} s after the replica was promoted"
        sleep(0.05)
