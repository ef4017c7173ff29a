"""The standing edition: register, figures, search from a disk, print, e-book."""

import json
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Team
from tests.epubcheck import needs_epubcheck, what_epubcheck_says
from tests.factories import make_work, passage_of, variant_of
from workbench.corpus.actions import add_term
from workbench.interchange.document import PassageRecord, SpanRecord, TranslationRecord, VariantRecord, WorkRecord
from workbench.interchange.formats import bundle
from workbench.interchange.options import ReadOptions
from workbench.publishing.layouts import LAYOUTS
from workbench.review.actions import open_thread
from workbench.review.anchoring import AnchorRequest
from workbench.web.publishing.book import write_book
from workbench.web.publishing.edition import Edition, write_edition, write_print_page
from workbench.web.publishing.index import SHARDS, shard_of, words_of
from workbench.web.publishing.packing import EditionWishes, choose_edition
from workbench.web.publishing.printing import print_style

ROOT = Path(__file__).parents[3]


@pytest.fixture
def folder(team: Team, tmp_path: Path) -> Path:
    """Return a folder with an edition of a work of three translations, with a remark, and its e-book."""
    texts = {"A": ("The cat sat.", "Éclair 猫"), "B": ("The dog sat down.", "eclair"), "R": ("Кот сидел.", "ёж")}
    work = make_work(team.owner, team.workspace, texts, title='A "quoted" work')
    anchors = [AnchorRequest(variant_of(work, "1", "A"), quote="cat")]
    open_thread(actor=team.reviewer, passage=passage_of(work), body="A *dog*?\n\n---", anchors=anchors)
    unwanted = [{"language": "ru", "words": "Katze*", "status": "forbidden", "note": ""}]
    add_term(actor=team.editor, workspace=team.workspace, work=work, words="cat", language="en", renderings=unwanted)
    work.translations.filter(siglum="R").update(language="ru")
    arguments = ["publish", work.slug, f"--workspace={team.workspace.slug}", "--as=reader", "--remarks"]
    call_command(*arguments, f"--to={tmp_path / 'edition'}", f"--epub={tmp_path / 'book.epub'}", verbosity=0)
    return tmp_path / "edition"


def test_a_register_lists_what_parts_from_the_base(folder: Path) -> None:
    page = " ".join((folder / "differences-1.html").read_text(encoding="utf-8").split())
    rows = re.findall(r"<bdi>(.*?)</bdi>.*?<bdi>(.*?)</bdi></td> <td>(.*?)</td>", page)
    assert ("cat", "dog", "wording") in rows
    assert 'href="page-1.html#1"' in page


def test_figures_are_drawn_from_the_texts(folder: Path) -> None:
    page = (folder / "variation.html").read_text(encoding="utf-8")
    assert re.search(r'<path\s+class="peak"', page)
    assert "1: " in page
    assert 'class="matrix"' in page


def test_every_word_stands_in_its_shard(folder: Path) -> None:
    found: dict[str, list[int]] = {}
    for number in range(SHARDS):
        script = (folder / "index" / f"{number}.js").read_text(encoding="utf-8")
        words = json.loads(script.removeprefix(f"globalThis.editionShard({number}, ").removesuffix(");\n"))
        assert {shard_of(word) for word in words} <= {number}
        found |= words
    assert found["the"] == [0]
    assert found["eclair"] == found["猫"] == [1]
    assert found["еж"] == [1]


@given(st.text())
def test_words_are_alike_however_they_are_written(text: str) -> None:
    assert words_of(text.lower()) == words_of(text)
    assert all(words_of(word) == {word} for word in words_of(text))


@pytest.mark.parametrize(
    ("said", "word"), [("Éclair", "eclair"), ("שָׁלוֹם", "שלום"), ("كِتاب", "كتاب"), ("हिन्दी", "हिन्दी"), ("ﬁn", "fin")]
)
def test_accents_and_points_fall_and_the_vowel_signs_of_india_stay(said: str, word: str) -> None:
    assert words_of(said) == {word}


