#!/usr/bin/env bash
# One would guess: CollateX, made for manuscripts, takes a word with its vowel points or signs for one word of the table.
# What is: the Python one ends a word at every combining mark: a greeting of two Hebrew words is twelve, and the same two without points
# stand opposite its first letter and that letter's points; two words of Sanskrit are 22, decomposed French is torn likewise.
# Why it matters: a pointed edition is collated by letters and no column says which word differs; it has to be given as tokens.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/v"
"$folder/v/bin/pip" install -q --disable-pip-version-check "collatex==2.3" "Levenshtein==0.27.5"
cd "$folder"
"$folder/v/bin/python" - <<'PY'
import json
import unicodedata
from importlib.metadata import version

from collatex import Collation, collate


def table(**witnesses):
    """Return the words of each witness, a list a witness with a place a column, None where it has nothing."""
    collation = Collation()
    for siglum, words in witnesses.items():
        collation.add_plain_witness(siglum, words)
    rows = json.loads(collate(collation, output="json", segmentation=False))["table"]
    return [["".join(token["t"] for token in cell).strip() if cell else None for cell in row] for row in rows]


print("collatex", version("collatex"))
pointed, bare = table(A="שָׁלוֹם עָלֵיכֶם", B="שלום עליכם")
print(pointed, bare, sep="\n")
assert len(pointed) == 12 and pointed[:2] == ["ש", "\u05b8\u05c1"]
assert bare == ["שלום", "עליכם", *[None] * 10]
sanskrit, _ = table(A="धर्मक्षेत्रे कुरुक्षेत्रे", B="धर्मक्षेत्रे कुरुक्षेत्रं")
print(len(sanskrit), sanskrit)
assert len(sanskrit) == 22
composed = "été là"
for form, words in (("NFC", ["été", "là"]), ("NFD", ["e", "\u0301", "te", "\u0301", "la", "\u0300"])):
    found, _ = table(A=unicodedata.normalize(form, composed), B="x")
    print(form, found)
    assert [word for word in found if word] == words
PY
