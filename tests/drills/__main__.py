"""`python -m tests.drills [NAME ... | all] [--seconds N]`: run drills, or say which there are."""

import argparse
import sys
from collections.abc import Callable
from signal import SIGTERM, signal
from time import monotonic

from tests.drills import disk, failover, kill, others, pause
from tests.drills.programs import Missing

DRILLS: dict[str, tuple[Callable[[float], None], str]] = {
    "failover": (failover.run, str(failover.__doc__)),
    "kill": (kill.run, str(kill.__doc__)),
    "disk": (disk.run, str(disk.__doc__)),
    "pause": (pause.run, str(pause.__doc__)),
    "pgbouncer": (others.pgbouncer, str(others.pgbouncer.__doc__)),
    "restore": (others.restore, str(others.restore.__doc__)),
}


def main() -> int:
    """Run what is asked for; return 1 where a promise was not kept."""
    parser = argparse.ArgumentParser(prog="deploy/drill", description="Drills, with figures.")
    parser.add_argument("names", nargs="*", metavar="NAME", choices=[*DRILLS, "all", []], help=", ".join(DRILLS))
    parser.add_argument("--seconds", type=float, default=5, help="of writing before and after what happens (5)")
    asked = parser.parse_args()
    if not asked.names:
        sys.stdout.writelines(f"{name:10} {said}\n" for name, (_, said) in DRILLS.items())
        return 0
    signal(SIGTERM, lambda *_: sys.exit("ended from outside"))  # so that all that was started is ended, too
    names = list(DRILLS) if "all" in asked.names else asked.names
    return max([_try(name, asked.seconds) for name in names])


def _try(name: str, seconds: float) -> int:
    print(f"== {name}", flush=True)
    began = monotonic()
    try:
        DRILLS[name][0](seconds)
    except Missing as missing:
        print(f"{name}: left out, {missing}", flush=True)
        return 0
    except AssertionError as broken:
        print(f"{name}: NOT KEPT: {broken}", flush=True)
        return 1
    print(f"{name}: kept; {monotonic() - began:.0f} s in all", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
