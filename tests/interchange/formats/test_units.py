"""TMX, XLIFF and PO: units of translation tools."""

from dataclasses import replace

import pytest
from hypothesis import assume
from hypothesis import strategies as st

from tests.interchange.contract import DocumentContract, TextContract
from tests.interchange.documents import documents_of_texts, first_translations
from workbench.interchange.document import (
    CommentRecord,
    Document,
    PassageRecord,
    SpanRecord,
    ThreadRecord,
    TranslationRecord,
    VariantRecord,
    WorkRecord,
)
from workbench.interchange.errors import FormatError
from workbench.interchange.options import ReadOptions
from workbench.interchange.registry import FORMATS
from workbench.interchange.units import name_by_language

CODES = (SpanRecord("code", 1, 1, "br", "<br/>"),)
PASSAGES = (
    PassageRecord(
        "1", (VariantRecord("A", "One", markup=CODES), VariantRecord("B", "Eins"), VariantRecord("C", "Ein"))
    ),
    PassageRecord("2", (VariantRecord("A", "  two\n\t "), VariantRecord("B", "", "omitted"))),
)
TRANSLATIONS = (
    TranslationRecord("A", "en", "original"),
    TranslationRecord("B", "de"),
    TranslationRecord("C", "de", "machine"),
)
DOCUMENT = Document((WorkRecord(translations=TRANSLATIONS, passages=PASSAGES),))
TMX = b'<?xml version="1.0"?><tmx version="1.4"><header srclang="en"/><body>\n%s</body></tmx>'
XLIFF = b'<xliff version="1.2"><file source-language="en" target-language="de"><body>\n%s</body></file></xliff>'


def read(name: str, data: bytes, **options: str) -> Document:
    return FORMATS[name].read(data, ReadOptions(**options))  # type: ignore[arg-type]


def texts(document: Document) -> list[list[str]]:
    return [[variant.text for variant in passage.variants] for passage in document.works[0].passages]


@st.composite
def documents_of_two(draw: st.DrawFn) -> Document:
    document = draw(documents_of_texts())
    assume(len(document.works[0].translations) <= 2)
    return document


class TestTmx(DocumentContract):
    name = "tmx"
    root = "tmx"
    carried = documents_of_texts()
    sample = FORMATS["tmx"].write(DOCUMENT)


class TestXliff(DocumentContract):
    name = "xliff"
    root = "xliff"
    carried = documents_of_texts()
    sample = FORMATS["xliff"].write(DOCUMENT)


class TestXliff2(DocumentContract):
    name = "xliff2"
    root = "xliff"
    carried = documents_of_texts()
    sample = FORMATS["xliff2"].write(DOCUMENT)


class TestPo(TextContract):
    name = "po"
    carried = documents_of_two()
    sample = b'msgid "one"\nmsgstr ""\n"BREAK"\n'

    def fit(self, work: WorkRecord) -> WorkRecord:
        return first_translations(work, 2)


@pytest.mark.parametrize("name", ["tmx", "xliff", "xliff2"])
def test_all_translations_with_roles_presences_and_codes_come_back(name: str) -> None:
    assert FORMATS[name].losses(DOCUMENT) == ()
    assert read(name, FORMATS[name].write(DOCUMENT)) == DOCUMENT


def test_no_segment_of_a_memory_is_empty_and_the_preferred_stands_last() -> None:
    written = FORMATS["tmx"].write(DOCUMENT).decode()
    assert "<seg/>" not in written
    assert written.index("Ein<") < written.index("Eins<")
    assert written.index("One"[:1]) < written.index("Ein<")


def test_two_translations_of_one_language_are_two() -> None:
    other = b'<tuv lang="de"><seg>%s</seg></tuv>'
    unit = b'<tu tuid="a"><tuv xml:lang="en"><seg>x</seg></tuv>' + other % b"y" + other % b"z" + b"</tu>"
    work = read("tmx", TMX % unit).works[0]
    assert [(one.siglum, one.language, one.role) for one in work.translations] == [
        ("en", "en", "original"),
        ("de", "de", "translation"),
        ("de 2", "de", "translation"),
    ]
    assert texts(Document((work,))) == [["x", "y", "z"]]


