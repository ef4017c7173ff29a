"""`python -m tests.text.golden` writes `expected.txt` anew; with `--print` it only prints what it would write."""

import sys

from tests.text.golden.rendering import EXPECTED, render, write

if __name__ == "__main__":
    if sys.argv[1:] == ["--print"]:
        sys.stdout.buffer.write(write(render()).encode())
    else:
        EXPECTED.write_text(write(render()), encoding="utf-8", newline="\n")
