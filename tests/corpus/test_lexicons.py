"""What a work itself teaches of the words of two languages that no encoder knows."""

from itertools import permutations
from random import Random

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.conftest import Team
from tests.factories import make_work
from workbench.corpus.actions import LinkedWords, link_words
from workbench.corpus.lexicons import lexicon_of
from workbench.corpus.linking import link_unit
from workbench.corpus.models import Translation, Variant, Work
from workbench.corpus.units import read_units
from workbench.review.actions import revise_variant
from workbench.text import Span

WORDS = {
    "aqua": "water",
    "ignis": "fire",
    "terra": "land",
    "ventus": "wind",
    "lapis": "rock",
    "mons": "hill",
    "silva": "wood",
    "equus": "horse",
    "gladius": "sword",
}


def two_languages(team: Team, passages: int) -> Work:
    """Return a work in Latin and English: in each passage three words in an order of its own, then one in its turn."""
    threes = Random(1).sample(list(permutations(WORDS, 3)), passages)
    columns = {"L": [" ".join(three) for three in threes], "E": [" ".join(WORDS[w] for w in t[::-1]) for t in threes]}
    return in_latin(make_work(team.owner, team.workspace, columns))


def in_latin(work: Work) -> Work:
    work.translations.filter(siglum="L").update(language="la")
    return work


def found(work: Work, reference: str) -> dict[str, str]:
    latin, english = (Translation.objects.get(work=work, siglum=siglum) for siglum in "LE")
    passage = work.passages.get(reference=reference)
    unit = read_units(work.pk, [passage], [latin, english]).of(passage, (latin, english))
    linked = link_unit(unit, ("la", "en"), (), lexicon_of(latin, english))
    assert linked is not None
    left, right = linked.left.text, linked.right.text
    return {one.left[0].of(left): one.right[0].of(right) for one in linked.answers}


def test_words_of_a_work_are_learned_from_its_passages(team: Team) -> None:
    work = two_languages(team, 40)
    assert found(work, "7").items() <= WORDS.items()
    assert len(found(work, "7")) == 3


def test_few_passages_teach_nothing(team: Team) -> None:
    assert found(two_languages(team, 19), "7") == {}


@pytest.mark.parametrize("turned", [False, True])
def test_what_people_confirmed_is_learned_from_whichever_side_it_was_said(team: Team, *, turned: bool) -> None:
    work = in_latin(
        make_work(team.owner, team.workspace, {"L": ["aqua ventus", "terra aqua"], "E": ["wind water"] * 2})
    )
    first, second = (
        Variant.objects.get(translation__work=work, translation__siglum=s, passage__position=1) for s in "LE"
    )
    said = [_word(first, "aqua"), _word(second, "water")]
    left, right = reversed(said) if turned else said
    assert found(work, "2") == {}
    link_words(actor=team.editor, left=left, right=right)
    assert found(work, "2") == {"aqua": "water"}


def test_what_lapsed_teaches_nothing(team: Team) -> None:
    work = in_latin(
        make_work(team.owner, team.workspace, {"L": ["aqua ventus", "terra aqua"], "E": ["wind water"] * 2})
    )
    first, second = (
        Variant.objects.get(translation__work=work, translation__siglum=s, passage__position=1) for s in "LE"
    )
    link_words(actor=team.editor, left=_word(first, "aqua"), right=_word(second, "water"))
    revise_variant(actor=team.editor, variant=first, version=1, text="ignis ventus")
    assert found(work, "2") == {}


def test_what_was_learned_is_remembered(team: Team) -> None:
    work = two_languages(team, 20)
    latin, english = (Translation.objects.get(work=work, siglum=siglum) for siglum in "LE")
    first = lexicon_of(latin, english)
    with CaptureQueriesContext(connection) as queries:
        assert lexicon_of(latin, english) is first
    assert len(queries) == 2


def _word(variant: Variant, word: str) -> LinkedWords:
    start = variant.text.index(word)
    return LinkedWords(variant, Span(start, start + len(word)))
