"""Whether the differences are where a human collation has them, and how readable they are."""

from collections.abc import Callable, Iterable
from itertools import accumulate

from tests.benchmarks.diff_pairs import KINDS, Pair, chapters, verse_pairs
from tests.benchmarks.diff_peers import Block, run_by_dmp, run_by_workbench, run_rawly
from workbench.text import read_keys
from workbench.text.words.weights import is_light

__all__ = ["judge", "measure_agreement", "measure_readability"]

Engine = Callable[[str, str], list[Block]]
ENGINES: dict[str, Engine] = {
    "workbench": run_by_workbench,
    "shortest edit alone": run_rawly,
    "diff-match-patch, words, cleaned": run_by_dmp,
}


def measure_agreement() -> None:
    """Print how many units of the Frankenstein collation that differ are touched, and how many that don't."""
    print("| engine | differing units found | agreeing units falsely marked |\n|---|---|---|")
    units = [chapter for chapter in chapters() if chapter]
    for name, engine in ENGINES.items():
        counts = [judge(engine, chapter) for chapter in units]
        found, differing, false, agreeing = (sum(column) for column in zip(*counts, strict=True))
        print(
            f"| {name} | {found:,} of {differing:,} ({found / differing:.1%}) "
            f"| {false:,} of {agreeing:,} ({false / agreeing:.1%}) |"
        )


def judge(engine: Engine, units: list[Pair]) -> tuple[int, int, int, int]:
    """Count the units that differ and are touched, that differ, that agree and are touched, that agree."""
    runs = engine(" ".join(left for left, _ in units), " ".join(right for _, right in units))
    touched = _touched(units, 0, runs) | _touched(units, 1, runs)
    differing = {n for n, (left, right) in enumerate(units) if left.split() != right.split()}
    return len(differing & touched), len(differing), len(touched - differing), len(units) - len(differing)


def _touched(units: list[Pair], side: int, runs: Iterable[Block]) -> set[int]:
    """Number the units of which a character is marked on this side."""
    ends = list(accumulate(len(unit[side]) + 1 for unit in units))
    owner = [n for n, unit in enumerate(units) for _ in range(len(unit[side]) + 1)]
    spaces = {end - 1 for end in ends}
    marked = (range(run[1 + 2 * side], run[2 + 2 * side]) for run in runs if not run[0])
    return {owner[place] for places in marked for place in places if place < len(owner) and place not in spaces}


def measure_readability() -> None:
    """Print changes, and light words left alone between two changes, per 100 words of the left side."""
    print("| pairs | engine | changes per 100 words | light words alone per 100 words |\n|---|---|---|---|")
    for kind in KINDS:
        pairs = verse_pairs(kind, 1000)
        words = sum(len(read_keys(left).values) for left, _ in pairs)
        for name, engine in ENGINES.items():
            results = [(left, engine(left, right)) for left, right in pairs]
            changes = sum(_count_changes(runs) for _, runs in results)
            alone = sum(_count_alone(left, runs) for left, runs in results)
            print(f"| {kind} | {name} | {changes / words * 100:.1f} | {alone / words * 100:.2f} |")


def _count_changes(runs: list[Block]) -> int:
    """Count the runs of changes: two beside each other, with nothing but space between, are one to the eye."""
    return sum(not run[0] and (n == 0 or runs[n - 1][0]) for n, run in enumerate(runs))


def _count_alone(left: str, runs: list[Block]) -> int:
    """Count agreeing runs inside the text that hold one light word or sign and nothing else."""
    inner = [read_keys(left[run[1] : run[2]]).values for run in runs[1:-1] if run[0]]
    return sum(len(words) == 1 and is_light(words[0]) for words in inner)
