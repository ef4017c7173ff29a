#!/usr/bin/env bash
# One would guess: a package's Krippendorff's alpha is the published one, its ordinal scale goes by ranks, its AC2 is Gwet's.
# What is: iaa-kit counts every pair of ratings once however many raters a unit has, and a unit with one rating in what is expected;
# its "ordinal" is the interval distance to the digit, and its ac2 is Cohen's weighted kappa.
# Why it matters: the one permissive package that offers alpha cannot say how far reviewers agree where some of them looked away.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/v"
"$folder/v/bin/pip" install -q --disable-pip-version-check "iaa-kit==0.1.2"
"$folder/v/bin/python" - <<'PY'
from collections import Counter
from importlib.metadata import version

import iaa_kit
from iaa_kit.cohen import kappa
from iaa_kit.gwet import ac1, ac2
from iaa_kit.krippendorff import alpha_value

# Three raters, six texts, verdicts 1 to 3; the third looked at half of them, the last text was seen by one person.
texts = [[1, 1, None], [2, 2, 2], [3, 2, 3], [1, 1, 1], [2, 3, None], [3, None, None]]


def alpha(units):
    """Return nominal alpha as Krippendorff defines it: pairs within a unit weigh 1 / (ratings - 1), lone ratings nothing."""
    pairs = Counter()
    for unit in ([rating for rating in unit if rating is not None] for unit in units):
        for place, one in enumerate(unit):
            for other in unit[:place] + unit[place + 1 :]:
                pairs[one, other] += 1 / (len(unit) - 1)
    total = sum(pairs.values())
    margins = Counter()
    for (one, _), weight in pairs.items():
        margins[one] += weight
    observed = sum(weight for (one, other), weight in pairs.items() if one != other)
    expected = sum(margins[a] * margins[b] for a in margins for b in margins if a != b) / (total - 1)
    return 1 - observed / expected


print("iaa-kit", version("iaa-kit"))
theirs, defined = alpha_value(texts, "nominal"), alpha(texts)
print(f"nominal alpha with ratings missing: {theirs:.4f}, by the definition {defined:.4f}")
assert abs(theirs - defined) > 0.01
ranks = [[1, 1], [2, 2], [2, 10], [10, 10], [1, 2]]
print(f"ordinal {alpha_value(ranks, 'ordinal'):.4f}, interval {alpha_value(ranks, 'interval'):.4f}")
assert alpha_value(ranks, "ordinal") == alpha_value(ranks, "interval")
one, other = [1, 1, 2, 3, 3, 2], [1, 2, 2, 3, 1, 2]
print(f"ac2 {ac2(one, other):.4f}, weighted kappa {kappa(one, other, weights='linear'):.4f}, ac1 {ac1(one, other):.4f}")
assert ac2(one, other) == kappa(one, other, weights="linear")
assert "fleiss_kappa" in dir(iaa_kit)
PY
