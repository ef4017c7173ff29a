#!/usr/bin/env bash
# One would guess: who puts another text into a unit that "needs review" leaves it to be reviewed; approving is a step of its own.
# What is: translate-toolkit makes it state="translated" and approved="yes" with the assignment, and calls a unit that says
# state="translated", but not that it is approved, fuzzy.
# Why it matters: a script that mends a spelling approves the text; so approval is never taken over from a file here.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/v"
"$folder/v/bin/pip" install -q --disable-pip-version-check "translate-toolkit==3.20.4"
cd "$folder"
"$folder/v/bin/python" - <<'PY'
from importlib.metadata import version

from translate.storage.xliff import xlifffile

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
UNIT = '<trans-unit id="{}"><source>Cat</source><target state="{}">Hund</target></trans-unit>'
units = UNIT.format(1, "needs-review-translation") + UNIT.format(2, "translated")
file = f'<file original="a" source-language="en" target-language="de" datatype="plaintext"><body>{units}</body></file>'
store = xlifffile.parsestring(f'<xliff version="1.2" xmlns="{NAMESPACE}">{file}</xliff>'.encode())

first, second = store.units
before = (first.isapproved(), second.isfuzzy())
first.target = "Katze"
unit, target = first.xmlelement, first.xmlelement.find(f"{{{NAMESPACE}}}target")
after = (unit.get("approved"), target.get("state"), target.text)
print("translate-toolkit", version("translate-toolkit"), "before:", before, "after:", after)
assert before == (False, True)
assert after == ("yes", "translated", "Katze")
PY
