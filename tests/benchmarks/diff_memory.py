"""How much memory a process holds more after it has compared some 6,000 pairs, beside another checkout.

Each build runs in a process of its own, which has the pairs and has compared two words before it is measured. Resident
memory, read from /proc; Linux alone.
"""

import json
import random
import subprocess
import sys
from pathlib import Path

from tests.benchmarks.diff_pairs import KINDS, Pair, long_pairs, verse_pairs

__all__ = ["measure_memory"]

_HERE = Path(__file__).resolve().parents[2]
# Runs in either build.
_WORKER = """
import gc, json, sys
from time import process_time
from workbench.text import diff

def resident():
    gc.collect()
    return int(open("/proc/self/statm").read().split()[1]) * 4096 / 1e6

pairs = json.loads(sys.stdin.read())
diff("a b", "a c")
before, start = resident(), process_time()
for left, right in pairs:
    diff(left, right)
took = process_time() - start
print(f"{before:.1f} MB | {resident() - before:.1f} MB | {took:.2f} s")
"""


def measure_memory(against: str | None = None) -> None:
    """Print the memory of a process before and after, and the processor time of all pairs, each compared once."""
    pairs = _draw()
    print(f"{len(pairs):,} pairs, each once\n\n| build | before | more | all pairs |\n|---|---|---|---|")
    builds = {"workbench": str(_HERE)} | ({"against": against} if against else {})
    for name, root in builds.items():
        print(f"| {name} | {_run(root, pairs)} |", flush=True)


def _draw() -> list[Pair]:
    pairs = [pair for kind in KINDS for pair in (*verse_pairs(kind, 2_000), *long_pairs(kind, 500, 12))]
    random.Random(7).shuffle(pairs)
    return pairs


def _run(root: str, pairs: list[Pair]) -> str:
    script = f"import sys; sys.path.insert(0, {root!r}); exec({_WORKER!r})"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=root, input=json.dumps(pairs), capture_output=True, text=True, check=True
    )
    return done.stdout.strip()
