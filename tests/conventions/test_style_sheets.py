"""Style sheets say nothing that is not there."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
SHEETS = sorted(ROOT.glob("workbench/*/static/**/*.css"))


def test_every_custom_property_that_is_used_is_given_a_value() -> None:
    sheets = "\n".join(path.read_text(encoding="utf-8") for path in SHEETS)
    used = set(re.findall(r"var\((--[\w-]+)\)", sheets))
    assert used - set(re.findall(r"(--[\w-]+)\s*:", sheets)) == set()


def test_no_rule_says_one_property_twice_with_one_value() -> None:
    twice = []
    for path in SHEETS:
        for body in re.findall(r"\{([^{}]*)\}", path.read_text(encoding="utf-8")):
            said = [" ".join(one.split()) for one in body.split(";") if one.strip()]
            twice += [f"{path.name}: {one}" for one in set(said) if said.count(one) > 1]
    assert twice == []
