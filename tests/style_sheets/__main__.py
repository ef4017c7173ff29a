"""`python -m tests.style_sheets`: lint the project's own style sheets; ends with 1 where something is wrong."""

import sys
from pathlib import Path

from tests.style_sheets.rules import lint, unused_classes

ROOT = Path(__file__).parents[2]
SHEETS = sorted(ROOT.glob("workbench/*/static/**/*.css"))
SOURCES = [path for ending in ("py", "html", "js") for path in ROOT.glob(f"workbench/**/*.{ending}")]


def main() -> int:
    """Print each fault as `file:line: what`; return how many there are, at most 1."""
    read = {path: path.read_text(encoding="utf-8") for path in SHEETS}
    told = [f"{path.relative_to(ROOT)}:{line}: {words}" for path in SHEETS for line, words in lint(read[path])]
    unused = unused_classes(read.values(), (path.read_text(encoding="utf-8") for path in SOURCES))
    told += [f"no page has the class {name}" for name in sorted(unused)]
    print("\n".join(told) or f"{len(SHEETS)} style sheets: nothing wrong")
    return min(len(told), 1)


if __name__ == "__main__":
    sys.exit(main())
