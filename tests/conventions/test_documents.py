"""What documents say of the tree is true of the tree."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NAME = re.compile(r"`([a-z_]+(?:/[a-z_]+)*)(?:/|\.py)?`")
TREES = ("workbench", "tests", "docs", "fixtures")


def names_in(text: str) -> set[str]:
    """Return what a document names in the shape of a module or folder: `diff`, `words/`, `web/marking.py`."""
    return set(NAME.findall(text))


def endings_of(paths: list[Path]) -> set[str]:
    """Return every way to name these files and folders: by their last part, their last two, and so on."""
    ways = [path.relative_to(ROOT).with_suffix("").parts for path in paths]
    return {"/".join(parts[first:]) for parts in ways for first in range(len(parts))}


def test_a_name_may_be_short_or_long_with_or_without_its_ending() -> None:
    said = "`words/` has `tokens`, `web/site/pages.py`; `make lint` holds it, `visible_to(user)` reads."
    assert names_in(said) == {"words", "tokens", "web/site/pages"}
    assert endings_of([ROOT / "workbench" / "text" / "diff.py"]) == {"workbench/text/diff", "text/diff", "diff"}


@pytest.mark.parametrize("document", ["docs/architecture.md", "CONTRIBUTING.md"])
def test_documents_name_only_modules_and_folders_that_exist(document: str) -> None:
    files = [path for tree in TREES for path in (ROOT / tree).glob("**/*.*") if path.suffix not in {"", ".pyc"}]
    folders = [folder for path in files for folder in path.parents if ROOT in folder.parents]
    known = endings_of([*(path for path in files if path.suffix == ".py"), *folders])
    assert names_in((ROOT / document).read_text(encoding="utf-8")) - known == set()


PATH = re.compile(r"`((?:workbench|tests|docs|fixtures)/[\w/.-]+\.\w+)`")
DOCUMENTS = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("workbench/**/*.md")]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_path_that_a_document_names_is_there(document: Path) -> None:
    named = PATH.findall(document.read_text(encoding="utf-8"))
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_the_rule_knows_a_path_from_other_words() -> None:
    assert PATH.findall("`workbench/text/diff.py`, `docs/`, `make test`, `tests/x.tsv`") == [
        "workbench/text/diff.py",
        "tests/x.tsv",
    ]
