"""The table of docs/formats.md of what comes back is as a run finds it, and every format keeps the laws."""

from tests.interchange.laws import DOCS, losses_table, suites
from workbench.interchange.registry import FORMATS


def table_of(name: str) -> list[str]:
    text = DOCS.read_text(encoding="utf-8")
    return text.partition(f"<!-- {name}: from a run -->\n")[2].partition(f"\n<!-- end of {name} -->")[0].splitlines()


def test_every_format_has_a_suite() -> None:
    assert list(suites()) == list(FORMATS)


def test_what_comes_back_is_as_the_documentation_says() -> None:
    assert table_of("losses") == list(losses_table())


def test_every_format_keeps_every_law_that_it_was_tried_on() -> None:
    rows = [line.split(" | ") for line in table_of("laws") if line.startswith("| `")]
    assert [row[0].strip("| `") for row in rows] == list(FORMATS)
    assert not [row for row in rows if any("**" in cell for cell in row)]
