#!/usr/bin/env bash
# One would guess: Locale.parse("ar_Latn") keeps the script it was told, or refuses; its direction is that of Latin letters.
# What is: Babel falls back to plain "ar" without a word and answers "rtl"; "arz" and "syc" it refuses, though it holds their scripts.
# Why it matters: transliterated Arabic (a column of its own in many editions) would be set right to left: direction has to be
# decided from the tag's own script, then from likely subtags, and Babel asked for names alone.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/v"
"$folder/v/bin/pip" install -q --disable-pip-version-check "Babel==2.19.0"
"$folder/v/bin/python" - <<'PY'
from babel import Locale, UnknownLocaleError, __version__
from babel.core import get_global

latin = Locale.parse("ar_Latn")
print("Babel", __version__, "ar_Latn ->", latin, "script", latin.script, latin.text_direction)
assert (str(latin), latin.script, latin.text_direction) == ("ar", None, "rtl")
likely = get_global("likely_subtags")
for tag, full in (("arz", "arz_Arab_EG"), ("syc", "syc_Syrc_TR")):
    try:
        Locale.parse(tag)
    except UnknownLocaleError as error:
        print(tag, "->", error, "though likely subtags say", likely[tag])
        assert likely[tag] == full
    else:
        raise AssertionError(tag)
assert Locale.parse("sd_Deva").text_direction == "ltr", "a listed script is kept"
PY
