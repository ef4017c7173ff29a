"""The worst that an alignment may meet: time and peak memory, each case in a process of its own.

Run from the root, with the data beside the repository: .venv/bin/python -m tests.benchmarks.alignment_worst [case]
"""

import random
from collections.abc import Callable

from tests.benchmarks.alignment_sets import DATA, read_passages
from tests.benchmarks.own_process import measure_act, run_each
from workbench.text import TooManyUnits, align, distribute, find_shifts

_MILLION = 1_000_000


def main() -> None:
    """Run one case, or each of them in a process of its own."""
    run_each("tests.benchmarks.alignment_worst", _CASES, _measure, DATA)


def _measure(case: str) -> None:
    act, sides = _CASES[case]
    given = sides()
    result, seconds, peak = measure_act(lambda: _act(act, given))
    print(f"{case:60} {seconds:6.2f} s {peak:5} MB  {result}", flush=True)


def _act(act: Callable[..., str], given: tuple[object, object]) -> str:
    try:
        return act(*given)
    except TooManyUnits as refusal:
        return f"refused: {refusal}"


def _align(source: list[str], target: list[str]) -> str:
    return f"{len(align(source, target).links):,} links"


def _distribute(passages: list[str], text: str) -> str:
    found = distribute(passages, text)
    filled = sum(one.span.end > one.span.start for one in found.placements)
    return f"{filled:,} of {len(passages):,} passages have words"


def _find_shifts(left: list[str], right: list[str]) -> str:
    shifts = find_shifts(left, right)
    return f"{len(shifts)} stretches, {sum(one.end - one.start for one in shifts):,} passages"


def _bibles(left: str, right: str) -> tuple[list[str], list[str]]:
    sides = read_passages(left), read_passages(right)
    return [*sides[0].values()], [*sides[1].values()]


def _same_numbers(left: str, right: str) -> tuple[list[str], list[str]]:
    sides = read_passages(left), read_passages(right)
    common = [name for name in sides[0] if name in sides[1]]
    return [sides[0][name] for name in common], [sides[1][name] for name in common]


def _run_on(left: str, right: str) -> tuple[list[str], str]:
    passages, text = _bibles(left, right)
    return passages, " ".join(text)


def _random_lines(count: int) -> list[str]:
    chance = random.Random(count)
    return [" ".join(f"w{chance.randrange(20_000)}" for _ in range(12)) for _ in range(count)]


def _page() -> tuple[list[str], str]:
    """Return as much as the page for placing allows: 3,000 passages and 500,000 characters."""
    passages, text = _bibles("kjv", "ylt")
    return passages[:3_000], " ".join(text)[:500_000]


_CASES: dict[str, tuple[Callable[..., str], Callable[[], tuple[object, object]]]] = {
    "align, KJV ~ ASV, 31,102 verses": (_align, lambda: _bibles("kjv", "asv")),
    "align, Synodal ~ KJV, 31,102 verses": (_align, lambda: _bibles("synodal", "kjv")),
    "align, random words, 36,000 ~ 36,001 units": (_align, lambda: (_random_lines(36_000), _random_lines(36_001))),
    "align, 100,000 equal lines": (_align, lambda: (["the same line"] * 100_000,) * 2),
    "align, 100,000 one-letter units": (_align, lambda: (["a", "b"] * 50_000, ["b", "a"] * 50_000)),
    "align, a million one-letter units": (_align, lambda: (["a"] * _MILLION,) * 2),
    "distribute, KJV -> ASV, 31,102 passages": (_distribute, lambda: _run_on("kjv", "asv")),
    "distribute, Synodal -> KJV, 31,102 passages": (_distribute, lambda: _run_on("synodal", "kjv")),
    "distribute, the most that the page allows": (_distribute, _page),
    "distribute, a million empty passages": (_distribute, lambda: ([""] * _MILLION, "a barn")),
    "distribute, a million one-letter passages": (_distribute, lambda: (["a"] * _MILLION, "a " * _MILLION)),
    "distribute, 5 MB without a space": (_distribute, lambda: (["a barn"] * 10, "a" * 5 * _MILLION)),
    "distribute, 5 MB of stops": (_distribute, lambda: (["a barn"] * 10, "." * 5 * _MILLION)),
    "find_shifts, KJV ~ Synodal, equal numbers": (_find_shifts, lambda: _same_numbers("kjv", "synodal")),
    "find_shifts, KJV ~ YLT, equal numbers": (_find_shifts, lambda: _same_numbers("kjv", "ylt")),
    "find_shifts, KJV ~ ASV, equal numbers": (_find_shifts, lambda: _same_numbers("kjv", "asv")),
}

if __name__ == "__main__":
    main()
