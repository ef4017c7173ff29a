"""`python -m tests.text.golden` writes `expected.txt` anew; with `--print` it only prints what it would write."""

import sys

from tests.text.golden.rendering import EXPECTED, render_by_the_character

if __name__ == "__main__":
    if sys.argv[1:] == ["--print"]:
        sys.stdout.buffer.write(render_by_the_character().encode())
    else:
        EXPECTED.write_text(render_by_the_character(), encoding="utf-8", newline="\n")