def test_running_heads_hold_any_title() -> None:
    style = print_style('Say "no" \\ or\n', "letter")
    assert 'content: "Say \\22 no\\22  \\5c  or\\a "' in style
    assert "size: letter" in style


def test_a_book_is_whole(folder: Path) -> None:
    with zipfile.ZipFile(folder.parent / "book.epub") as book:
        assert book.namelist()[0] == "mimetype"
        assert book.getinfo("mimetype").compress_type == zipfile.ZIP_STORED
        page = book.read("book/page-1.xhtml").decode()
        assert "<hr/>" in page
        assert 'xml:lang="en"' in page
        assert "A <em>dog</em>?" in page
        assert "<dc:title>A &quot;quoted&quot; work" not in book.read("book/content.opf").decode()


def test_a_book_has_what_the_pages_have(folder: Path) -> None:
    with zipfile.ZipFile(folder.parent / "book.epub") as book:
        contents = re.findall("<li><a href=.*?>(.*?)</a></li>", book.read("book/nav.xhtml").decode())
        assert contents[2:] == ["Register of differences", "How far the translations part", "Glossary"]
        assert 'href="page-1.xhtml#1"' in book.read("book/differences-1.xhtml").decode()
        assert 'viewBox="' in book.read("book/variation.xhtml").decode()
        assert "Katze-" in book.read("book/glossary.xhtml").decode()


def test_a_glossary_is_read_where_there_is_one(folder: Path, team: Team, tmp_path: Path) -> None:
    page = " ".join((folder / "glossary.html").read_text(encoding="utf-8").split()).replace(" >", ">")
    assert '<bdi lang="en" dir="ltr">cat</bdi> <span class="quiet">English</span>' in page
    assert '<bdi lang="ru" dir="ltr">Katze-</bdi> <span class="quiet">Russian, not wanted' in page
    assert 'href="glossary.html"' in (folder / "index.html").read_text(encoding="utf-8")
    edition = choose_edition(team.reader, team.work, EditionWishes())
    assert "glossary.html" not in list(write_edition(edition, tmp_path / "without"))


def test_on_paper_notes_stand_at_the_end(tmp_path: Path) -> None:
    noted = VariantRecord("A", "The cat sat.", markup=(SpanRecord("note", 7, 7, text="A tabby."),))
    work = WorkRecord("Noted", translations=(TranslationRecord("A", "en"),), passages=(PassageRecord("1", (noted,)),))
    edition = Edition(work, {"base": "A"}, work.title, date(2026, 12, 1))
    list(write_edition(edition, tmp_path))
    assert "A tabby." in (tmp_path / "page-1.html").read_text(encoding="utf-8")
    printed = write_print_page(edition, tmp_path).read_text(encoding="utf-8")
    (note,) = re.finditer(r">\s*A tabby\.", printed)
    assert note.start() > printed.index(">Notes<") > printed.index("The cat")


@pytest.mark.slow
@needs_epubcheck
def test_epubcheck_finds_nothing_wrong_with_the_book_of_a_work(folder: Path) -> None:
    assert what_epubcheck_says(folder.parent / "book.epub") == ""


@pytest.mark.slow
@needs_epubcheck
@pytest.mark.parametrize("layout", LAYOUTS)
def test_epubcheck_finds_nothing_wrong_in_any_layout(tmp_path: Path, layout: str) -> None:
    document = bundle.read((ROOT / "fixtures/works/yezhov.json").read_bytes(), ReadOptions())
    work = document.works[0]
    edition = Edition(work, {"base": "A"}, work.title, date(2026, 12, 1), layout=layout)
    write_book(edition, tmp_path / "long.epub")
    assert what_epubcheck_says(tmp_path / "long.epub") == ""


def test_a_pdf_wants_a_browser(team: Team, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", "")
    arguments = ["publish", team.work.slug, f"--workspace={team.workspace.slug}", "--as=reader"]
    with pytest.raises(CommandError, match="No Chromium"):
        call_command(*arguments, f"--to={tmp_path / 'e'}", f"--pdf={tmp_path / 'e.pdf'}", verbosity=0)
