"""The word comparison: speed, agreement with a human collation, readability, worst cases.

    .venv/bin/python -m tests.benchmarks.diff [tokens] [speed] [agreement] [readability] [worst]

Everything without an argument. Each table has its peer in the same run. Skips, saying so, where the real texts are
absent.
"""

import sys

from tests.benchmarks.diff_pairs import DATA
from tests.benchmarks.diff_quality import measure_agreement, measure_readability
from tests.benchmarks.diff_speed import measure_speed, measure_tokens
from tests.benchmarks.diff_worst import measure_worst

TABLES = {
    "tokens": measure_tokens,
    "speed": measure_speed,
    "agreement": measure_agreement,
    "readability": measure_readability,
    "worst": measure_worst,
}


def main(names: list[str]) -> None:
    """Print the tables named, or all."""
    if not DATA.exists():
        sys.exit(f"Skipped: the real texts are not at {DATA}.")
    for name in names or TABLES:
        print(f"\n## {name}\n")
        TABLES[name]()


if __name__ == "__main__":
    main(sys.argv[1:])
