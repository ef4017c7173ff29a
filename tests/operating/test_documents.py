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


def test_every_claim_against_a_threat_names_a_test_that_there_is() -> None:
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", (ROOT / "docs/threats.md").read_text(encoding="utf-8"))
    assert [f"{path}::{name}" for path, name in named if f"def {name}(" not in (ROOT / path).read_text("utf-8")] == []
    assert len(named) > 15


def test_documents_for_administrators_link_to_what_there_is() -> None:
    for name in ("deploying", "operating", "questions", "settings", "threats"):
        text = (ROOT / f"docs/{name}.md").read_text(encoding="utf-8")
        links = [link for link in re.findall(r"\]\(([^)#]+)", text) if not link.startswith("http")]
        assert [link for link in links if not (ROOT / "docs" / link).exists()] == []
