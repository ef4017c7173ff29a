#!/usr/bin/env bash
# One would guess: a sentence splitter ends a sentence at its stop, and what opens a quotation or a bracket begins the next one.
# What is: sil-machine's splitter for Latin scripts takes a bracket along, but leaves the opening quotation mark with the sentence
# before, be it curved, straight, German or a guillemet: 'He came. “', 'Go.”'.
# Why it matters: every direct speech has one mark too many in one unit and one too few in the next: aligned with a text that was
# cut elsewhere, both units differ, and checks call both unbalanced.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/v"
"$folder/v/bin/pip" install -q --disable-pip-version-check "sil-machine==1.9.2"
cd "$folder"
"$folder/v/bin/python" - <<'PY'
from importlib.metadata import version

from machine.tokenization import LatinSentenceTokenizer

split = LatinSentenceTokenizer().tokenize
print("sil-machine", version("sil-machine"))
for before, opens, said, closes, after in [
    ("He came.", "“", "Go.", "”", "She left."),
    ("He came.", '"', "Go.", '"', "She left."),
    ("Er kam.", "„", "Geh.", "“", "Sie ging."),
    ("Il vint.", "«", "Va. ", "»", "Elle partit."),
]:
    found = list(split(f"{before} {opens}{said}{closes} {after}"))
    print(found)
    assert found == [f"{before} {opens}", f"{said}{closes}", after]
assert list(split("He came. (Late.) She left.")) == ["He came.", "(Late.)", "She left."]
PY
