"""Words found in the texts, whatever the script and the database."""

import pytest
from django.core.management import call_command

from tests.conftest import Team
from tests.factories import make_work, make_workspace
from workbench.accounts.errors import Invalid
from workbench.accounts.models import User
from workbench.corpus import searching
from workbench.corpus.concordance import postgresql
from workbench.corpus.concordance.indexing import forget_index, index_waiting
from workbench.corpus.models import IndexedText, Variant, Work
from workbench.corpus.searching import count_texts, find_hits, read_search
from workbench.review.actions import revise_variant
from workbench.text import Ignorable
from workbench.text.concordance import FOLDS
from workbench.text.words.lemmas import LEMMAS


def found(user: User, words: str, fold: frozenset[Ignorable] = FOLDS) -> list[list[str]]:
    """Return what a search finds, all pages of it: the words of each hit as they are written."""
    search = read_search(words, fold)
    hits, after = [], 0
    while True:
        page = find_hits(user=user, search=search, size=2, after=after)
        hits += [[span.of(Variant.objects.get(pk=hit.variant).text) for span in hit.spans] for hit in page.hits]
        if page.read_to is None:
            return hits
        assert page.read_to > after
        after = page.read_to


@pytest.mark.parametrize(
    ("text", "words", "written"),
    [
        ("Н. ЕЖОВ и Ежова", "ежов*", ["ЕЖОВ", "Ежова"]),
        ("DIE STRASSE, die Straße", "straße", ["STRASSE", "Straße"]),
        ("ΣΟΦΟΣ", "σοφος", ["ΣΟΦΟΣ"]),
        ("Cafe\u0301 noir", "CAFÉ", ["Cafe\u0301"]),
        ("caf\u00e9 noir", "cafe\u0301", ["caf\u00e9"]),
        ("我是你", "是", ["是"]),
        ("ภาษาไทย", "ไทย", ["ไทย"]),
        ("رسالة إلى صديق", "صديق", ["صديق"]),
        ("𝔘𝔫 𝔗𝔢𝔵𝔱", "𝔗𝔢𝔵𝔱", ["𝔗𝔢𝔵𝔱"]),
        ("at the\nlast  moment", ' "the last moment" ', ["the\nlast  moment"]),
        ("100 % [sic] a_b \\ (.*)", "100 %", ["100"]),
        ("anything", "any", None),
        ("anything", "any*", ["anything"]),
        ("colour", "colr", None),
        ("l’homme qui rit", "homme", ["homme"]),
        ("l’homme qui rit", "L'HOMME", ["l’homme"]),
        ("a well-known man", "wellknown", ["well-known"]),
        ("a wellknown man", "well-known", ["wellknown"]),
        ("the U.S.A. and us", "usa", ["U.S.A"]),
        ("Ma’mun", "mamun", ["Ma’mun"]),
        ("it is 2.5", "25", None),
        ("the kingdom of heaven", '"kingdom of h*"', ["kingdom of heaven"]),
        ("the kingdom of heaven", "heaven kingdom", ["kingdom", "heaven"]),
        ("the kingdom of heaven", "kingdom -heaven", None),
        ("the kingdom of heaven", '"heaven kingdom"~1', ["kingdom", "heaven"]),
        ("the kingdom of heaven", '"heaven kingdom"~0', None),
        ("किताब कि की", "कि", ["कि"]),
        ("मुझे ज़रा", "ज़रा", ["ज़रा"]),
        ("Ὁ ἄνθρωπος", "ανθρωπος", ["ἄνθρωπος"]),
        ("Жуковский, ёлка", "елка", ["ёлка"]),
        ("мой дом", "мои", None),
        ("ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ", "ᏣᎳᎩ", ["ᏣᎳᎩ"]),
        ("𐍅𐌿𐌻𐍆𐌹𐌻𐌰", "𐍅𐌿𐌻*", ["𐍅𐌿𐌻𐍆𐌹𐌻𐌰"]),
    ],
)
def test_words_are_found_as_they_are_written(team: Team, text: str, words: str, written: list[str] | None) -> None:
    make_work(team.owner, team.workspace, {"Z": (text,)}, title="Another")
    assert found(team.reader, words) == ([] if written is None else [written])


def test_only_what_one_may_see_is_found(team: Team) -> None:
    make_work(team.outsider, make_workspace(team.outsider), {"Z": ("The cat is mine.",)}, title="Another")
    assert len(found(team.reader, "cat")) == 2
    assert found(team.outsider, "cat") == [["cat"]]
    assert found(team.former, "cat") == []


def test_a_search_that_reads_its_fill_can_be_continued(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "MOST_TEXTS", 1)
    assert found(team.reader, "RAIN*") == [["raining"], ["rained"]]
    monkeypatch.setattr(searching, "MOST_TEXTS", 5_000)
    monkeypatch.setattr(searching, "MOST_CHARACTERS", 1)
    assert found(team.reader, "rain*") == [["raining"], ["rained"]]


