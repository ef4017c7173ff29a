#!/usr/bin/env bash
# One would guess: two lists are compared element by element with ==, as difflib does.
# What is: rapidfuzz compares the elements' hash(); two whole numbers with one hash are "equal", at distance 0.
# Why it matters: words are handed over as numbers for speed; ids must stay small (or be strings), never hashes or wide keys.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/v"
"$folder/v/bin/pip" install -q --disable-pip-version-check "rapidfuzz==3.14.5"
"$folder/v/bin/python" - <<'PY'
from difflib import SequenceMatcher
from rapidfuzz import __version__
from rapidfuzz.distance import Indel, Levenshtein

left, right = ["the", 0, "end"], ["the", 2**61 - 1, "end"]
assert left != right
assert hash(0) == hash(2**61 - 1)
by_hash = Indel.distance(left, right), [step.tag for step in Levenshtein.opcodes(left, right)]
by_value = [tag for tag, *_ in SequenceMatcher(None, left, right).get_opcodes()]
print("rapidfuzz", __version__, "Indel distance and opcodes:", by_hash)
print("difflib opcodes:", by_value)
assert by_hash == (0, ["equal"]), by_hash
assert by_value == ["equal", "replace", "equal"], by_value
assert Indel.distance(left, ["the", 1, "end"]) == 2
PY
