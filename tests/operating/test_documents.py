"""The documents say of settings what the code does."""

import re

from tests.operating.databases import ROOT
from workbench import settings


def test_the_table_of_settings_is_that_of_the_code() -> None:
    assert settings.__doc__
    table = settings.__doc__[settings.__doc__.index("| variable") :].strip()
    assert (ROOT / "docs/settings.md").read_text(encoding="utf-8").endswith(f"\n\n{table}\n")


def test_every_setting_that_is_read_stands_in_the_table() -> None:
    read = set(re.findall(r'env\.\w+\(\s*"([A-Z_]+)"', (ROOT / "workbench/settings.py").read_text(encoding="utf-8")))
    assert settings.__doc__
    assert read <= set(re.findall(r"^\| ([A-Z_]+) \|", settings.__doc__, re.MULTILINE))
    assert len(read) >= 15
