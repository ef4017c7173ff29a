#!/usr/bin/env bash
# One would guess: USFM that usfm-grammar makes a tree of (USJ) and writes again has the words it had; its help says that spaces and lines
# may differ, hardly that words are parted.
# What is: it writes a blank behind every mark of words and note: "\nd Lord\nd*’s" becomes "Lord ’s", a stop stands apart, and each round
# adds one more. Its lines for alignment (vref) part words at the first reading: "un\add shaken\add*" is "un shaken".
# Why it matters: each verse with marked words differs from itself after one round, and its words are counted and aligned as others.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/v"
"$folder/v/bin/pip" install -q --disable-pip-version-check "usfm-grammar==3.2.1" "tree-sitter-usfm3==3.2.1"
cd "$folder"
"$folder/v/bin/python" - <<'PY'
from importlib.metadata import version

from usfm_grammar import USFMParser

VERSE = r"\v 1 The \nd Lord\nd*’s house was un\add shaken\add*.\f + \ft Or \fq firm\fq*.\f* So he sang."
AFTER = [
    r"\v 1 The \nd Lord\nd*’s house was un\add shaken\add*.\f + \ft Or \fq firm\fq*.\f* So he sang.",
    r"\v 1 The \nd Lord \nd* ’s house was un\add shaken \add* .\f +  \ft Or \ft* \fq firm \fq* . \f*  So he sang.",
    r"\v 1 The \nd Lord \nd*  ’s house was un\add shaken \add*  .\f +   \ft Or \ft*  \fq firm \fq*  . \f*   So he sang.",
]
ALIGNED = [
    "The Lord ’s house was un shaken. So he sang.",
    "The Lord  ’s house was un shaken  .  So he sang.",
    "The Lord   ’s house was un shaken   .   So he sang.",
]
print("usfm-grammar", version("usfm-grammar"))
book = "\\id RUT\n\\c 1\n\\p\n" + VERSE + "\n"
for after, aligned in zip(AFTER, ALIGNED):
    parser = USFMParser(book)
    verse, words = book.split("\\p")[1].strip(), parser.to_biblenlp_format()["text"]
    print(verse, words, sep="\n  ")
    assert not parser.errors and verse == after and words == [aligned]
    book = USFMParser(from_usj=parser.to_usj()).usfm
PY
