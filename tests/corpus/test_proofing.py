"""What the checks find in words that are being typed: the same as once they are stored, and nothing of it is stored."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories import make_work, passage_of, variant_of
from workbench.corpus.actions import choose_checks, dismiss_check
from workbench.corpus.models import Check, Passage, Variant, Work
from workbench.corpus.proofing import MOST, proofread
from workbench.review.actions import revise_variant

TEXTS = {
    "A": ("He had 5 cats and went home.", "The cat sat."),
    "B": ("He had 5 cats and went home.", "The cat sat."),
    "C": ("He had 5 cats and went home.", "The cat sat."),
}
TYPED = "He had 6 cats and went (home."


@pytest.fixture
def work(team: Any) -> Work:
    return make_work(team.owner, team.workspace, TEXTS, title="Three")


def found(work: Work, text: str) -> list[tuple[str, str]]:
    rows = proofread(passage_of(work), work.translations.get(siglum="C"), text)
    return [(one.kind, one.words) for one in rows]


def test_it_is_what_is_found_once_the_words_are_stored(team: Any, work: Work) -> None:
    typed = found(work, TYPED)
    assert typed == [("number", "6"), ("brackets", "(")]
    assert not Check.objects.filter(work=work).exists()
    revise_variant(actor=team.editor, variant=variant_of(work, "1", "C"), version=1, text=TYPED)
    assert sorted(Check.objects.filter(work=work).values_list("kind", "quote")) == sorted(typed)


def test_words_of_a_text_that_was_not_entered_yet_are_looked_at(work: Work) -> None:
    Variant.objects.filter(work=work, translation__siglum="C").delete()
    assert found(work, TYPED)[0] == ("number", "6")


def test_what_was_dismissed_or_is_not_wanted_is_not_said_again(team: Any, work: Work) -> None:
    revise_variant(actor=team.editor, variant=variant_of(work, "1", "C"), version=1, text=TYPED)
    dismiss_check(actor=team.reviewer, check=Check.objects.get(kind="number"), reason="So it stands there.")
    assert found(work, TYPED) == [("brackets", "(")]
    choose_checks(actor=team.editor, work=work, off=["brackets"], least=0.0)
    assert found(work, TYPED) == []


def test_very_long_passages_are_left_alone(work: Work) -> None:
    assert found(work, "(" * (MOST + 1)) == []


def test_it_takes_a_fixed_number_of_queries(team: Any, work: Work) -> None:
    counts = list[int]()
    for texts in (TEXTS, {siglum: said * 9 for siglum, said in TEXTS.items()}):
        made = make_work(team.owner, team.workspace, texts, title=f"Work {len(counts)}")
        passage, column = Passage.objects.get(work=made, reference="1"), made.translations.get(siglum="C")
        with CaptureQueriesContext(connection) as queries:
            proofread(passage, column, TYPED)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_the_editor_shows_it_to_those_who_may_write(team: Any, work: Work, client: Client) -> None:
    column = work.translations.get(siglum="C")
    address = f"/works/room/three/passages/{passage_of(work).pk}/proof/{column.pk}/"
    client.force_login(team.editor)
    said = client.post(address, {"text": TYPED}).content.decode()
    assert "never closed" in said
    assert not client.post(address, {"text": "He had 5 cats and went home."}).content.decode().strip()
    form = client.get(
        f"/works/room/three/passages/{passage_of(work).pk}/variants/{variant_of(work, '1', 'C').pk}/edit/"
    )
    assert f'hx-post="{address}"' in form.content.decode()
    client.force_login(team.reviewer)
    assert client.post(address, {"text": TYPED}).status_code == 403
