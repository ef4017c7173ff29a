"""Translations by year."""

from workbench.corpus.models import Translation
from workbench.web.variation.timeline import draw_timeline, year_of

YEARS = ("1611", "c. 1890", "", "1901, rev. 1929")
ROWS = [Translation(siglum=siglum, year=year) for siglum, year in zip("ABCD", YEARS, strict=True)]
MATRIX = ((0.0, 0.4, 0.3, 0.2), (0.4, 0.0, 0.1, 0.1), (0.3, 0.1, 0.0, 0.5), (0.2, 0.1, 0.5, 0.0))


def test_the_year_is_the_first_number_that_can_be_one() -> None:
    assert [year_of(one) for one in ROWS] == [1611, 1890, None, 1901]
    assert year_of(Translation(year="12 May 19380")) is None


def test_years_run_from_left_to_right_and_distances_from_the_earliest_upwards() -> None:
    drawn = draw_timeline(MATRIX, ROWS)
    assert drawn is not None
    assert [(one.translation.siglum, one.year, one.distance) for one in drawn.moments] == [
        ("A", 1611, 0.0),
        ("B", 1890, 0.4),
        ("D", 1901, 0.2),
    ]
    assert [one.x for one in drawn.moments] == sorted(one.x for one in drawn.moments)
    assert drawn.moments[1].y < drawn.moments[2].y < drawn.moments[0].y == drawn.base
    assert [one.siglum for one in drawn.undated] == ["C"]
    assert all(1611 <= year <= 1901 for year, _ in drawn.ticks)
    assert 2 <= len(drawn.ticks) <= 7


def test_one_year_is_no_line() -> None:
    assert draw_timeline(MATRIX, ROWS[:1]) is None
    assert draw_timeline(MATRIX, [Translation(siglum="A", year="1611"), Translation(siglum="B", year="1611")]) is None
