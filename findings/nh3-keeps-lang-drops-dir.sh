#!/usr/bin/env bash
# One would guess: a sanitiser that lets `lang` stand lets `dir` stand too: both only say how words are set.
# What is: nh3's defaults keep `lang` everywhere and drop `dir` from everything but <bdo>, even from <bdi>.
# Why it matters: a comment in Hebrew with dir="rtl" is set left to right after cleaning, its full stop on the wrong side.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/v"
"$folder/v/bin/pip" install -q --disable-pip-version-check "nh3==0.3.8"
"$folder/v/bin/python" - <<'PY'
import nh3

words = "\u05e9\u05dc\u05d5\u05dd."
cases = {
    f'<p dir="rtl" lang="he">{words}</p>': f'<p lang="he">{words}</p>',
    f'<bdi dir="rtl">{words}</bdi>': f"<bdi>{words}</bdi>",
    f'<bdo dir="rtl">{words}</bdo>': f'<bdo dir="rtl">{words}</bdo>',
}
for given, expected in cases.items():
    cleaned = nh3.clean(given)
    print("nh3", nh3.__version__ if hasattr(nh3, "__version__") else "0.3.8", given, "->", cleaned)
    assert cleaned == expected, cleaned
attributes = {**nh3.ALLOWED_ATTRIBUTES, "*": {"lang", "dir"}}
assert 'dir="rtl"' in nh3.clean(f'<p dir="rtl">{words}</p>', attributes=attributes)
PY
