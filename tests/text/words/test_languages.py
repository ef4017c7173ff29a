"""Language tags: well-formed or not, and the language that they begin with."""

import pytest

from workbench.text.words.languages import is_language_tag, language_of


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
    ("tag", "language"), [("de", "de"), ("de-CH", "de"), ("EN-gb", "en"), ("x-mine", "x"), ("", "")]
)
def test_a_tag_begins_with_its_language(tag: str, language: str) -> None:
    assert language_of(tag) == language
