#!/usr/bin/env bash
# One would guess: a splitter that takes "el" among its languages ends a sentence at the Greek question mark, which looks like ";".
# What is: sentence-splitter (the rules of Moses) never does, be it U+003B or U+037E, and so each question and its answer are one sentence;
# a Latin "?" would end it. syntok, which asks for no language, divides them.
# Why it matters: in a dialogue or a Gospel every question is one unit in Greek and two in English, and aligned by sentences both slip.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/v"
"$folder/v/bin/pip" install -q --disable-pip-version-check "sentence-splitter==1.4" "syntok==1.4.4"
cd "$folder"
"$folder/v/bin/python" - <<'PY'
from importlib.metadata import version

from sentence_splitter import SentenceSplitter
from syntok import segmenter

print("sentence-splitter", version("sentence-splitter"), "syntok", version("syntok"))
greek = SentenceSplitter(language="el")
for mark, count in ((";", 2), ("\u037e", 2), ("?", 3)):
    said = f"Ποῦ ἦσθα{mark} Ἐν τῇ πόλει. Καλῶς."
    found = greek.split(said)
    print(f"U+{ord(mark):04X}: {found}")
    assert len(found) == count, found
said = "Ποῦ ἦσθα; Ἐν τῇ πόλει. Καλῶς."
theirs = ["".join(word.spacing + word.value for word in sentence).strip() for part in segmenter.analyze(said) for sentence in part]
print("syntok:", theirs)
assert theirs == ["Ποῦ ἦσθα;", "Ἐν τῇ πόλει.", "Καλῶς."]
PY
