#!/usr/bin/env bash
# One would guess: of a glossary entry with a deprecated and a preferred term, the preferred one is the unit's target.
# What is: translate-toolkit takes whichever stands first and calls the unit translated, not obsolete; to set another target puts
# the new word under the deprecated term's note, so that one word is deprecated and preferred, and the warning is lost.
# Why it matters: a glossary that passes through it recommends what it forbids; terms have to be read one by one, with their notes.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/v"
"$folder/v/bin/pip" install -q --disable-pip-version-check "translate-toolkit==3.20.4"
cd "$folder"
"$folder/v/bin/python" - <<'PY'
from importlib.metadata import version

from translate.storage.tbx import tbxfile

TERM = '<tig><term>{}</term><termNote type="administrativeStatus">{}Term-admn-sts</termNote></tig>'
german = TERM.format("Kahnfahrer", "deprecated") + TERM.format("Fährmann", "preferred")
entry = (
    '<termEntry id="t1"><langSet xml:lang="en"><tig><term>ferryman</term></tig></langSet>'
    f'<langSet xml:lang="de">{german}</langSet></termEntry>'
)
head = "<martifHeader><fileDesc><sourceDesc><p>Terms</p></sourceDesc></fileDesc></martifHeader>"
file = f'<martif type="TBX" xml:lang="en">{head}<text><body>{entry}</body></text></martif>'
store = tbxfile.parsestring(file.encode())

(unit,) = store.units
before = (unit.source, unit.target, unit.istranslated(), unit.isobsolete())
unit.target = "Fährmann"
terms = [(one.findtext("term"), one.findtext("termNote")) for one in unit.xmlelement.iter("tig")][1:]
print("translate-toolkit", version("translate-toolkit"), "before:", before, "after:", terms)
assert before == ("ferryman", "Kahnfahrer", True, False)
assert terms == [("Fährmann", "deprecatedTerm-admn-sts"), ("Fährmann", "preferredTerm-admn-sts")]
PY
