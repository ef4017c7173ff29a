"""A bundle imported and exported is the same bundle."""

from pathlib import Path

import pytest

from tests.conftest import Team
from tests.factories import join, make_user
from workbench.accounts.models import Role
from workbench.corpus.models import Variant
from workbench.interchange.options import ReadOptions
from workbench.interchange.registry import FORMATS
from workbench.review.models import Comment, Suggestion, Thread
from workbench.review.transfer import ImportOptions, SourceFile, export_file, import_file

WORKS = sorted((Path(__file__).parents[3] / "fixtures/works").glob("*.json"))
PEOPLE = ("vera", "anton", "mira", "rene")


@pytest.mark.parametrize("path", WORKS, ids=lambda path: path.name)
def test_what_comes_in_by_known_people_goes_out_byte_for_byte(team: Team, path: Path) -> None:
    people = {name: join(team.workspace, make_user(name), Role.REVIEWER) for name in PEOPLE}
    done = import_file(
        actor=team.owner,
        workspace=team.workspace,
        work=None,
        file=SourceFile(path.name, path.read_bytes()),
        options=ImportOptions(),
        people=people,
    )
    assert done.work
    assert export_file(actor=team.reader, work=done.work, format_name="bundle").data == path.read_bytes()


def test_how_texts_came_to_their_passages_goes_out_and_comes_in(team: Team) -> None:
    Variant.objects.filter(work=team.work, passage__reference="1").update(alignment="auto")
    Variant.objects.filter(work=team.work, passage__reference="2").update(alignment="confirmed")
    data = export_file(actor=team.reader, work=team.work, format_name="bundle").data
    file = SourceFile("again.json", data)
    options = ImportOptions(slug="again")
    done = import_file(actor=team.editor, workspace=team.workspace, work=None, file=file, options=options)
    found = set(Variant.objects.filter(work=done.work).values_list("passage__reference", "alignment"))
    assert found == {("1", "auto"), ("2", "confirmed")}


@pytest.mark.parametrize("path", WORKS, ids=lambda path: path.name)
def test_what_comes_in_by_strangers_is_attributed_and_goes_out_with_their_names(team: Team, path: Path) -> None:
    file = SourceFile(path.name, path.read_bytes())
    done = import_file(actor=team.editor, workspace=team.workspace, work=None, file=file, options=ImportOptions())
    assert done.work
    out = export_file(actor=team.reader, work=done.work, format_name="bundle").data
    document = FORMATS["bundle"].read(path.read_bytes(), ReadOptions())
    assert set(Comment.objects.values_list("author__username", flat=True)) == {"editor"}
    assert set(Comment.objects.values_list("attributed_to", flat=True)) <= set(PEOPLE)
    assert set(Thread.objects.values_list("assignee", flat=True)) == {None}
    assert set(Suggestion.objects.exclude(decided_at=None).values_list("decided_by__username", flat=True)) <= {"editor"}
    assert FORMATS["bundle"].read(out, ReadOptions()).works[0].passages == document.works[0].passages
