"""Language tags: well-formed or not, and the language that they begin with."""

import pytest

from workbench.text.words.languages import (
    are_one_tag,
    direction_of,
    is_known_language,
    is_language_tag,
    language_of,
    name_of_language,
    recognise_language,
)


@pytest.mark.parametrize(
    "tag",
    [
        "en",
        "en-GB",
        "zh-Hant-TW",
        "sr-Latn-RS",
        "de-1996",
        "sl-rozaj-biske",
        "es-419",
        "grc",
        "x-mine",
        "en-x-mine",
        "de-DE-u-co-phonebk",
        "zh-yue",
    ],
)
def test_tags_of_bcp_47_are_well_formed(tag: str) -> None:
    assert is_language_tag(tag)


@pytest.mark.parametrize(
    "tag", ["", "e", "en_GB", "en-", "-en", "english!", "en GB", "en--GB", "1890", "en\n", "ен", "x", "en-" + "a" * 40]
)
def test_anything_else_is_not(tag: str) -> None:
    assert not is_language_tag(tag)


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("de", "de"),
        ("de-CH", "de"),
        ("EN-gb", "en"),
        ("deu", "de"),
        ("ger-CH", "de"),
        ("iw", "he"),
        ("cmn", "cmn"),
        ("x-mine", "x"),
        ("", ""),
    ],
)
def test_a_tag_begins_with_its_language(tag: str, language: str) -> None:
    assert language_of(tag) == language


@pytest.mark.parametrize(
    ("said", "tag"),
    [
        ("English", "en"),
        ("chinese", "zh"),
        ("Deutsch", "de"),
        ("русский", "ru"),
        ("Norwegian  Bokmål", "nb"),
        ("de-CH", "de-CH"),
        ("deu", "deu"),
        ("Klingonish", "Klingonish"),
        ("", ""),
    ],
)
def test_a_language_is_recognised_by_its_name_and_a_tag_is_left_as_it_is(said: str, tag: str) -> None:
    assert recognise_language(said) == tag


@pytest.mark.parametrize(
    "tag", ["en", "deu", "cmn", "arb", "grc", "lad", "sr-Latn-ekavsk", "x-mine", "und", "qaa-Latn"]
)
def test_registered_and_private_languages_are_known(tag: str) -> None:
    assert is_known_language(tag)


@pytest.mark.parametrize("tag", ["eng1", "kx", "qzz", "english", "foobar-DE"])
def test_others_are_not(tag: str) -> None:
    assert not is_known_language(tag)


def test_two_tags_say_the_same_by_their_letters_alone() -> None:
    assert are_one_tag("deu-CH", "de-ch")
    assert not are_one_tag("sr-Latn-ekavsk", "sr-ekavsk")
    assert not are_one_tag("arb", "ar")


@pytest.mark.parametrize(
    "tag",
    [
        "ar",
        "ara",
        "he",
        "iw",
        "yi",
        "syc",
        "ota",
        "lad",
        "arz",
        "arb",
        "pes",
        "ks",
        "fa",
        "ur",
        "ps",
        "sd",
        "ug",
        "ckb",
        "dv",
        "nqo",
        "und-Arab",
    ],
)
def test_languages_of_right_to_left_scripts_run_from_the_right(tag: str) -> None:
    assert direction_of(tag) == "rtl"


@pytest.mark.parametrize(
    "tag", ["en", "ks-Deva", "az", "pa", "ku", "tr", "he-Latn", "uz-Cyrl-AF", "zxx", "qaa", "x-arab"]
)
def test_others_from_the_left(tag: str) -> None:
    assert direction_of(tag) == "ltr"


@pytest.mark.parametrize(("tag", "direction"), [("pa-PK", "rtl"), ("az-IR", "rtl"), ("uz-AF", "rtl"), ("", "auto")])
def test_the_region_decides_where_it_has_another_script(tag: str, direction: str) -> None:
    assert direction_of(tag) == direction


@pytest.mark.parametrize(
    ("tag", "name"), [("lad", "Ladino"), ("ota", "Ottoman Turkish"), ("deu-CH", "German"), ("x-mine", "x-mine")]
)
def test_languages_have_names(tag: str, name: str) -> None:
    assert name_of_language(tag) == name
