#!/usr/bin/env bash
# One would guess: USX turned into USFM has plain markers where words are marked once; \+ says that marks lie in each other.
# What is: of USX 3.0, usfmtc writes \+ before every marker after the first part of a note, to the end of the book; of 3.1 never.
# Why it matters: \+png with nothing open is no nesting; a reader that takes it for one loses where the words' mark ends.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/v"
"$folder/v/bin/pip" install -q --disable-pip-version-check "usfmtc==0.4.10"
cd "$folder"
"$folder/v/bin/python" - <<'PY'
import pathlib
import re

import usfmtc

NOTE = '<note style="f" caller="+"><char style="fr">1:1 </char><char style="ft">A prophet.</char></note>'
BOOK = f"""<usx version="%s"><book code="JON" style="id"/><chapter number="1" style="c" sid="JON 1"/>
<para style="p"><verse number="1" style="v" sid="JON 1:1"/>He{NOTE} went to <char style="png">Joppa</char>.<verse eid="JON 1:1"/></para>
<chapter eid="JON 1"/></usx>
"""
EXPECTED = {
    "3.0": r"He\f + \fr 1:1 \+ft A prophet.\f* went to \+png Joppa\+png*.",
    "3.1": r"He\f + \fr 1:1 \ft A prophet.\f* went to \png Joppa\png*.",
}
for version, expected in EXPECTED.items():
    pathlib.Path("book.usx").write_text(BOOK % version, encoding="utf-8")
    usfmtc.readFile("book.usx").saveAs("book.usfm", outformat="usfm")
    written = re.search(r"\\v 1 (.*)", pathlib.Path("book.usfm").read_text(encoding="utf-8"))[1].strip()
    print("usfmtc 0.4.10, USX", version, "->", written)
    assert written == expected, written
PY