def test_a_memory_says_what_is_wrong_or_not_certain_in_it() -> None:
    unit = b'<tu><tuv xml:lang="%s"><seg>%s</seg></tuv><tuv xml:lang="de"><seg>x</seg></tuv></tu>'
    lone = read("tmx", TMX % (unit % (b"en", b'a<ept i="1"/>b<bpt i="1"/>')))
    assert lone.warnings == (
        "This is no valid TMX: in 1 segments tags end that did not begin, or begin and do not end (bpt, ept).",
    )
    sourceless = read("tmx", TMX % (unit % (b"en", b"a") + unit % (b"de", b"b")))
    assert sourceless.warnings == (
        "1 units have no text in en, which the file says it translates from.",
        "1 units have more than one text in de: the next is de 2.",
    )


def test_tags_in_segments_are_codes_and_highlighted_words_are_words() -> None:
    unit = b'<tu><tuv xml:lang="en"><seg>a <bpt i="1" type="bold">&lt;b></bpt>b<ept i="1"/> <hi>c</hi></seg></tuv></tu>'
    (variant,) = read("tmx", TMX % unit).works[0].passages[0].variants
    assert (variant.text, [(one.start, one.value, one.text) for one in variant.markup]) == (
        "a b c",
        [(2, "bold", "<b>"), (3, "ept", "")],
    )


def test_approval_of_other_programs_is_said_and_not_taken_over() -> None:
    unit = b'<trans-unit id="1" approved="yes"><source>x</source><target state="final">y</target></trans-unit>'
    document = read("xliff", XLIFF % unit)
    assert texts(document) == [["x", "y"]]
    assert document.warnings == ("1 targets are marked as approved; here only people of the workspace approve.",)
    assert b'approved="' not in FORMATS["xliff"].write(document)
    assert b'state="translated"' in FORMATS["xliff2"].write(document)


def test_segments_of_a_unit_are_joined_with_what_stands_between_them() -> None:
    data = b"""<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0"
    srcLang="en" trgLang="de"><file id="f">
    <unit id="u"><notes><note>Mind this.</note></notes>
    <segment><source>One.</source><target>Eins.</target></segment><ignorable><source> </source></ignorable>
    <segment state="final"><source>Two<ph id="1"/>.<cp hex="0041"/></source><target>Zwei.</target></segment></unit>
    </file></xliff>"""
    document = read("xliff", data)
    assert texts(document) == [["One. Two.A", "Eins. Zwei."]]
    assert document.works[0].threads[0].comments[0].body == "Mind this."


V2 = b'<xliff version="2.0" srcLang="en" trgLang="de"><file id="f"><unit id="1">%s</unit></file></xliff>'


def test_the_words_of_a_target_stand_in_its_own_order() -> None:
    inner = (
        b'<segment><source>a</source><target order="3">x</target></segment><ignorable><source> </source></ignorable>'
        b'<segment><source>b</source><target order="1">y</target></segment>'
    )
    assert texts(read("xliff", V2 % inner)) == [["a b", "y x"]]


@pytest.mark.parametrize(
    ("inner", "said"),
    [
        (
            b'<segment><source>a</source><target order="1">x</target></segment>' * 2,
            "unit 1: Two targets have one place",
        ),
        (b"<segment><source>a</source><source>b</source></segment>", "unit 1: A segment has two sources"),
        (b"<ignorable><source> </source></ignorable>", "unit 1: There is no segment in it"),
    ],
)
def test_units_whose_words_would_be_in_doubt_are_refused(inner: bytes, said: str) -> None:
    with pytest.raises(FormatError, match=said):
        read("xliff", V2 % inner)


