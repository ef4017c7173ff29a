"""CollateX in an interpreter of its own, and tables of both in one form.

The interpreter that WORKBENCH_COLLATEX_PYTHON names has CollateX installed; this project's never has.
"""

import json
import os
import subprocess
from collections.abc import Sequence

from workbench.text import Collation

__all__ = ["Table", "has_collatex", "read_table", "run_collatex"]

Table = list[list[str | None]]  # columns of cells, a cell for each witness

_DRIVER = """
import importlib, json, sys, time
collatex = importlib.import_module("collatex")
tables, seconds = [], 0.0
for words in json.load(sys.stdin):
    # it stops at a witness without words
    witnesses = [{"id": str(i), "tokens": [{"t": w, "n": w} for w in ws]} for i, ws in enumerate(words) if ws]
    start = time.process_time()
    table = collatex.collate({"witnesses": witnesses}, output="table", segmentation=False)
    seconds += time.process_time() - start
    cells = [column.tokens_per_witness for column in table.columns]
    tables.append([[c[str(i)][0].token_string if str(i) in c else None for i in range(len(words))] for c in cells])
json.dump([seconds, tables], sys.stdout)
"""


def has_collatex() -> bool:
    """Whether the environment names an interpreter with CollateX."""
    return "WORKBENCH_COLLATEX_PYTHON" in os.environ


def run_collatex(sets: Sequence[Sequence[Sequence[str]]]) -> tuple[float, list[Table]]:
    """Let CollateX align the words of the witnesses of each set; processor time in seconds, and the tables."""
    command = [os.environ["WORKBENCH_COLLATEX_PYTHON"], "-c", _DRIVER]
    run = subprocess.run(command, input=json.dumps(sets), capture_output=True, text=True, check=True)
    seconds, tables = json.loads(run.stdout)
    return seconds, tables


def read_table(collation: Collation, texts: Sequence[str]) -> Table:
    """Write our table in the same form."""
    return [
        [cell.of(text) if cell else None for cell, text in zip(column.cells, texts, strict=True)]
        for column in collation.columns
    ]
