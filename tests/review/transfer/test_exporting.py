"""Works as files."""

import pytest

from tests.conftest import Room
from tests.factories import passage_of, variant_of
from workbench.corpus.actions import add_equivalence
from workbench.interchange.registry import FORMATS
from workbench.review.actions import open_thread
from workbench.review.anchoring import AnchorRequest
from workbench.review.errors import Invalid
from workbench.review.transfer import choose_translations, export_file, export_work


def test_a_wide_table_has_every_translation(room: Room) -> None:
    exported = export_file(actor=room.reader, work=room.work, format_name="tsv")
    assert exported.data.decode() == (
        "reference\tA [en]\tB [en]\n"
        "1\tThe cat sat on the mat.\tThe cat lay on the rug.\n"
        "2\tIt was raining outside.\tOutside it rained.\n"
    )
    assert (exported.name, exported.media_type) == ("a-small-work.tsv", "text/tab-separated-values")
    assert "The history of 4 variants is not carried." in exported.losses


def test_plain_text_needs_one_translation_chosen(room: Room) -> None:
    with pytest.raises(Invalid, match="Plain text holds one translation, the work has 2"):
        export_file(actor=room.reader, work=room.work, format_name="plain")
    exported = export_file(actor=room.reader, work=room.work, format_name="plain", sigla=["B"])
    assert exported.data == b"1. The cat lay on the rug.\n\n2. Outside it rained.\n"


@pytest.mark.parametrize(
    ("format_name", "sigla", "field"), [("xyz", [], "format"), ("csv", ["A", "Z"], "translations")]
)
def test_what_is_not_there_is_refused(room: Room, format_name: str, sigla: list[str], field: str) -> None:
    with pytest.raises(Invalid) as caught:
        export_file(actor=room.reader, work=room.work, format_name=format_name, sigla=sigla)
    assert list(caught.value.fields) == [field]


def test_threads_on_translations_that_were_not_chosen_are_left_out_and_said(room: Room) -> None:
    for siglum in ("A", "B"):
        request = AnchorRequest(variant_of(room.work, "1", siglum), 0, 3)
        open_thread(actor=room.reviewer, passage=passage_of(room.work), body=siglum, anchors=[request])
    document = choose_translations(export_work(actor=room.reader, work=room.work), ["A"])
    assert [thread.comments[0].body for thread in document.works[0].threads] == ["A"]
    assert document.warnings == ("1 threads are left out: they speak of other translations.",)


def test_rules_of_the_work_are_carried_by_a_bundle_and_named_by_a_table(room: Room) -> None:
    add_equivalence(actor=room.editor, workspace=room.workspace, work=room.work, left="colour", right="color")
    document = export_work(actor=room.reader, work=room.work)
    assert [(rule.left, rule.right, rule.author) for rule in document.works[0].rules] == [("colour", "color", "editor")]
    assert "1 equivalence rules are not carried." in FORMATS["csv"].losses(document)


def test_the_number_of_queries_is_fixed(room: Room, django_assert_num_queries: object) -> None:
    with django_assert_num_queries(13):  # type: ignore[operator]
        export_work(actor=room.reader, work=room.work)
