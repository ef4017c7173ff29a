"""Texts that another program opened, saved and changed: LibreOffice where it is at hand, and Word's way of editing."""

import io
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from tests.interchange.formats.test_docx import ANN, ONE, THREADS
from tests.interchange.formats.test_review_tables import WORK
from workbench.interchange.archives import write_archive
from workbench.interchange.document import (
    AnchorRecord,
    CommentRecord,
    Document,
    PassageRecord,
    SpanRecord,
    SuggestionRecord,
    TranslationRecord,
    VariantRecord,
    WorkRecord,
)
from workbench.interchange.options import ReadOptions
from workbench.interchange.registry import FORMATS

OFFICE = shutil.which("soffice")
NOTED = VariantRecord(
    "A", "The cat sat. ", markup=(SpanRecord("note", 3, 3, text="So in A."), SpanRecord("emphasis", 4, 7))
)
PLAIN = Document(
    (
        WorkRecord(
            translations=(TranslationRecord("A", "en", "original"), TranslationRecord("B", "he")),
            passages=(
                PassageRecord("1", (NOTED, VariantRecord("B", "שלום")), "A heading"),
                PassageRecord("2", (VariantRecord("A", "two\tthree\nfour"), VariantRecord("B", "", "omitted"))),
            ),
        ),
    )
)


def through_libreoffice(document: Document, source: str, target: str, folder: Path, apparatus: str = "") -> WorkRecord:
    """Return what a document says that LibreOffice read as `source` and wrote as `target`."""
    (folder / f"a.{source}").write_bytes(FORMATS[source].write_with(document, apparatus))
    profile, out = f"-env:UserInstallation={(folder.parent / 'profile').as_uri()}", folder / "out"
    command = [OFFICE or "", profile, "--headless", "--convert-to", target, "--outdir", str(out)]
    subprocess.run([*command, str(folder / f"a.{source}")], check=True, timeout=120, capture_output=True)
    return FORMATS[target].read((out / f"a.{target}").read_bytes(), ReadOptions()).works[0]


MAIN_PART = "word/document.xml"
WAYS = [("docx", "docx"), ("odt", "odt"), ("docx", "odt"), ("odt", "docx")]


@pytest.mark.slow
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize(("source", "target"), WAYS)
def test_libreoffice_keeps_texts_notes_and_headings(source: str, target: str, tmp_path: Path) -> None:
    work = through_libreoffice(PLAIN, source, target, tmp_path)
    assert (work.translations, work.passages) == (PLAIN.works[0].translations, PLAIN.works[0].passages)


@pytest.mark.slow
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize(("source", "target"), WAYS)
def test_libreoffice_keeps_comments_states_and_changes(source: str, target: str, tmp_path: Path) -> None:
    """Replies stand beside what they answer: LibreOffice 7.4 writes no threads."""
    work = through_libreoffice(ONE, source, target, tmp_path)
    (first, *_), *others = (one.comments for one in THREADS)
    found = {(one.author, one.created_at, one.state, one.anchors, one.comments) for one in work.threads}
    ann = THREADS[0]
    assert found == {
        (one.author, one.created_at, one.state, one.anchors, one.comments)
        for one in (
            replace(ann, comments=(first,)),
            replace(ann, comments=ann.comments[1:], author="Bob", created_at=ann.comments[1].created_at),
            *(replace(one, comments=some) for one, some in zip(THREADS[1:], others, strict=True)),
        )
    }
    assert [one.variants and one.variants[0].text for one in work.passages] == [
        one.variants and one.variants[0].text for one in ONE.works[0].passages
    ]


@pytest.mark.slow
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("name", ["docx", "odt"])
def test_libreoffice_keeps_a_table_for_review_whole(name: str, tmp_path: Path) -> None:
    assert through_libreoffice(Document((WORK,)), name, name, tmp_path, "review") == WORK


def _cut(run: re.Match[str]) -> str:
    """Return a run cut to letters, each with its mark of saving, and proofs between."""
    properties = run[1] or ""
    pieces = (f'{properties}<w:t xml:space="preserve">{letter}</w:t>' for letter in run[2])
    return '<w:proofErr w:type="spellEnd"/>'.join(f'<w:r w:rsidR="00A1">{piece}</w:r>' for piece in pieces)


def edited_in_words_way(data: bytes) -> bytes:
    """Return a document as Word saves it, with a word of one more person in it, in a Word that speaks German."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    properties = "(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?"
    text = re.sub(f'<w:r>{properties}<w:t xml:space="preserve">([^<]{{2,}})</w:t></w:r>', _cut, parts[MAIN_PART])
    new = f'<w:ins w:id="77" w:author="Zoe" w:date="{ANN}"><w:r><w:t xml:space="preserve"> soundly</w:t></w:r></w:ins>'
    dot = text.rindex("<w:r>", 0, text.index('xml:space="preserve">.<'))
    parts[MAIN_PART] = f'{text[:dot]}<w:bookmarkStart w:id="9" w:name="x"/>{new}{text[dot:]}'
    return write_archive({name: part.replace('"Heading2"', '"berschrift2"') for name, part in parts.items()})


def test_edited_in_words_way_remarks_and_changes_come_back_to_their_places_beside_the_new_one() -> None:
    back = FORMATS["docx"].read(edited_in_words_way(FORMATS["docx"].write(ONE)), ReadOptions()).works[0]
    assert (back.translations, back.passages) == (ONE.works[0].translations, ONE.works[0].passages)
    (new,) = set(back.threads) - set(THREADS)
    assert set(THREADS) < set(back.threads)
    assert (new.author, new.anchors, new.comments) == (
        "Zoe",
        (AnchorRecord("A", 1, 19, 22, "mat"),),
        (CommentRecord("Zoe", "", ANN, suggestion=SuggestionRecord(0, "mat soundly")),),
    )


def test_a_thread_is_what_it_was_after_two_journeys() -> None:
    once = FORMATS["docx"].read(FORMATS["docx"].write(ONE), ReadOptions())
    assert FORMATS["odt"].read(FORMATS["odt"].write(once), ReadOptions()) == once
