"""Words of two languages are not compared through the API either, unless somebody asks for it."""

from typing import Any

import pytest

from tests.factories import passage_of


@pytest.fixture
def reader(team: Any, script: Any) -> Any:
    row = team.work.translations.order_by("position").last()
    row.language = "de"
    row.save()
    rows = team.work.translations.exclude(pk=row.pk)
    rows.update(language="en")
    rows.filter(pk=rows.order_by("position")[0].pk).update(language="eng")
    return script(team.reader)


def sigla(team: Any) -> list[str]:
    return list(team.work.translations.order_by("position").values_list("siglum", flat=True))


def test_a_difference_across_languages_is_refused_and_both_tags_are_named(team: Any, reader: Any) -> None:
    first, *_, last = sigla(team)
    address = f"passages/{passage_of(team.work, '1').pk}/diff/?left={first}&right={last}"
    refused = reader.get(address)
    assert (refused.status_code, refused.json()["errors"][0]["code"]) == (422, "other_language")
    assert f"{first} is eng, {last} is de." in refused.json()["errors"][0]["detail"]
    assert reader.get(f"{address}&across_languages=true").status_code == 200


def test_a_collation_leaves_out_other_languages_unless_asked(team: Any, reader: Any) -> None:
    *kindred, last = sigla(team)
    address = f"passages/{passage_of(team.work, '1').pk}/collation/"
    shown = reader.get(address).json()
    assert [one["siglum"] for one in shown["witnesses"]] == kindred
    assert shown["other_languages"] == [last]
    shown = reader.get(f"{address}?across_languages=true").json()
    assert ([one["siglum"] for one in shown["witnesses"]], shown["other_languages"]) == ([*kindred, last], [])
    assert reader.get(f"{address}?base={last}").json()["other_languages"] == kindred


def test_a_language_may_be_given_by_its_name(team: Any, script: Any) -> None:
    given = {"work": team.work.slug, "siglum": "N", "language": "Chinese"}
    made = script(team.owner).post("translations/", given)
    assert (made.status_code, made.json()["language"]) == (201, "zh")
