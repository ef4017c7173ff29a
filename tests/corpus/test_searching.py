"""Words found in the texts, whatever the script and the database."""

import pytest

from tests.conftest import Room
from tests.factories import make_work, make_workspace
from workbench.accounts.models import User
from workbench.corpus import searching
from workbench.corpus.errors import Invalid
from workbench.corpus.models import Variant
from workbench.corpus.searching import search_variants


def found(user: User, words: str) -> list[list[str]]:
    """Return what a search finds, all pages of it: the words of each hit as they are written."""
    hits, after = [], 0
    while True:
        page = search_variants(user=user, words=words, size=2, after=after)
        hits += [[span.of(Variant.objects.get(pk=hit.variant).text) for span in hit.spans] for hit in page.hits]
        if page.read_to is None:
            return hits
        assert page.read_to > after
        after = page.read_to


@pytest.mark.parametrize(
    ("text", "words", "written"),
    [
        ("Н. ЕЖОВ и Ежова", "ежов", ["ЕЖОВ", "Ежов"]),
        ("DIE STRASSE, die Straße", "straße", ["STRASSE", "Straße"]),
        ("ΣΟΦΟΣ", "σοφος", ["ΣΟΦΟΣ"]),
        ("Cafe\u0301 noir", "CAFÉ", ["Cafe\u0301"]),
        ("caf\u00e9 noir", "cafe\u0301", ["caf\u00e9"]),
        ("我是你", "是", ["是"]),
        ("ภาษาไทย", "ไทย", ["ไทย"]),
        ("رسالة إلى صديق", "صديق", ["صديق"]),
        ("𝔘𝔫 𝔗𝔢𝔵𝔱", "𝔗𝔢𝔵𝔱", ["𝔗𝔢𝔵𝔱"]),
        ("at the\nlast  moment", " the last moment ", ["the\nlast  moment"]),
        ("100 % [sic] a_b \\ (.*)", "100 %", ["100 %"]),
        ("a_b", "_", ["_"]),
        ("anything", ".*", None),
        ("colour", "colr", None),
    ],
)
def test_words_are_found_as_they_are_written(room: Room, text: str, words: str, written: list[str] | None) -> None:
    make_work(room.owner, room.workspace, {"Z": (text,)}, title="Another")
    assert found(room.reader, words) == ([] if written is None else [written])


def test_only_what_one_may_see_is_found(room: Room) -> None:
    make_work(room.outsider, make_workspace(room.outsider), {"Z": ("The cat is mine.",)}, title="Another")
    assert len(found(room.reader, "cat")) == 2
    assert found(room.outsider, "cat") == [["cat"]]
    assert found(room.former, "cat") == []


def test_a_search_that_reads_its_fill_can_be_continued(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "MOST_TEXTS", 1)
    assert found(room.reader, "RAIN") == [["rain"], ["rain"]]
    monkeypatch.setattr(searching, "MOST_TEXTS", 20_000)
    monkeypatch.setattr(searching, "MOST_CHARACTERS", 1)
    assert found(room.reader, "rain") == [["rain"], ["rain"]]


@pytest.mark.parametrize("words", ["", " ", "a\nb", "a\x00", "a" * 201])
def test_what_is_no_line_of_words_is_refused(room: Room, words: str) -> None:
    with pytest.raises(Invalid):
        search_variants(user=room.reader, words=words, size=1)
