"""What each translation has for a word: grouped, counted, narrowed, spread where it is often; words of one's own."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import make_work
from workbench.corpus import rendering, vocabularies
from workbench.corpus.addressing import Stretch
from workbench.corpus.errors import Invalid
from workbench.corpus.models import Work
from workbench.corpus.queries import translations_of
from workbench.corpus.rendering import RenderingTable, find_renderings
from workbench.corpus.vocabularies import count_words, read_vocabularies

TEXTS = {
    "A": ("And the LORD said.", "Then the LORD saw it.", "The LORD went down.", "And it was so."),
    "B": ("And Jehovah said.", "Then Jehovah saw it.", "The Lord went down.", "And it was so."),
    "C": ("And God said.", "Then he saw it.", "God went down.", "And it was so."),
}


@pytest.fixture
def work(team: Any) -> Work:
    return make_work(team.owner, team.workspace, TEXTS, title="Three")


def count(work: Work, words: str = "the lord", **narrowed: Any) -> RenderingTable:
    one, *others = translations_of(work)
    return find_renderings(work, words, one, others, **narrowed)


def said(table: RenderingTable) -> dict[str, list[tuple[str, int]]]:
    return {one.translation.siglum: [(each.words, each.count) for each in one.renderings] for one in table.columns}


def test_renderings_are_grouped_and_counted_with_their_places(work: Work) -> None:
    table = count(work, "lord")
    assert said(table)["B"][0] == ("Jehovah", 2)
    assert ("Lord", 1) in said(table)["B"]
    places = table.columns[0].renderings[0].places
    assert [(one.passage.reference, one.words, one.rendering) for one in places] == [
        ("1", "LORD", "Jehovah"),
        ("2", "LORD", "Jehovah"),
    ]
    assert (table.texts, table.is_whole, table.forms) == (3, True, [("LORD", 3)])
    assert table.columns[0].consistency == pytest.approx(1 / 3)


def test_a_phrase_and_an_ending_are_looked_for_too(work: Work) -> None:
    assert (count(work, "lord went").texts, count(work, "lor*").texts, count(work, "lords").texts) == (1, 3, 0)


def test_a_stretch_is_counted_alone(work: Work) -> None:
    assert said(count(work, "lord", stretch=Stretch(1, 2)))["B"] == [("Jehovah", 2)]


def test_where_a_word_is_often_places_are_spread_over_the_work(team: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rendering, "_PAIRS", 0)
    texts = {siglum: tuple(f"The lord {number} came." for number in range(60)) for siglum in "AB"}
    table = count(make_work(team.owner, team.workspace, texts, title="Long"), "lord")
    shown = [place.passage.position for place in table.columns[0].renderings[0].places]
    assert (table.texts, table.looked_at, len(shown), shown[0], shown[-1]) == (60, 20, 20, 1, 58)


def test_it_asks_as_much_for_three_places_as_for_one(work: Work) -> None:
    asked = []
    for words in ("it was so", "lord"):
        with CaptureQueriesContext(connection) as queries:
            count(work, words)
        asked.append(len(queries))
    assert asked[0] == asked[1] <= 10


@pytest.mark.parametrize("words", ["", "…", "a * b"])
def test_what_is_no_word_is_refused(work: Work, words: str) -> None:
    with pytest.raises(Invalid):
        count(work, words)


def test_words_of_short_works_are_counted_now_and_of_long_ones_kept(
    work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    translations = list(translations_of(work))
    now = read_vocabularies(work, translations)
    assert (now.at, now.words[translations[1].pk].counts["jehovah"]) == (None, 2)
    monkeypatch.setattr(vocabularies, "_AT_ONCE", 3)
    assert read_vocabularies(work, translations).words == {}
    count_words(work)
    kept = read_vocabularies(work, translations)
    assert kept.at is not None
    assert kept.words[translations[1].pk].counts == now.words[translations[1].pk].counts
