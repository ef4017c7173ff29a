#!/usr/bin/env bash
# One would guess: a romanisation of Russian leaves no Cyrillic letter: ё is ë (U+00EB) in BGN/PCGN, ALA-LC, GOST 7.79 A and the scholarly one.
# What is: eight of iuliia's schemas write the Latin name with the Cyrillic ё (U+0451) in it, which looks the same: "Khrushchёv" is not "Khrushchëv".
# Why it matters: such names never match in a search or a comparison, and a check for letters of another script marks each of them.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv own
own/bin/pip install -q --disable-pip-version-check iuliia==0.13.0
cat >look.py <<'PY'
import unicodedata
from importlib.metadata import version

import iuliia

schemas = [name for name in dir(iuliia) if name.isupper()]
written = {name: getattr(iuliia, name).translate("Хрущёв") for name in schemas}
mixed = {name: word for name, word in written.items() if any("CYRILLIC" in unicodedata.name(sign) for sign in word)}
print("iuliia", version("iuliia"), f"{len(mixed)} of {len(schemas)} schemas:", mixed)
assert set(mixed) == {"ALA_LC", "BGN_PCGN", "BGN_PCGN_ALT", "BS_2979", "GOST_16876", "GOST_779", "SCIENTIFIC", "UNGEGN_1987"}
assert all("\u0451" in word and "\u00eb" not in word for word in mixed.values())
assert written["ISO_9_1968"] == "Hruščëv"
PY
own/bin/python look.py
