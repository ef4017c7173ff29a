"""The engines whose speed is compared, each a function from pairs of texts to the seconds that each pair took.

This build and another checkout are timed in a process each, the other with its root first on the path; jsdiff in node.
Their peers in Python are timed in this process.
"""

import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from time import process_time

from tests.benchmarks.diff_peers import compare_by_dmp, compare_by_fast_dmp

__all__ = ["ROUNDS", "WHEN", "Engine", "engines"]

Pair = tuple[str, str]
Engine = Callable[[list[Pair]], list[float]]
_HERE = Path(__file__).resolve().parents[2]
# With nothing known; with the words and changes of the pair known, as when another pair had them; the same pair again.
WHEN = ("first", "words known", "again")
ROUNDS = 5  # times that each pair is compared in a row; the best counts
_NODE = """
const path = process.argv[1], {diffWords} = require(path);
const lines = require('readline').createInterface({input: process.stdin});
lines.on('line', line => {
  const times = JSON.parse(line).map(([left, right]) => {
    let best = Infinity;
    for (let n = 0; n < %d; n++) {
      const start = process.hrtime.bigint();
      diffWords(left, right);
      best = Math.min(best, Number(process.hrtime.bigint() - start) / 1e9);
    }
    return best;
  });
  console.log(JSON.stringify(times));
});
"""


@contextmanager
def engines(against: str | None) -> Iterator[Mapping[str, Engine]]:
    """Give the engines that are there: this build, `against` (another checkout), and the peers; end their processes."""
    workers = {"workbench": _start_build(_HERE)} | ({"against": _start_build(Path(against))} if against else {})
    jsdiff = os.environ.get("JSDIFF")
    node = [_start(["node", "-e", _NODE % ROUNDS, jsdiff], _HERE)] if jsdiff else []
    found: dict[str, Engine] = {}
    for name, worker in workers.items():
        for when in WHEN:
            found[f"{name}, {when}"] = _asking(worker, {"when": when})
    found["diff-match-patch"] = _timing(compare_by_dmp)
    if importlib.util.find_spec("fast_diff_match_patch"):
        found["fast-diff-match-patch"] = _timing(compare_by_fast_dmp)
    if node:
        found["jsdiff"] = _asking(node[0], None)
    try:
        yield found
    finally:
        for worker in [*workers.values(), *node]:
            worker.communicate()


def _start(command: list[str], folder: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def _start_build(root: Path) -> "subprocess.Popen[str]":
    script = f"import sys; sys.path.insert(0, {str(root)!r}); exec({_WORKER % ROUNDS!r})"
    return _start([sys.executable, "-c", script], root)


# Runs in either build, so it knows the names of both.
_WORKER = """
import json, sys
from time import process_time
from workbench.text import diff
try:
    from workbench.text.words.cache import forget
except ImportError:
    from workbench.text.memory import forget

def forget_pairs():
    module = sys.modules.get("workbench.text.difference.diff")
    for name in ("_compare_again", "_compare_long_again"):
        getattr(module, name, {}).clear()

def time_one(left, right, when):
    if when == "first":
        forget()
    elif when == "words known":
        forget_pairs()
    start = process_time()
    [(d.type, d.left, d.right) for d in diff(left, right).differences]
    return process_time() - start

for line in sys.stdin:
    request = json.loads(line)
    best = [min(time_one(*pair, request["when"]) for _ in range(%d)) for pair in request["pairs"]]
    print(json.dumps(best), flush=True)
"""


def _asking(worker: "subprocess.Popen[str]", options: Mapping[str, str] | None) -> Engine:
    def engine(pairs: list[Pair]) -> list[float]:
        assert worker.stdin
        assert worker.stdout
        worker.stdin.write(json.dumps({"pairs": pairs, **options} if options else pairs) + "\n")
        worker.stdin.flush()
        times: list[float] = json.loads(worker.stdout.readline())
        return times

    return engine


def _timing(compare: Callable[[str, str], object]) -> Engine:
    def time_one(pair: Pair) -> float:
        start = process_time()
        compare(*pair)
        return process_time() - start

    return lambda pairs: [min(time_one(pair) for _ in range(ROUNDS)) for pair in pairs]
