"""Corrections of collations and links between words, out of a work and into another."""

import json

from tests.conftest import Team
from tests.factories import make_work, passage_of, variant_of
from workbench.corpus.actions import (
    LinkedWords,
    MarkedWords,
    correct_collation,
    edit_passage,
    link_words,
    part_words,
    undo_correction,
)
from workbench.corpus.models import ConfirmedLink, Correction, Work
from workbench.review.actions import revise_variant
from workbench.review.transfer import ImportOptions, SourceFile, export_file, import_file, preview_file
from workbench.text import Span

TEXTS = {"A": ["the LORD said"], "B": ["Jehovah said"]}


def span(work: Work, siglum: str, quote: str) -> Span:
    start = variant_of(work, "1", siglum).text.index(quote)
    return Span(start, start + len(quote))


def linked(work: Work, siglum: str, quote: str) -> LinkedWords:
    return LinkedWords(variant_of(work, "1", siglum), span(work, siglum, quote))


def marked(work: Work, siglum: str, quote: str) -> MarkedWords:
    return MarkedWords(variant_of(work, "1", siglum), 1, span(work, siglum, quote))


def corrected_work(team: Team) -> Work:
    work = make_work(team.owner, team.workspace, TEXTS, title="Names")
    marks = [marked(work, "A", "the LORD"), marked(work, "B", "Jehovah")]
    correct_collation(actor=team.editor, passage=passage_of(work), kind="same", marks=marks, reason="One name.")
    link_words(
        actor=team.editor, left=linked(work, "A", "LORD"), right=linked(work, "B", "Jehovah"), reason="As above."
    )
    part_words(actor=team.editor, left=linked(work, "A", "the"), right=linked(work, "B", "said"))
    return work


def bundle(team: Team, work: Work) -> bytes:
    return export_file(actor=team.reader, work=work, format_name="bundle").data


def bring(team: Team, data: bytes, work: Work | None = None, **options: str) -> Work:
    file = SourceFile("names.json", data)
    wishes = ImportOptions(**options)  # type: ignore[arg-type]
    made = import_file(actor=team.editor, workspace=team.workspace, work=work, file=file, options=wishes).work
    assert made
    return made


def test_they_come_out_with_sigla_and_quotes_and_in_again(team: Team) -> None:
    data = bundle(team, corrected_work(team))
    (work,) = json.loads(data)["works"]
    told = [(one["kind"], [mark["quote"] for mark in one["marks"]], one["reason"]) for one in work["corrections"]]
    assert told == [
        ("same", ["the LORD", "Jehovah"], "One name."),
        ("linked", ["LORD", "Jehovah"], "As above."),
        ("unlinked", ["the", "said"], ""),
    ]
    assert (work["corrections"][0]["author"], work["corrections"][0]["marks"][1]["siglum"]) == ("editor", "B")
    again = bring(team, data, slug="again", title="Again")
    assert json.loads(bundle(team, again))["works"][0]["corrections"] == work["corrections"]


def test_what_stands_in_the_work_is_not_said_twice(team: Team) -> None:
    work = corrected_work(team)
    bring(team, bundle(team, work), work)
    assert (Correction.objects.count(), ConfirmedLink.objects.count()) == (1, 2)


def test_what_was_taken_back_is_not_told(team: Team) -> None:
    work = corrected_work(team)
    undo_correction(actor=team.editor, correction=Correction.objects.get())
    kinds = [one["kind"] for one in json.loads(bundle(team, work))["works"][0]["corrections"]]
    assert kinds == ["linked", "unlinked"]


def test_one_whose_words_do_not_stand_there_is_left_out(team: Team) -> None:
    work = corrected_work(team)
    data = bundle(team, work)
    Correction.objects.all().delete()
    revise_variant(actor=team.editor, variant=variant_of(work, "1", "B"), version=1, text="Yahweh said")
    file, wishes = SourceFile("names.json", data), ImportOptions(existing="keep")
    said = "3 corrections of collations and links between words are left out: their words do not stand in the work."
    for bring_in in (preview_file, import_file):
        done = bring_in(actor=team.editor, workspace=team.workspace, work=work, file=file, options=wishes)
        assert said in done.report["works"][0]["warnings"]
    assert not Correction.objects.exists()


def test_one_that_will_stand_is_not_called_left_out(team: Team) -> None:
    work = corrected_work(team)
    data = bundle(team, work)
    revise_variant(actor=team.editor, variant=variant_of(work, "1", "B"), version=1, text="Yahweh said")
    file, wishes = SourceFile("names.json", data), ImportOptions(existing="revise")
    done = preview_file(actor=team.editor, workspace=team.workspace, work=work, file=file, options=wishes)
    assert not [one for one in done.report["works"][0]["warnings"] if "left out" in one]


def test_they_go_to_the_passages_that_the_file_means_where_these_are_matched_by_order(team: Team) -> None:
    data = bundle(team, corrected_work(team))
    other = make_work(team.owner, team.workspace, TEXTS, title="Other")
    edit_passage(actor=team.editor, passage=passage_of(other), version=1, changes={"reference": "Ex 3"})
    bring(team, data, other, match="order")
    assert Correction.objects.get(passage__work=other).passage.reference == "Ex 3"


def test_a_file_that_revises_a_text_takes_along_what_was_said_of_its_words(team: Team) -> None:
    work = corrected_work(team)
    document = json.loads(bundle(team, work))
    document["works"][0]["corrections"] = []
    for passage in document["works"][0]["passages"]:
        for variant, text in zip(passage["variants"], ("Then the LORD said", "Jehovah quoth"), strict=True):
            variant["text"] = text
            variant["revisions"] = []
    bring(team, json.dumps(document).encode(), work, existing="revise")
    assert Correction.objects.get().state == "standing"
    assert sorted(mark.start for mark in Correction.objects.get().marks.all()) == [0, 5]
    assert [link.verdict for link in ConfirmedLink.objects.standing()] == ["confirmed"]