@pytest.mark.parametrize("words", ["", " ", "a\nb", "a\x00", "a" * 201, '"a', "-a", "_ .", "a*b", " ".join("a" * 21)])
def test_what_is_no_line_of_words_is_refused(team: Team, words: str) -> None:
    with pytest.raises(Invalid):
        read_search(words)


@pytest.mark.parametrize(
    ("fold", "expected"),
    [
        (FOLDS, [["Café"], ["cafe"], ["CAFÉ"]]),
        (frozenset(), []),
        (frozenset({"case"}), [["cafe"]]),
        (frozenset({"diacritics"}), [["cafe"]]),
    ],
)
def test_what_is_not_folded_stands_as_it_was_typed(
    team: Team, fold: frozenset[Ignorable], expected: list[list[str]]
) -> None:
    make_work(team.owner, team.workspace, {"Z": ("Café", "cafe", "CAFÉ")}, title="Another")
    words = "cafe" if fold else "Cafe"
    assert found(team.reader, words, fold) == expected


def test_a_text_that_changed_is_found_by_what_it_says_now(team: Team) -> None:
    variant = Variant.objects.get(text="The cat sat on the mat.")
    revise_variant(actor=team.owner, variant=variant, version=1, text="A dog barked.", presence="present", reason="")
    assert found(team.reader, "barked") == [["barked"]]
    assert found(team.reader, "mat") == []
    assert found(team.reader, "-mat dog") == [["dog"]]
    assert count_texts(user=team.reader, search=read_search("mat")).total == 0


def test_an_index_made_anew_says_the_same(team: Team) -> None:
    before = found(team.reader, "the cat")
    forget_index()
    assert found(team.reader, "the cat") == []
    count = index_waiting(team.work)
    assert (found(team.reader, "the cat"), count) == (before, IndexedText.objects.count())
    assert index_waiting(team.work) == 0


def test_texts_are_counted_by_translation(team: Team) -> None:
    make_work(team.owner, team.workspace, {"Z": ("A cat.", "No cats.", "A cat, a cat.")}, title="Another")
    counts = count_texts(user=team.reader, search=read_search("cat"))
    said = {(row.work.slug, row.siglum): count for row, count in counts.translations}
    assert said == {("a-small-work", "A"): 1, ("a-small-work", "B"): 1, ("another", "Z"): 2}
    assert counts.is_whole
    near = count_texts(user=team.reader, search=read_search('"cat cat"~3'))
    assert [(row.siglum, count) for row, count in near.translations] == [("Z", 1)]
    assert count_texts(user=team.outsider, search=read_search("cat")).total == 0


def test_a_long_text_has_its_phrases(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    """PostgreSQL keeps at most 256 places of a word, and a megabyte of a text."""
    text = "the cat sat on the mat " * 300 + "and the very end"
    make_work(team.owner, team.workspace, {"Z": (text,)}, title="Long")
    assert found(team.reader, '"and the very end"') == [["and the very end"]]
    assert found(team.reader, '"the end and"') == []
    monkeypatch.setattr(postgresql, "_MOST_BYTES", 10)
    forget_index()
    index_waiting(team.work)
    index_waiting(Variant.objects.get(text=text).work)
    assert found(team.reader, '"and the very end"') == [["and the very end"]]
    assert found(team.reader, '"the end and"') == []


def test_a_command_makes_the_index_anew(team: Team, capsys: pytest.CaptureFixture[str]) -> None:
    before = found(team.reader, "the cat")
    call_command("index", "--all")
    assert capsys.readouterr().out == "room/a-small-work: 4 texts indexed.\n"
    assert found(team.reader, "the cat") == before
    call_command("index")
    assert capsys.readouterr().out == ""


@pytest.mark.skipif(LEMMAS == "off", reason="the extra `lemmas` is not installed")
def test_other_forms_of_a_word_count_where_that_is_asked_for(team: Team) -> None:
    texts = ("He was a traitor.", "Traitors all.", '"The traitor fled" they said.')
    work = make_work(team.owner, team.workspace, {"Z": texts}, title="Another")
    alone = read_search("traitor", works=Work.objects.filter(pk=work.pk))
    forms = read_search("traitor", works=Work.objects.filter(pk=work.pk), forms_of=work)
    of_none = read_search("traitor", translations=work.translations.none(), forms_of=work)
    assert len(find_hits(user=team.reader, search=alone, size=9).hits) == 2
    assert len(find_hits(user=team.reader, search=forms, size=9).hits) == 3
    assert forms.query.terms[0].other_writings == ("Traitors",)
    assert of_none.query.terms[0].other_writings == ()
    phrase = read_search('"a traitor"', forms_of=work)
    assert phrase.query.terms[0].other_writings == ()
