#!/usr/bin/env bash
# One would guess: a library of language tags fills Ancient Greek up with Greek letters and Biblical Hebrew with Hebrew ones, and of two
# texts tagged grc-Grek and en offers the first to who asks for grc.
# What is: langcodes takes grc for Cypriot syllabary, and languages that it has no script for (hbo, syc, orv) for Latin of the USA; so
# grc-Grek is 50 from grc where 25 is the most that fits, and nothing is offered. Babel, with newer data, says Greek and Hebrew.
# Why it matters: an original is not found by its own language, and its direction and font are guessed from letters that it is not in.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/v"
"$folder/v/bin/pip" install -q --disable-pip-version-check "langcodes==3.5.1" "Babel==2.19.0"
cd "$folder"
"$folder/v/bin/python" - <<'PY'
from importlib.metadata import version

from babel.core import get_global
from langcodes import Language, closest_match

print("langcodes", version("langcodes"), "Babel", version("Babel"))
for tag, full, other in [
    ("grc", "grc-Cprt-CY", "grc_Grek_GR"),
    ("hbo", "hbo-Latn-US", "hbo_Hebr_IL"),
    ("syc", "syc-Latn-US", "syc_Syrc_TR"),
    ("orv", "orv-Latn-US", "orv_Cyrl_RU"),
    ("la", "la-Latn-VA", "la_Latn_VA"),
]:
    found = Language.get(tag).maximize().to_tag()
    print(f"{tag}: langcodes {found}, Babel {get_global('likely_subtags')[tag]}")
    assert (found, get_global("likely_subtags")[tag]) == (full, other)
for asked, there, expected in [
    ("grc", "grc-Grek", "und"),
    ("hbo", "hbo-Hebr", "und"),
    ("la", "la-Latn", "la-Latn"),
    ("he", "he-Hebr", "he-Hebr"),
]:
    found, distance = closest_match(asked, [there, "en"])
    print(f"{asked} among {there} and en: {found} ({distance})")
    assert found == expected
PY
