"""Marks of a campaign as discussions of a work: attributed to their raters, once however often they are imported."""

import os
from pathlib import Path

import pytest

from tests.conftest import Team
from workbench.corpus.models import Translation, Work
from workbench.corpus.transfer import ImportOptions
from workbench.interchange.options import ReadOptions
from workbench.review.models import Anchor, Thread
from workbench.review.transfer.exporting import export_file
from workbench.review.transfer.files import SourceFile, import_file

SAMPLE = Path(__file__).parents[3] / "fixtures/formats/ferry-mqm.tsv"
DATA = Path(os.environ.get("WORKBENCH_DATA", Path(__file__).parents[3] / "../shared/data")) / "mqm/mqm_ted_ende.tsv"


def bring(team: Team, path: Path, work: Work | None = None) -> Work:
    file = SourceFile(path.name, path.read_bytes(), "mqm", ReadOptions(language="de", title="Marked"))
    done = import_file(actor=team.editor, workspace=team.workspace, work=work, file=file, options=ImportOptions())
    assert done.work is not None
    return done.work


def test_marks_are_threads_attributed_to_their_raters(team: Team) -> None:
    work = bring(team, SAMPLE)
    rows = Thread.objects.filter(work=work).order_by("pk")
    found = [(row.created_by.username, row.attributed_to, row.category, row.severity) for row in rows]
    assert found == [
        ("editor", "anna", "accuracy/mistranslation", "major"),
        ("editor", "ben", "style", "minor"),
        ("editor", "anna", "accuracy/omission", "major"),
        ("editor", "ben", "fluency/punctuation", "minor"),
    ]
    anchors = Anchor.objects.filter(thread__work=work).select_related("variant__translation").order_by("pk")
    assert [(one.variant.translation.siglum, one.quote) for one in anchors] == [
        ("Engine one", "ersten Lampenschein"),
        ("refA", "vom ersten Licht bis zum Dunkel"),
        ("Engine one", "Hunde reisen mit."),
        ("source", "free of charge"),
        ("Engine two", "mit"),
    ]
    assert {one.state for one in anchors} == {"placed"}
    assert all(one.variant.text[one.start : one.end] == one.quote for one in anchors)


def test_the_same_file_again_makes_nothing_twice(team: Team) -> None:
    work = bring(team, SAMPLE)
    bring(team, SAMPLE, work)
    assert Thread.objects.filter(work=work).count() == 4
    assert Translation.objects.filter(work=work).count() == 4


def test_what_was_imported_is_exported_as_it_was_but_for_who_found_nothing(team: Team) -> None:
    written = export_file(actor=team.reader, work=bring(team, SAMPLE), format_name="mqm", sigla=[]).data.decode()
    wanted = SAMPLE.read_text().replace("<v>mit\t", "<v>mit</v>\t")
    for rater in ("anna", "ben"):
        wanted = "\n".join(
            line.replace(f"\t{rater}\t", "\t\t") if "No-error" in line else line for line in wanted.split("\n")
        )
    assert written == wanted


@pytest.mark.data
@pytest.mark.skipif(not DATA.exists(), reason="the real texts in ../shared/data are not here")
def test_all_marks_of_a_campaign_come_in(team: Team) -> None:
    work = bring(team, DATA)
    assert (work.passages.count(), work.variants.count(), Thread.objects.filter(work=work).count()) == (529, 7935, 4031)
    anchors = Anchor.objects.filter(thread__work=work).select_related("variant")
    assert all(one.variant.text[one.start : one.end] == one.quote for one in anchors.iterator())
