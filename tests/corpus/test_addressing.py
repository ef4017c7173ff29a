"""Passages found by what people call them."""

import pytest

from tests.conftest import Team
from tests.factories import passage_of
from workbench.corpus.actions import add_passage, create_work, edit_passage
from workbench.corpus.addressing import Stretch, find_stretch, outline
from workbench.corpus.models import Work
from workbench.review.transfer import ImportOptions, SourceFile, import_file

VERSES = ["Ps.22.1", "Ps.22.2", "Ps.23.1", "Ps.23.2", "Ps.23.3a", "Ps.23.3b", "Ps.23.4-6", "John.3.16", "John.3.17"]


def imported(team: Team, references: list[str]) -> Work:
    """Make a work of these references from a table."""
    rows = "".join(f"{reference}\tWords of {reference}\n" for reference in references)
    file = SourceFile("bible.tsv", f"id\tA\n{rows}".encode())
    options = ImportOptions(title="Bible")
    work = import_file(actor=team.editor, workspace=team.workspace, work=None, file=file, options=options).work
    assert work
    return work


@pytest.fixture
def bible(team: Team) -> Work:
    return imported(team, [*VERSES[:6], "Ps.23.4", *VERSES[7:]])


def named(work: Work, wanted: str) -> list[str]:
    stretch = find_stretch(work, wanted) or Stretch(0, 0)
    rows = work.passages.filter(position__range=(stretch.first, stretch.last)).order_by("position")
    return list(rows.values_list("reference", flat=True))


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("Ps 23", ["Ps.23.1", "Ps.23.2", "Ps.23.3a", "Ps.23.3b", "Ps.23.4"]),
        ("Psalm\u00a023", ["Ps.23.1", "Ps.23.2", "Ps.23.3a", "Ps.23.3b", "Ps.23.4"]),
        ("John 3:16-18", []),
        ("John 3:16–17", ["John.3.16", "John.3.17"]),
        ("Ps.23.1", ["Ps.23.1"]),
        ("Ps.23.", ["Ps.23.1", "Ps.23.2", "Ps.23.3a", "Ps.23.3b", "Ps.23.4"]),
        ("Ps 23:", ["Ps.23.1", "Ps.23.2", "Ps.23.3a", "Ps.23.3b", "Ps.23.4"]),
        ("Ps 23:3", ["Ps.23.3a", "Ps.23.3b"]),
        ("Ps 22:2-23:1", ["Ps.22.2", "Ps.23.1"]),
        ("Ps", [*VERSES[:6], "Ps.23.4"]),
        ("Ps 22-23", [*VERSES[:6], "Ps.23.4"]),
        ("Jn 3:16", ["John.3.16"]),
        ("Ps 24", []),
        ("Ps 23:9", []),
        ("", []),
        ("23", []),
    ],
)
def test_a_chapter_a_range_and_a_verse_are_found(bible: Work, wanted: str, found: list[str]) -> None:
    assert named(bible, wanted) == found


def test_references_of_one_kind_make_levels(bible: Work, team: Team) -> None:
    assert bible.levels == ["book", "chapter", "verse"]
    assert [one.name for one in outline(bible)] == ["Ps 22", "Ps 23", "John 3"]
    assert imported(team, ["1", "2", "3"]).levels == []


def test_a_bridge_holds_what_it_bridges(team: Team) -> None:
    work = create_work(actor=team.editor, workspace=team.workspace, title="Bridges")
    Work.objects.filter(pk=work.pk).update(levels=["chapter", "verse"])
    work.refresh_from_db()
    for reference in ("1:1", "1:2"):
        add_passage(actor=team.editor, work=work, reference=reference)
    bridge = passage_of(work, "1:2")
    work.passages.filter(pk=bridge.pk).update(label="2-4")
    assert named(work, "1:3") == ["1:2"]


def test_a_work_without_levels_has_references_and_ranges_of_them(team: Team) -> None:
    assert named(team.work, "1-2") == ["1", "2"]
    assert named(team.work, "2") == ["2"]
    assert named(team.work, "2-9") == []


def test_a_passage_that_is_added_or_renamed_finds_its_place_in_the_tree(bible: Work, team: Team) -> None:
    added = add_passage(actor=team.editor, work=bible, reference="John 4:1")
    assert added.path == ("John", "4", "1")
    renamed = edit_passage(actor=team.editor, passage=added, version=1, changes={"reference": "afterword"})
    assert renamed.path == ()


@pytest.mark.parametrize(("wanted", "queries"), [("Ps.23.1", 1), ("Ps 23", 2), ("Ps 23:1-2", 4), ("Ps 23:1", 3)])
def test_the_number_of_queries_is_fixed(
    bible: Work, wanted: str, queries: int, django_assert_num_queries: object
) -> None:
    with django_assert_num_queries(queries):  # type: ignore[operator]
        find_stretch(bible, wanted)
