"""Works as files."""

from collections import deque
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.conftest import Team
from tests.factories import make_work, passage_of, variant_of
from workbench.corpus.actions import add_equivalence
from workbench.corpus.models import Passage, Translation, Variant
from workbench.corpus.transfer import export
from workbench.interchange.registry import FORMATS
from workbench.review.actions import open_thread
from workbench.review.anchoring import AnchorRequest
from workbench.review.errors import Conflict, Invalid
from workbench.review.transfer import (
    StreamedFile,
    choose_translations,
    export_at_once,
    export_file,
    export_work,
    stream_file,
)


def test_a_wide_table_has_every_translation(team: Team) -> None:
    exported = export_file(actor=team.reader, work=team.work, format_name="tsv")
    assert exported.data.decode() == (
        "reference\tA [en]\tB [en]\n"
        "1\tThe cat sat on the mat.\tThe cat lay on the rug.\n"
        "2\tIt was raining outside.\tOutside it rained.\n"
    )
    assert (exported.name, exported.media_type) == ("a-small-work.tsv", "text/tab-separated-values")
    assert "The history of 4 variants is not carried." in exported.losses


def test_plain_text_needs_one_translation_chosen(team: Team) -> None:
    with pytest.raises(Invalid, match="Plain text holds one translation, the work has 2"):
        export_file(actor=team.reader, work=team.work, format_name="plain")
    exported = export_file(actor=team.reader, work=team.work, format_name="plain", sigla=["B"])
    assert exported.data == b"1. The cat lay on the rug.\n\n2. Outside it rained.\n"


@pytest.mark.parametrize(
    ("format_name", "sigla", "field"), [("xyz", [], "format"), ("csv", ["A", "Z"], "translations")]
)
def test_what_is_not_there_is_refused(team: Team, format_name: str, sigla: list[str], field: str) -> None:
    with pytest.raises(Invalid) as caught:
        export_file(actor=team.reader, work=team.work, format_name=format_name, sigla=sigla)
    assert list(caught.value.fields) == [field]


def test_threads_on_translations_that_were_not_chosen_are_left_out_and_said(team: Team) -> None:
    for siglum in ("A", "B"):
        request = AnchorRequest(variant_of(team.work, "1", siglum), 0, 3)
        open_thread(actor=team.reviewer, passage=passage_of(team.work), body=siglum, anchors=[request])
    document = choose_translations(export_work(actor=team.reader, work=team.work), ["A"])
    assert [thread.comments[0].body for thread in document.works[0].threads] == ["A"]
    assert document.warnings == ("1 threads are left out: they speak of other translations.",)


def test_rules_of_the_work_are_carried_by_a_bundle_and_named_by_a_table(team: Team) -> None:
    add_equivalence(actor=team.editor, workspace=team.workspace, work=team.work, left="colour", right="color")
    document = export_work(actor=team.reader, work=team.work)
    assert [(rule.left, rule.right, rule.author) for rule in document.works[0].rules] == [("colour", "color", "editor")]
    assert "1 equivalence rules are not carried." in FORMATS["csv"].losses(document)


def test_the_number_of_queries_is_fixed(team: Team, django_assert_num_queries: object) -> None:
    open_thread(actor=team.reviewer, passage=passage_of(team.work), body="Why?", anchors=[])
    with django_assert_num_queries(16):  # type: ignore[operator]
        export_work(actor=team.reader, work=team.work)


STREAMING = [name for name, form in FORMATS.items() if form.streaming]


def fill(team: Team) -> None:
    """Say of the work what only some formats carry."""
    for siglum in ("A", "B"):
        request = AnchorRequest(variant_of(team.work, "1", siglum), 0, 3)
        open_thread(actor=team.reviewer, passage=passage_of(team.work), body=siglum, anchors=[request])
    add_equivalence(actor=team.editor, workspace=team.workspace, work=team.work, left="colour", right="color")
    Passage.objects.filter(work=team.work, reference="2").update(heading="The second", division="I", label="2")
    marked = {"markup": '[["emphasis",0,3],["note",4,4,"a","Why?"]]', "reference": "12", "reading_order": 2}
    Variant.objects.filter(pk=variant_of(team.work, "2", "A").pk).update(alignment="auto", **marked)


@pytest.mark.parametrize("sigla", [(), ("B",), ("B", "A")])
@pytest.mark.parametrize("name", STREAMING)
def test_what_is_streamed_is_to_the_letter_what_is_held_and_loses_the_same(
    team: Team, monkeypatch: pytest.MonkeyPatch, name: str, sigla: tuple[str, ...]
) -> None:
    fill(team)
    monkeypatch.setattr(export, "CHUNK", 1)
    place: dict[str, Any] = {"actor": team.reader, "work": team.work, "format_name": name, "sigla": sigla}
    held, streamed = export_file(**place), stream_file(**place)
    assert b"".join(streamed.pieces) == held.data
    assert (streamed.name, streamed.media_type) == (held.name, held.media_type)
    assert sorted(streamed.losses) == sorted(held.losses)


def test_translations_come_in_their_order_whenever_they_were_made(team: Team) -> None:
    first, second = Translation.objects.filter(work=team.work).order_by("pk")
    for one, position in ((first, 9), (second, 1), (first, 2)):
        Translation.objects.filter(pk=one.pk).update(position=position)
    (work,) = export_work(actor=team.reader, work=team.work).works
    assert [one.siglum for one in work.translations] == [second.siglum, first.siglum]
    assert [one.siglum for one in work.passages[0].variants] == [second.siglum, first.siglum]


def test_a_large_work_is_sent_as_it_is_read(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.review.transfer.exporting.HELD_AT_ONCE", 1)
    place: dict[str, Any] = {"actor": team.reader, "work": team.work}
    assert isinstance(export_at_once(**place, format_name="tsv"), StreamedFile)
    with pytest.raises(Conflict, match="takes long"):
        export_at_once(**place, format_name="tmx")


def test_what_is_written_meanwhile_is_another_moment(team: Team) -> None:
    pieces = stream_file(actor=team.reader, work=team.work, format_name="tsv").pieces
    Variant.objects.filter(pk=variant_of(team.work, "1", "A").pk).update(text="A dog.")
    assert b"A dog." in b"".join(pieces)


def test_ten_times_the_passages_take_three_queries_more_for_each_chunk(
    team: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export, "CHUNK", 10)
    counts = []
    for length in (9, 19, 109):
        work = make_work(team.owner, team.workspace, {"A": ["One."] * length}, title=f"Work {length}")
        with CaptureQueriesContext(connection) as queries:
            deque(stream_file(actor=team.owner, work=work, format_name="bundle").pieces, maxlen=0)
        counts.append(len(queries))
    assert [counts[1] - counts[0], counts[2] - counts[0]] == [3, 30]
