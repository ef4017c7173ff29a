"""The catalogues are of the sources: each translation fits its message, and Django reads it."""

import json

import pytest
from django.utils.translation import templatize

from tests.messages.catalogues import LANGUAGES, compiled, forms_in, modules_path, path_of, read, written
from tests.messages.extracting import Found, extract, said_by_modules
from tests.messages.fragments import faults_of


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_django_reads_is_made_of_what_people_read(language: str) -> None:
    path = path_of(language)
    assert path.with_suffix(".mo").read_bytes() == compiled(language, path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_translated(language: str) -> None:
    assert sorted(set(extract()) - set(read(path_of(language).read_text(encoding="utf-8")))) == []


def test_pages_hold_what_modules_say() -> None:
    assert json.loads(modules_path().read_text(encoding="utf-8")) == said_by_modules()


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_translation_fits_its_message(language: str) -> None:
    forms = read(path_of(language).read_text(encoding="utf-8"))
    assert [fault for one in forms for fault in faults_of(one, forms[one], language)] == []


def test_a_translation_that_does_not_fit_is_found() -> None:
    one = Found("%(count)s <b>passage</b>", "%(count)s <b>passages</b>")
    assert not list(faults_of(one, ("%(count)s <b>Abschnitt</b>", "%(count)s <b>Abschnitte</b>"), "de"))
    assert list(faults_of(one, ("<b>ein Abschnitt</b>", "%(count)s <b>Abschnitte</b>"), "de"))
    assert list(faults_of(one, ("%(count)s <b>Abschnitt", "%(count)s <b>Abschnitte</b>"), "de"))
    assert list(faults_of(one, ("%(count)s <b>Abschnitt</b>",), "de"))


def test_languages_have_the_plurals_that_django_has() -> None:
    assert [forms_in(one) for one in LANGUAGES] == [2, 4]


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_plurals_of_a_message_are_written(language: str) -> None:
    one = Found("%(n)s word", "%(n)s words")
    forms = tuple(f"{number} %(n)s" for number in range(forms_in(language)))
    assert read(written(language, [one], {one: forms})) == {one: forms}


def test_messages_are_found_in_templates_and_modules() -> None:
    assert Found("Language") in extract()
    assert "gettext" in templatize("{% blocktranslate trimmed %}One\n  line{% endblocktranslate %}")
