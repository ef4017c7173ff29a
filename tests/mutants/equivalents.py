"""Mutants that change nothing anybody could see: reviewed one by one, listed with the reason in `equivalents.txt`.

The list names the module, the line as it is and as the mutant has it, so that it holds while other lines come and go;
whoever changes the line looks at it again.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

__all__ = ["LISTED", "is_equivalent", "parse"]

_FILE = Path(__file__).with_name("equivalents.txt")

Change = tuple[str, str, str]  # module, the line as it is, as the mutant has it


def parse(text: str) -> Iterator[Change]:
    """Yield the changes of a list. Raises `ValueError` for an entry that gives no reason."""
    for entry in text.split("\n\n"):
        lines = [line for line in entry.splitlines() if not line.startswith("#")]
        if not lines:
            continue
        if [line[0] for line in lines[1:]] != ["-", "+", "="] or not lines[3][1:].strip():
            raise ValueError(f"Expected a module, a line with -, one with + and a reason with =, not {lines}.")
        yield lines[0].strip(), lines[1][1:].strip(), lines[2][1:].strip()


LISTED = frozenset(parse(_FILE.read_text(encoding="utf-8")))


def is_equivalent(mutant: str, described: str, listed: Iterable[Change] = LISTED) -> bool:
    """Tell whether a mutant, as `making.describe` shows it, is listed."""
    module = mutant.partition(":")[0].removeprefix("workbench.text.").replace(".", "/")
    changed = {sign: [line[1:].strip() for line in described.splitlines() if line[:1] == sign] for sign in "-+"}
    return len(changed["-"]) == len(changed["+"]) == 1 and (module, changed["-"][0], changed["+"][0]) in set(listed)
