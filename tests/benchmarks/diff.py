"""The word comparison: speed, memory, agreement with a human collation, readability, worst cases.

    .venv/bin/python -m tests.benchmarks.diff [tokens] [speed] [memory] [agreement] [readability] [worst]
        [--against CHECKOUT]

Everything without an argument. `--against` measures another checkout beside this one; so are fast-diff-match-patch
where it is installed, and jsdiff where `JSDIFF` names its folder and there is node. Each table has its peer in the same
run.
Skips, saying so, where the real texts are absent.
"""

import argparse
import sys

from tests.benchmarks.diff_memory import measure_memory
from tests.benchmarks.diff_pairs import DATA
from tests.benchmarks.diff_quality import measure_agreement, measure_readability
from tests.benchmarks.diff_speed import measure_speed, measure_tokens
from tests.benchmarks.diff_worst import measure_worst

_BESIDE = {"speed": measure_speed, "memory": measure_memory}
TABLES = {
    "tokens": measure_tokens,
    **_BESIDE,
    "agreement": measure_agreement,
    "readability": measure_readability,
    "worst": measure_worst,
}


def main() -> None:
    """Print the tables named, or all."""
    parser = argparse.ArgumentParser(description="The word comparison: speed, agreement, readability, worst cases.")
    parser.add_argument("tables", nargs="*", choices=[*TABLES, []], default=[])
    parser.add_argument("--against", metavar="CHECKOUT", help="another checkout, timed beside this one")
    arguments = parser.parse_args()
    if not DATA.exists():
        sys.exit(f"Skipped: the real texts are not at {DATA}.")
    for name in arguments.tables or TABLES:
        print(f"\n## {name}\n")
        if name in _BESIDE:
            _BESIDE[name](arguments.against)
        else:
            TABLES[name]()


if __name__ == "__main__":
    main()
