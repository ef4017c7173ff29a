#!/usr/bin/env bash
# One would guess: tmx2dataframe gives each pair of a memory whole: the sentence without or with its tags, by `srclang` source or target.
# What is: a sentence ends where its first tag stands ("The <bpt>..old.. man" is "The "), whichever variant comes first is called the
# source, though `srclang` names the other language, and a second translation of the unit is left out; nothing is said of any of it.
# Why it matters: a memory with italics or notes becomes a table of torn sentences, some the wrong way round, that looks whole.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/v"
"$folder/v/bin/pip" install -q --disable-pip-version-check "tmx2dataframe==0.3.0" "pandas==2.3.3"
cd "$folder"
cat >memory.tmx <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
  <header creationtool="hand" creationtoolversion="1" segtype="sentence" o-tmf="none" adminlang="en" srclang="en" datatype="plaintext"/>
  <body>
    <tu tuid="1">
      <tuv xml:lang="en"><seg>The <bpt i="1">*</bpt>old<ept i="1">*</ept> ferry left at noon.</seg></tuv>
      <tuv xml:lang="fr"><seg>Le vieux bac partit à midi.</seg></tuv>
    </tu>
    <tu tuid="2">
      <tuv xml:lang="fr"><seg>Personne ne vint.</seg></tuv>
      <tuv xml:lang="en"><seg>Nobody came.</seg></tuv>
      <tuv xml:lang="fr"><seg>Nul ne vint.</seg></tuv>
    </tu>
  </body>
</tmx>
XML
"$folder/v/bin/python" - <<'PY'
from importlib.metadata import version

from tmx2dataframe import tmx2dataframe

head, table = tmx2dataframe.read("memory.tmx")
print("tmx2dataframe", version("tmx2dataframe"), "srclang:", head["srclang"])
rows = [tuple(row) for row in table.itertuples(index=False)]
for row in rows:
    print(row)
assert head["srclang"] == "en"
assert rows == [
    ("en", "The ", "fr", "Le vieux bac partit à midi."),
    ("fr", "Personne ne vint.", "en", "Nobody came."),
], rows
PY
