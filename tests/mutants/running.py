"""A plugin of pytest that runs the tests collected against every mutant, in forked processes.

`MUTANTS` names a file of mutants, a line each; `VERDICTS` the file to which `mutant<TAB>verdict` is written: `killed`,
`timeout` (a test ran ten times as long as it should), `lives`, or `unreached` where no test calls its function.
"""

import gc
import json
import os
import resource
import signal
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

from tests.mutants.switching import Switch

_MEMORY = 4 * 2**30  # bytes of address space
_SHORTEST = 0.5  # seconds of processor time that any test has
_FAILED, _PASSED = 1, 0


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool:
    """Run, instead of the tests, the tests of each mutant."""
    if session.testsfailed:
        raise session.Interrupted("The tests could not be collected.")
    verdicts = Path(os.environ["VERDICTS"])
    gc.freeze()
    calls, times = _measure(session.items, verdicts.with_suffix(".calls"))
    with verdicts.open("w", encoding="utf-8") as file:
        for mutant in Path(os.environ["MUTANTS"]).read_text(encoding="utf-8").split():
            function = mutant.rpartition("__mutmut_")[0]
            reached = sorted(calls.get(function, []), key=lambda place: times[place])
            verdict = _try(mutant, [(session.items[place], times[place]) for place in reached])
            file.write(f"{mutant}\t{verdict}\n")
            file.flush()
    return True


def _measure(items: Sequence[pytest.Item], path: Path) -> tuple[dict[str, list[int]], list[float]]:
    """Run every test without a mutant; return which call each function, and how long each takes.

    In a process of its own, so that nothing is remembered of the engine as it should be.
    """
    if _fork(lambda: _record(items, path)):
        raise pytest.UsageError("A test fails without any mutant.")
    calls, times = json.loads(path.read_text(encoding="utf-8"))
    return calls, times


def _record(items: Sequence[pytest.Item], path: Path) -> int:
    calls: dict[str, list[int]] = {}
    times = []
    for place, item in enumerate(items):
        Switch.called.clear()
        start = time.process_time()
        if not _passes(item):
            print("fails without any mutant:", item.nodeid, flush=True)
            return _FAILED
        times.append(time.process_time() - start)
        for function in Switch.called:
            calls.setdefault(function, []).append(place)
    path.write_text(json.dumps([calls, times]), encoding="utf-8")
    return _PASSED


def _try(mutant: str, timed: Sequence[tuple[pytest.Item, float]]) -> str:
    def run() -> int:
        Switch.mutant = mutant
        for item, seconds in timed:
            signal.setitimer(signal.ITIMER_PROF, _SHORTEST + 10 * seconds)  # ends the process
            if not _passes(item):
                return _FAILED
        return _PASSED

    if not timed:
        return "unreached"
    return {_PASSED: "lives", _FAILED: "killed"}.get(_fork(run), "timeout")


def _fork(run: Callable[[], int]) -> int:
    """Run in a forked process; return what it returned, or the signal that ended it."""
    child = os.fork()
    if not child:
        status = 2
        try:
            resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
            status = run()
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _passes(item: Any) -> bool:
    return not any(report.failed for report in runtestprotocol(item, log=False, nextitem=None))
