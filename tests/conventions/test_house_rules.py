"""Rules of the house that no linter knows, each tried on a good and a bad example."""

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps

ROOT = Path(__file__).parents[2]
DOORS = [*ROOT.glob("workbench/web/**/*.py"), *ROOT.glob("workbench/api/**/*.py")]
PRESCRIBED = {"migrations", "management", "commands"}  # folders that Django wants, and names
PACKAGES = sorted(
    folder for folder in {path.parent for path in ROOT.glob("workbench/**/*.py")} if folder.name not in PRESCRIBED
)


def names_used(source: str) -> set[str]:
    """Return every name and attribute that a module mentions."""
    nodes = list(ast.walk(ast.parse(source)))
    imported = {alias.name for node in nodes if isinstance(node, ast.ImportFrom) for alias in node.names}
    return imported | {node.attr for node in nodes if isinstance(node, ast.Attribute)}


def test_the_rule_finds_a_door_that_writes_past_review() -> None:
    assert "write_revision" in names_used("from workbench.corpus.actions import write_revision")
    assert "write_revision" in names_used("from workbench.corpus import actions\nactions.write_revision()")
    assert "write_revision" not in names_used("from workbench.review.actions import revise_variant")


@pytest.mark.parametrize("path", DOORS, ids=lambda path: str(path.relative_to(ROOT)))
def test_doors_change_texts_only_through_review(path: Path) -> None:
    assert "write_revision" not in names_used(path.read_text())


@pytest.mark.parametrize("path", DOORS, ids=lambda path: str(path.relative_to(ROOT)))
def test_doors_neither_save_nor_delete_rows(path: Path) -> None:
    written = names_used(path.read_text()) & {"bulk_create", "bulk_update", "get_or_create", "update_or_create"}
    assert not written


@pytest.mark.parametrize("package", PACKAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_package_says_what_lives_there(package: Path) -> None:
    assert ast.get_docstring(ast.parse((package / "__init__.py").read_text()))


def test_no_junk_drawers() -> None:
    assert not [path for path in ROOT.glob("workbench/**/*.py") if path.stem in {"utils", "helpers", "misc", "common"}]


def test_no_page_holds_inline_script_or_style() -> None:
    inline = re.compile(r"<style|<script(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=|javascript:", re.IGNORECASE)
    assert inline.search('<p style="color: red">')
    assert not inline.search('<script type="module" src="/static/x.js"></script>')
    found = [str(path) for path in ROOT.glob("workbench/**/templates/**/*.html") if inline.search(path.read_text())]
    assert not found


def test_every_text_says_its_direction_beside_its_language() -> None:
    silent = re.compile(r"""<(?![^>]*\sdir=)[a-z]+\s[^>]*\blang="{{""")
    assert silent.search('<div class="text" lang="{{ translation.language }}">')
    assert not silent.search('<q lang="{{ words.language }}" dir="{{ words.direction }}">')
    found = [str(path) for path in ROOT.glob("workbench/**/templates/**/*.html") if silent.search(path.read_text())]
    assert not found


def test_templates_never_switch_escaping_off() -> None:
    off = re.compile(r"\|\s*safe\b|autoescape\s+off|safeseq")
    found = [str(path) for path in ROOT.glob("workbench/**/templates/**/*.html") if off.search(path.read_text())]
    assert not found


def test_every_row_of_corpus_and_review_carries_its_workspace() -> None:
    for name in ("corpus", "review"):
        for model in apps.get_app_config(name).get_models():
            assert model._meta.get_field("workspace")
            assert hasattr(model.objects, "visible_to")  # type: ignore[attr-defined]


def test_nothing_committed_names_a_path_of_one_machine() -> None:
    paths = re.compile(r"(?<![\w.}])/(?:work|root|home)/[a-z]")
    suffixes = {".py", ".md", ".toml", ".html", ".js", ".css", ".json", ".lock", ".yml"}
    skipped = {".venv", "var", ".git", "node_modules", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis"}
    found = [
        str(path.relative_to(ROOT))
        for path in ROOT.glob("**/*")
        if path.suffix in suffixes and not skipped & set(path.relative_to(ROOT).parts) and path != Path(__file__)
        if paths.search(path.read_text())
    ]
    assert not found


def keys_that_are_no_comparison_keys(source: str) -> set[str]:
    """Return the variables, parameters and attributes of a module that are named "key" alone."""
    nodes = list(ast.walk(ast.parse(source)))
    names = {node.id for node in nodes if isinstance(node, ast.Name)} | {
        node.arg for node in nodes if isinstance(node, ast.arg)
    }
    called = {id(node.func) for node in nodes if isinstance(node, ast.Call)}
    names |= {node.attr for node in nodes if isinstance(node, ast.Attribute) and id(node) not in called}
    return names & {"key", "keys"}


def test_a_row_is_known_by_its_pk_and_not_by_a_key() -> None:
    assert keys_that_are_no_comparison_keys("for key in rows: pass") == {"key"}
    assert not keys_that_are_no_comparison_keys("sorted(rows, key=len)\nrows.keys()")
    found = {
        str(path.relative_to(ROOT))
        for team in ("corpus", "journal", "notices", "review", "web")
        for path in ROOT.glob(f"workbench/{team}/**/*.py")
        if keys_that_are_no_comparison_keys(path.read_text())
    }
    assert found == set()
