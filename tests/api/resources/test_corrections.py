"""Corrections of a collation, through the API."""

from typing import Any

import pytest

from tests.conftest import Team
from tests.factories import make_work, passage_of, variant_of
from workbench.corpus.models import Correction, Work
from workbench.review.actions import revise_variant

TEXTS = {"A": ["the LORD said"], "B": ["Jehovah said"], "C": ["God said"]}


@pytest.fixture
def work(team: Team) -> Work:
    return make_work(team.owner, team.workspace, TEXTS, title="Names")


def mark(work: Work, siglum: str, quote: str, side: int = 0, **said: Any) -> dict[str, Any]:
    variant = variant_of(work, "1", siglum)
    start = variant.text.index(quote)
    place = {"start": start, "end": start + len(quote), "side": side}
    return {"variant": variant.pk, "revision": variant.version, **place, **said}


def same(work: Work, **said: Any) -> dict[str, Any]:
    marks = [mark(work, "A", "the LORD"), mark(work, "B", "Jehovah")]
    return {"passage": passage_of(work).pk, "kind": "same", "marks": marks, "reason": "One name.", **said}


def test_a_correction_shows_in_the_collation_and_its_apparatus(team: Team, work: Work, script: Any) -> None:
    made = script(team.editor).post("corrections/", same(work)).json()
    assert (made["kind"], made["state"], made["reason"]) == ("same", "standing", "One name.")
    assert [(one["siglum"], one["text"], one["revision"]) for one in made["marks"]] == [
        ("A", "the LORD", 1),
        ("B", "Jehovah", 1),
    ]
    path = f"passages/{passage_of(work).pk}/collation/?base=A&regions=true"
    shown = script(team.reader).get(path).json()
    assert shown["corrections"] == [made["id"]]
    assert [(one["groups"], one["corrected"]) for one in shown["columns"]] == [
        ([["A", "B"], ["C"]], [made["id"]]),
        ([["A", "B", "C"]], []),
    ]
    (entry,) = shown["apparatus"]
    assert (entry["agreeing"], entry["corrected"]) == (["A", "B"], [made["id"]])
    found = script(team.reader).get(f"{path}&corrected=false").json()
    assert (found["corrections"], len(found["columns"][0]["groups"])) == ([], 3)


def test_it_is_listed_read_and_taken_back(team: Team, work: Work, script: Any) -> None:
    editor = script(team.editor)
    made = editor.post("corrections/", same(work)).json()
    for query in (f"work={work.slug}", f"passage={passage_of(work).pk}", "workspace=room", "state=all"):
        assert [one["id"] for one in editor.get(f"corrections/?{query}").json()["results"]] == [made["id"]]
    assert editor.get(f"corrections/{made['id']}/").json() == made
    undone = editor.post(f"corrections/{made['id']}/undo/", {}).json()
    assert (undone["state"], undone["undone_by"]["username"]) == ("undone", "editor")
    assert editor.post(f"corrections/{made['id']}/undo/", {}).status_code == 409
    assert editor.get(f"corrections/?work={work.slug}").json()["results"] == []
    assert len(editor.get(f"corrections/?work={work.slug}&state=undone").json()["results"]) == 1


def test_one_that_lapsed_is_told(team: Team, work: Work, script: Any) -> None:
    made = script(team.editor).post("corrections/", same(work)).json()
    revise_variant(actor=team.editor, variant=variant_of(work, "1", "B"), version=1, text="Yahweh said")
    (lapsed,) = script(team.reader).get(f"corrections/?work={work.slug}&state=lapsed").json()["results"]
    assert (lapsed["id"], lapsed["state"], lapsed["lapsed_at"] is not None) == (made["id"], "lapsed", True)


def test_words_that_were_changed_since_are_refused_with_what_stands_there(team: Team, work: Work, script: Any) -> None:
    body = same(work)
    revise_variant(actor=team.editor, variant=variant_of(work, "1", "B"), version=1, text="Yahweh said")
    answer = script(team.editor).post("corrections/", body)
    assert (answer.status_code, answer.json()["code"]) == (412, "stale")
    assert not Correction.objects.exists()


def test_a_reviewer_is_refused_and_an_outsider_sees_nothing(team: Team, work: Work, script: Any) -> None:
    assert script(team.reviewer).post("corrections/", same(work)).status_code == 403
    made = script(team.editor).post("corrections/", same(work)).json()
    assert script(team.outsider).get(f"corrections/{made['id']}/").status_code == 404
    assert script(team.outsider).get("corrections/?state=all").json()["results"] == []


def test_words_that_went_elsewhere_are_called_transposed(team: Team, script: Any) -> None:
    work = make_work(team.owner, team.workspace, {"A": ["gladly he came home"], "B": ["he came home gladly"]}, "Order")
    shown = script(team.reader).get(f"passages/{passage_of(work).pk}/collation/?base=A").json()
    told = [(one["text"], one["transposed"], one["entry"]) for entry in shown["apparatus"] for one in entry["readings"]]
    assert told == [("", "away", 1), ("gladly", "here", 0)]
