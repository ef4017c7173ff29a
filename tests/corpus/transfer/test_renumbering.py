"""A translation that counts otherwise beside the verses that are the same."""

from pathlib import Path

import pytest

from tests.conftest import Team
from tests.corpus.test_addressing import imported
from workbench.corpus.models import Variant, Work
from workbench.review.errors import Invalid
from workbench.review.transfer import ImportOptions, SourceFile, import_file

KJV = ["Ps.3.1", "Ps.3.2", "Ps.23.1", "Ps.23.2"]


def beside(team: Team, work: Work, references: list[str], numbering: str = "rso") -> dict[str, tuple[str, str, str]]:
    """Import a translation R; return presence, text and printed reference of its variants by passage."""
    rows = "".join(f"{reference}\tWords of {reference}\n" for reference in references)
    file = SourceFile("r.tsv", f"id\tR\n{rows}".encode())
    options = ImportOptions(numbering=numbering)
    import_file(actor=team.editor, workspace=team.workspace, work=work, file=file, options=options)
    rows_there = Variant.objects.filter(work=work, translation__siglum="R").order_by("passage__position")
    columns = rows_there.values_list("passage__reference", "presence", "text", "reference")
    return {reference: (presence, text, printed) for reference, presence, text, printed in columns}


def test_the_synodal_psalm_22_stands_beside_psalm_23(team: Team) -> None:
    work = imported(team, KJV)
    found = beside(team, work, ["Ps.22.1", "Ps.22.2"])
    assert found == {
        "Ps.23.1": ("present", "Words of Ps.22.1", "Ps.22.1"),
        "Ps.23.2": ("present", "Words of Ps.22.2", "Ps.22.2"),
    }
    assert work.translations.get(siglum="R").numbering == "rso"


def test_a_title_that_is_a_verse_goes_with_the_first_verse(team: Team) -> None:
    found = beside(team, imported(team, KJV), ["Ps.3.1", "Ps.3.2", "Ps.3.3"])
    assert found["Ps.3.1"] == ("present", "Words of Ps.3.1\nWords of Ps.3.2", "Ps.3.1-2")
    assert found["Ps.3.2"] == ("present", "Words of Ps.3.3", "Ps.3.3")


def test_a_verse_that_is_not_in_the_work_is_made_under_the_reference_it_has_there(team: Team) -> None:
    found = beside(team, imported(team, KJV), ["Ps.22.3"])
    assert found == {"Ps.23.3": ("present", "Words of Ps.22.3", "Ps.22.3")}


def test_a_file_that_counts_as_the_work_stays_as_it_is(team: Team) -> None:
    found = beside(team, imported(team, KJV), ["Ps.23.1"], "eng")
    assert found == {"Ps.23.1": ("present", "Words of Ps.23.1", "")}


def test_a_numbering_that_is_not_known_is_refused(team: Team) -> None:
    with pytest.raises(Invalid):
        beside(team, imported(team, KJV), ["Ps.22.1"], "nowhere")


@pytest.mark.data
def test_the_synodal_psalms_stand_beside_those_of_king_james(team: Team) -> None:
    data = Path(__file__).parents[3] / "../shared/data/bibles"
    if not data.exists():
        pytest.skip("No Bibles here.")
    chosen = {}
    for name in ("eng_KJV_2006", "rus_Synodal"):
        lines = (data / f"{name}.tsv").read_text().splitlines()[1:]
        chosen[name] = dict(line.split("\t", 1) for line in lines if line.startswith(("Ps.22.", "Ps.23.", "Ps.24.")))
    work = imported(team, list(chosen["eng_KJV_2006"]))
    found = beside(team, work, [name for name in chosen["rus_Synodal"] if name.startswith(("Ps.22.", "Ps.23."))])
    assert found["Ps.23.1"][2] == "Ps.22.1"
    assert chosen["rus_Synodal"][found["Ps.23.1"][2]].endswith("ни в чем не буду нуждаться:")
    assert found["Ps.24.10"][2] == "Ps.23.10"


def test_a_bridge_stands_at_the_first_of_its_verses_and_the_others_are_joined(team: Team) -> None:
    found = beside(team, imported(team, KJV), ["Ps.22.1-2"])
    assert found == {"Ps.23.1": ("present", "Words of Ps.22.1-2", "Ps.22.1-2"), "Ps.23.2": ("joined", "", "")}


def test_parts_of_a_verse_are_one_text_beside_the_whole_verse(team: Team) -> None:
    found = beside(team, imported(team, KJV), ["Ps.22.1a", "Ps.22.1b", "Ps.22.2"])
    assert found["Ps.23.1"] == ("present", "Words of Ps.22.1a\nWords of Ps.22.1b", "Ps.22.1a-1b")
    assert found["Ps.23.2"] == ("present", "Words of Ps.22.2", "Ps.22.2")


def test_verses_under_a_bridge_or_parted_in_the_work_are_found(team: Team) -> None:
    work = imported(team, ["Ps.23.1-2", "Ps.23.3a", "Ps.23.3b"])
    found = beside(team, work, ["Ps.22.1", "Ps.22.2", "Ps.22.3"])
    assert found["Ps.23.1-2"] == ("present", "Words of Ps.22.1\nWords of Ps.22.2", "Ps.22.1-2")
    assert found["Ps.23.3a"] == ("present", "Words of Ps.22.3", "Ps.22.3")
    assert found["Ps.23.3b"] == ("joined", "", "")


def test_a_bridge_stands_over_the_passages_of_a_work_that_counts_alike(team: Team) -> None:
    work = imported(team, ["Ps.23.1", "Ps.23.2", "Ps.23.3"])
    assert beside(team, work, ["Ps.23.1-2", "Ps.23.3"], "") == {
        "Ps.23.1": ("present", "Words of Ps.23.1-2", "Ps.23.1-2"),
        "Ps.23.2": ("joined", "", ""),
        "Ps.23.3": ("present", "Words of Ps.23.3", ""),
    }
    assert work.passages.count() == 3


def test_a_bridge_over_what_the_file_or_the_work_has_otherwise_is_a_passage_of_its_own(team: Team) -> None:
    work = imported(team, ["Ps.23.1", "Ps.23.2"])
    assert "Ps.23.1-2" in beside(team, work, ["Ps.23.1", "Ps.23.1-2"], "")
    assert "Ps.23.2-3" in beside(team, imported(team, ["Ps.23.1", "Ps.23.2"]), ["Ps.23.2-3"], "")
