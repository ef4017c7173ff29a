#!/usr/bin/env bash
# One would guess: three scores of one report, with their defaults, agree on whether two sentences differ at all.
# What is: TER folds case (distance 0 for "LORD"/"lord"), chrF drops white space (100 for "every one"/"everyone"), BLEU does neither.
# Why it matters: a quality report that prints them side by side must say what each ignores, or name its settings.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/v"
"$folder/v/bin/pip" install -q --disable-pip-version-check "sacrebleu==2.6.0"
"$folder/v/bin/python" - <<'PY'
from sacrebleu import __version__
from sacrebleu.metrics import BLEU, CHRF, TER

pairs = {
    "case": ("Then the LORD came down to them", "Then the lord came down to them"),
    "word division": ("Then every one came down to them", "Then everyone came down to them"),
}
scores = {}
for name, (hypothesis, reference) in pairs.items():
    scores[name] = [
        round(metric.sentence_score(hypothesis, [reference]).score, 1)
        for metric in (BLEU(effective_order=True), CHRF(), TER())
    ]
    print("sacrebleu", __version__, name, "BLEU, chrF, TER:", scores[name])
assert scores["case"][0] < 100 and scores["case"][1] < 100 and scores["case"][2] == 0, scores
assert scores["word division"][0] < 100 and scores["word division"][1] == 100 and scores["word division"][2] > 0, scores
hypothesis, reference = pairs["case"]
assert TER(case_sensitive=True).sentence_score(hypothesis, [reference]).score > 0
hypothesis, reference = pairs["word division"]
assert CHRF(whitespace=True).sentence_score(hypothesis, [reference]).score < 100
PY
