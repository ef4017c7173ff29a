"""The variant graph of a collation."""

from workbench.corpus.models import Translation
from workbench.corpus.units import UnitText
from workbench.text import collate
from workbench.web.reading.collating import Witness
from workbench.web.reading.graph import Graph, draw_graph


def draw(*texts: str) -> Graph:
    witnesses = [
        Witness(Translation(siglum=siglum), UnitText(text, ())) for siglum, text in zip("ABC", texts, strict=False)
    ]
    return draw_graph(collate(texts, base=0).joined(), witnesses)


def test_a_node_for_each_reading_and_a_way_for_those_who_go_it() -> None:
    graph = draw("the old cat sat", "the young cat sat", "the cat sat")
    assert [(node.words, node.sigla) for node in graph.nodes] == [
        ("the", "A B C"),
        ("old", "A"),
        ("young", "B"),
        ("cat sat", "A B C"),
    ]
    assert sorted(edge.sigla for edge in graph.edges) == ["A", "A", "B", "B", "C"]
    assert graph.is_whole


def test_readings_stand_below_each_other_and_places_beside_each_other() -> None:
    the, old, young, cat = draw("the old cat sat", "the young cat sat", "the cat sat").nodes
    assert old.x == young.x
    assert old.y < young.y
    assert the.x + the.width < old.x < cat.x


def test_of_a_very_long_passage_the_first_places_are_drawn() -> None:
    one, other = (" ".join(f"{letter}{n} same{n}" for n in range(300)) for letter in "xy")
    graph = draw(one, other)
    assert not graph.is_whole
    assert 400 < len(graph.nodes) < 410
