"""What packages without Django say in English is known to the pages, and told in the language of the page."""

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import settings as hypothesis_settings

from tests.interchange.documents import full_documents
from workbench.interchange.document import Document
from workbench.interchange.errors import FormatError
from workbench.interchange.numberings import NUMBERINGS
from workbench.interchange.registry import FORMATS
from workbench.web.site.sentences import SENTENCES
from workbench.web.site.telling import is_known, tell


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_known_by_its_name_and_by_its_ways(name: str) -> None:
    words = [FORMATS[name].label, *(said for said, _ in FORMATS[name].apparatus.values())]
    assert [one for one in words if one not in SENTENCES] == []


def test_every_numbering_is_known() -> None:
    assert [one for one in NUMBERINGS.values() if one not in SENTENCES] == []


@hypothesis_settings(max_examples=15, deadline=None)
@given(document=full_documents())
def test_what_a_format_leaves_out_is_known(document: Document) -> None:
    unknown = {loss for form in FORMATS.values() for loss in _losses(form.losses, document) if not is_known(loss)}
    assert unknown == set()


def _losses(losses: object, document: Document) -> tuple[str, ...]:
    try:
        return tuple(losses(document))  # type: ignore[operator]
    except FormatError:
        return ()


def test_what_nobody_knows_and_what_is_english_stays_as_it_is() -> None:
    with override("de"):
        assert tell("A sentence of nobody.") == "A sentence of nobody."
    with override("en-gb"):
        assert tell("The references are not carried.") == "The references are not carried."


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "1 threads are assigned to names in the file and will be to nobody: Bob (1).",
            "1 thread is assigned to a name",
        ),
        ("2 threads are assigned to names in the file and will be to nobody: Bob (2).", "2 threads are assigned to"),
        ("There are 1 things that nobody knows.", "There are 1 things that nobody knows."),
    ],
)
def test_what_is_said_of_one_thing_is_told_of_one(said: str, told: str) -> None:
    with override("en"):
        assert tell(said).startswith(told)
