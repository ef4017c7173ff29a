#!/usr/bin/env bash
# One would guess: number words become figures of their value, or are left as they are: what is no number, or too old, stays whole.
# What is: text2num turns part of a number into figures (“5 and 20 men”, “threescore and 10”), takes the French plural of “new” for 9,
# and leaves the Spanish 21 before a noun, while it reads the form that stands alone.
# Why it matters: texts put through it before they are compared differ where one translation says 25 and the other five and twenty.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/v"
"$folder/v/bin/pip" install -q --disable-pip-version-check "text2num==3.1.0"
cd "$folder"
"$folder/v/bin/python" - <<'PY'
from importlib.metadata import version

from text_to_num import alpha2digit

print("text2num", version("text2num"))
for language, said, expected in [
    ("en", "He had twenty-five men", "He had 25 men"),
    ("en", "He had five and twenty men", "He had 5 and 20 men"),
    ("en", "He lived threescore and ten years", "He lived threescore and 10 years"),
    ("fr", "neuf habits neufs", "9 habits 9"),
    ("es", "son veintiuno", "son 21"),
    ("es", "veintiún hombres", "veintiún hombres"),
]:
    found = alpha2digit(said, language)
    print(f"{language}: {said} -> {found}")
    assert found == expected, found
PY