@pytest.mark.parametrize("name", ["xliff", "xliff2"])
def test_notes_keep_their_authors(name: str) -> None:
    thread = ThreadRecord("2", (CommentRecord("Ann", "Really?\nYes."),), author="Ann")
    document = Document((replace(DOCUMENT.works[0], threads=(thread,)),))
    assert read(name, FORMATS[name].write(document)) == document


def test_version_2_has_a_segment_a_unit_and_candidates_before_it() -> None:
    written = FORMATS["xliff2"].write(DOCUMENT).decode()
    assert 'version="2.1" srcLang="en" trgLang="de"' in written
    assert written.index("<mtc:matches>") < written.index("<segment ")
    assert written.count("<segment ") == written.count("<unit ") == 2


PO = """# translator's word
#. extracted
#, fuzzy
msgctxt "menu"
msgid "Open"
msgstr "\\tÖffnen \\"x\\"\\\\"

msgid "%d file"
msgid_plural "%d files"
msgstr[0] "%d Datei"
msgstr[1] "%d "
"Dateien"

#~ msgid "old"
#~ msgstr "alt"
"""


def test_context_plurals_comments_and_obsolete_entries_of_po() -> None:
    document = read("po", PO.encode(), siglum="D", language="de")
    work = document.works[0]
    assert [(one.reference, [variant.text for variant in one.variants]) for one in work.passages] == [
        ("menu", ["Open", '\tÖffnen "x"\\']),
        ("2[0]", ["%d file", "%d Datei"]),
        ("2[1]", ["%d files", "%d Dateien"]),
    ]
    assert [(one.passage, one.comments[0].body) for one in work.threads] == [("menu", "translator's word")]
    assert document.warnings == (
        "1 entries are fuzzy; their translations are read as they stand.",
        "1 obsolete entries are left out.",
    )


@pytest.mark.parametrize(
    ("charset", "words"),
    [
        ("ISO-8859-15", "é€"),
        ("windows-1251", "Он пришёл"),
        ("CP1251", "Он пришёл"),
        ("KOI8-R", "Он пришёл"),
        ("Shift_JIS", "彼は来た"),
        ("EUC-JP", "彼は来た"),
        ("EUC-KR", "그가 왔다"),
        ("GB18030", "他来了"),
        ("BIG5", "他來了"),
    ],
)
def test_the_encoding_that_a_po_header_names_is_taken(charset: str, words: str) -> None:
    data = f'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset={charset}\\n"\n\nmsgid "a"\nmsgstr "{words}"\n'
    assert texts(read("po", data.encode(charset), siglum="F")) == [["a", words]]


def test_a_po_header_that_names_no_encoding_is_read_as_utf_8() -> None:
    data = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=CHARSET\\n"\n\nmsgid "a"\nmsgstr "é"\n'
    assert texts(read("po", data.encode(), siglum="F")) == [["a", "é"]]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ('msgid "a" b\n', "line 1: The quotation marks do not close here"),
        ('msgid "a"\nwhat\n', "line 2: Expected a comment, a keyword or a string"),
        ('msgid "a"\nmsgstr "b"\n\nmsgstr "c"\n', "line 4: Expected msgid before this msgstr"),
    ],
)
def test_what_is_wrong_in_a_po_file_is_said_with_its_line(data: str, said: str) -> None:
    with pytest.raises(FormatError, match=said):
        read("po", data.encode())


def test_po_holds_two_translations() -> None:
    with pytest.raises(FormatError, match=r"the work has 3\. Choose two"):
        FORMATS["po"].write(DOCUMENT)


def test_sigla_are_made_of_languages() -> None:
    assert [name_by_language("de", []), name_by_language("de", ["de"]), name_by_language("", [])] == ["de", "de 2", "?"]


@pytest.mark.parametrize("name", ["tmx", "xliff", "xliff2"])
def test_another_kind_of_xml_is_refused(name: str) -> None:
    with pytest.raises(FormatError, match="This is no"):
        read(name, b"<other/>")
