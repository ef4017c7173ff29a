#!/usr/bin/env bash
# One would guess: "Hab 3:17–19", set with the dash that books print, is the same range as with a hyphen, and what is not known is told.
# What is: pythonbible ends the reference at the dash: verse 17 alone, Genesis 1 alone of 1–3; and a range whose last verse the English
# numbering lacks (Psalm 51:1-21 as Hebrew and German Bibles count) is gone whole, with nothing raised.
# Why it matters: a reading of three chapters becomes one, and a list of passages is shorter than what was asked for, unsaid.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/v"
"$folder/v/bin/pip" install -q --disable-pip-version-check "pythonbible==0.15.5"
cd "$folder"
"$folder/v/bin/python" - <<'PY'
from importlib.metadata import version

from pythonbible import format_scripture_references, get_references

print("pythonbible", version("pythonbible"))
for said, expected in [
    ("Habakkuk 3:17-19", "Habakkuk 3:17-19"),
    ("Habakkuk 3:17–19", "Habakkuk 3:17"),
    ("Genesis 1–3", "Genesis 1:1-31"),
    ("Genesis 1:31–2:3", "Genesis 1:31"),
    ("Genesis 1:1–2, 5–7", "Genesis 1:1"),
    ("Psalm 51:1-19", "Psalms 51:1-19"),
    ("Psalm 51:1-21", ""),
    ("John 3:16; Joel 4:1; John 3:18", "John 3:16,18"),
]:
    found = format_scripture_references(get_references(said))
    print(f"{said} -> {found!r}")
    assert found == expected, found
PY
