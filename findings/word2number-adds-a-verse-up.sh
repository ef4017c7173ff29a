#!/usr/bin/env bash
# One would guess: asked for the number in a phrase that names two, word2number refuses or takes the first; "an hundred" is 100.
# What is: it leaves out every word that it does not know and reckons with the rest: forty days and forty nights are 80, seventy
# times seven 77, six hundred threescore and six 606, an hundred and fifty and three 5003; it refuses none of them.
# Why it matters: a check whether two translations name the same numbers finds "eighty" in the one and tells of what is right.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/v"
"$folder/v/bin/pip" install -q --disable-pip-version-check "word2number==1.1"
cd "$folder"
"$folder/v/bin/python" - <<'PY'
from importlib.metadata import version

from word2number.w2n import word_to_num

print("word2number", version("word2number"))
for said, expected in [
    ("one hundred and fifty-three fish", 153),
    ("an hundred and fifty and three fish", 5003),
    ("forty days and forty nights", 80),
    ("five loaves and two fish", 7),
    ("seventy times seven", 77),
    ("six hundred threescore and six", 606),
    ("threescore and ten years", 10),
]:
    found = word_to_num(said)
    print(f"{said} -> {found}")
    assert found == expected, found
PY
