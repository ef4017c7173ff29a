"""CSV and TSV, wide and long."""

import contextlib
import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.interchange.contract import TextContract
from tests.interchange.documents import documents_of_texts, texts
from workbench.interchange.document import Document, PassageRecord, TranslationRecord, VariantRecord
from workbench.interchange.errors import FormatError
from workbench.interchange.formats import table
from workbench.interchange.formats.table.cells import escape, name_column, unescape
from workbench.interchange.options import ReadOptions

pytestmark = pytest.mark.slow  # left out of `make check`

WIDE = 'reference,A [en],B\n1,one,eins\n2,"two,\nBREAK",[omitted]\n'
FORMULA_STARTS = "=+-@\t\r\n＝＋－＠"


class TestWideCsv(TextContract):
    name = "csv"
    carried = documents_of_texts()
    sample = WIDE.replace("\nBREAK", " BREAK").encode()

    def options_for(self, document: Document) -> ReadOptions:
        return ReadOptions(layout="wide", delimiter=",")


class TestWideTsv(TextContract):
    name = "tsv"
    carried = documents_of_texts()
    sample = b"reference\tA [en]\tB\n1\tone\teins\n2\ttwo BREAK\t[omitted]\n"

    def options_for(self, document: Document) -> ReadOptions:
        return ReadOptions(layout="wide")


class TestLongCsv(TextContract):
    name = "csv-long"
    carried = documents_of_texts(least=1)
    sample = b"reference,siglum,language,presence,text\n1,A,en,,one\n1,B,,,BREAK\n2,A,,omitted,\n"

    def options_for(self, document: Document) -> ReadOptions:
        return ReadOptions(layout="long", delimiter=",")


class TestLongTsv(TextContract):
    name = "tsv-long"
    carried = documents_of_texts(least=1)
    sample = b"reference\tsiglum\ttext\n1\tA\tone\n1\tB\tBREAK\n"


def read(text: str, **options: object) -> Document:
    return table.read_csv(text.encode(), ReadOptions(**options))  # type: ignore[arg-type]


def problems_of(text: str, **options: object) -> list[str]:
    with pytest.raises(FormatError) as caught:
        read(text, **options)
    return [str(problem) for problem in caught.value.problems]


def test_a_wide_table_has_a_column_a_translation() -> None:
    work = read(WIDE).works[0]
    assert work.translations == (TranslationRecord("A", "en"), TranslationRecord("B"))
    assert work.passages == (
        PassageRecord("1", (VariantRecord("A", "one"), VariantRecord("B", "eins"))),
        PassageRecord("2", (VariantRecord("A", "two,\nBREAK"), VariantRecord("B", "", "omitted"))),
    )


def test_an_empty_cell_is_not_entered() -> None:
    assert read("ref,A,B\n1,,x\n").works[0].passages == (PassageRecord("1", (VariantRecord("B", "x"),)),)


def test_passages_without_references_are_left_to_their_order() -> None:
    assert [one.reference for one in read("ref,A\n,x\n,y\n").works[0].passages] == [None, None]


def test_a_table_of_one_translation_takes_its_siglum_from_the_options() -> None:
    work = read("id\ttext\nGen.1.1\tBy the river\n", siglum="KJV", language="en", delimiter="\t").works[0]
    assert work.translations == (TranslationRecord("KJV", "en"),)
    assert work.passages == (PassageRecord("Gen.1.1", (VariantRecord("KJV", "By the river"),)),)


def test_a_table_of_one_translation_without_siglum_is_asked_for_it() -> None:
    assert problems_of("id,text\n1,x\n", language="e") == [
        "siglum: Empty. Expected a name.",
        "language: 'e' is not a language tag. Expected one like en or zh-Hant, or a language's name.",
    ]


def test_a_long_table_is_known_by_its_header() -> None:
    work = read("passage,translation,language,text,note\n1,A,en,one,?\n2,A,,,\n1,B,,,\n2,B,,zwei,\n").works[0]
    assert work.translations == (TranslationRecord("A", "en"), TranslationRecord("B"))
    assert work.passages == (
        PassageRecord("1", (VariantRecord("A", "one"),)),
        PassageRecord("2", (VariantRecord("B", "zwei"),)),
    )


def test_a_column_that_is_not_read_is_named_in_a_warning() -> None:
    assert read("id,siglum,text,note\n1,A,x,y\n").warnings == ("The column note is not read.",)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_the_only_one_in_the_header(delimiter: str) -> None:
    work = read(f'id{delimiter}"A, the first; \t"{delimiter}B\n1{delimiter}x{delimiter}y\n').works[0]
    assert [variant.text for variant in work.passages[0].variants] == ["x", "y"]


def test_brackets_without_a_language_belong_to_the_siglum() -> None:
    assert read("id,Smith [1890],J []\n1,x,y\n").works[0].translations == (
        TranslationRecord("Smith [1890]"),
        TranslationRecord("J"),
    )


def test_columns_that_a_spreadsheet_left_empty_are_passed_over() -> None:
    assert len(read("id,A,,\n1,x,,\n").works[0].translations) == 1


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("id,A,A\n1,x,y\n", ["line 1, column C: The siglum A stands in column B already."]),
        ("id,A,\n1,x,y\n", ["line 1, column C: Empty. Expected a name."]),
        ("id,A\n1,x\n1,y\n", ["line 3, column A: The reference 1 stands on line 2 already."]),
        ("id,A\n1,x\n,y\n", ["line 3, column A: Empty. Expected a name."]),
        ('id,A\n1,"x\ny"\n2\n', ["line 4: 1 cells. Expected 2, as the header has."]),
        ("id,A\n1,x,y\n", ["line 2: 3 cells. Expected 2, as the header has."]),
        ("id\n1\n", ["line 1: One column. Expected a column of references and one of texts; is the delimiter right?"]),
        ("id,siglum,text\n1,A,x\n1,A,y\n", ["line 3: Passage 1 in A stands on line 2 already."]),
        ("id,siglum,lang,text\n1,A,en,x\n2,A,de,y\n", ["line 3: A is de here and en on line 2."]),
        ("id,siglum,lang,text\n1,A,e,x\n",
         ["line 2, column C: 'e' is not a language tag. Expected one like en or zh-Hant, or a language's name."]),
        ("id,siglum,presence,text\n1,A,gone,\n",
         ["line 2, column C: 'gone' is no presence. Expected present, omitted, joined, lacunose."]),
        ("id,siglum,presence,text\n1,A,joined,x\n", ["line 2, column D: A variant that is joined has no text."]),
        ("\n\n", ["There is no table in the file. Expected a line of column names."]),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_place(text: str, problems: list[str]) -> None:
    assert problems_of(text) == problems


def test_a_long_table_asked_for_without_its_columns_names_them() -> None:
    assert problems_of("id,A\n1,x\n", layout="long") == ["line 1: Expected columns named siglum, text."]


def test_quotes_that_do_not_close_are_named_by_their_line() -> None:
    (problem,) = problems_of('id,A\n1,x\n2,"y" z\n')
    assert problem.startswith("line 3: The quoting breaks here")
    assert problem.endswith("If the file has no quoting (quotation marks are text), say quoting = none.")


def test_a_table_without_quoting_keeps_its_quotation_marks() -> None:
    work = read('id\tA\n1\t"Come," he said\n', delimiter="\t", quoting="none").works[0]
    assert work.passages[0].variants[0].text == '"Come," he said'


@pytest.mark.parametrize("start", FORMULA_STARTS)
def test_no_cell_that_a_spreadsheet_would_run_is_written(start: str) -> None:
    document = read(f'id,A\n1,"{start}cmd"\n')
    rows = list(csv.reader(io.StringIO(table.write_csv(document).decode(), newline="")))
    assert rows[1][1] == f"'{start}cmd".replace("\r", "\n")


@given(texts())
def test_escaping_a_cell_loses_nothing(text: str) -> None:
    assert unescape(escape(text)) == text
    assert escape(text)[:1] not in set(FORMULA_STARTS)


@pytest.mark.parametrize("delimiter", ["a", ",,", '"', "\n", "\x00"])
def test_a_delimiter_that_could_be_text_is_refused(delimiter: str) -> None:
    assert problems_of("id,A\n1,x\n", delimiter=delimiter) == [
        "delimiter: Expected one of comma, semicolon, TAB and |."
    ]


@pytest.mark.parametrize("text", ["'tis", "''", "a=b", "[Omitted by A]", "1-2"])
def test_harmless_texts_are_written_as_they_are(text: str) -> None:
    assert escape(text) == text


@pytest.mark.parametrize("text", ["[omitted]", "[Omitted]", " [ JOINED ]"])
def test_a_text_that_reads_like_a_marker_comes_back_as_text(text: str) -> None:
    assert (escape(text), unescape(f"'{text}")) == (f"'{text}", text)


def test_presences_are_known_in_capitals_too() -> None:
    variants = read("id,A,B\n1,[Omitted],[ JOINED ]\n").works[0].passages[0].variants
    assert variants == (VariantRecord("A", "", "omitted"), VariantRecord("B", "", "joined"))


@pytest.mark.parametrize(
    ("text", "references", "sigla"),
    [
        ("Book,Chapter,Verse,Text\nRuth,1,1,x\nRuth,2,1,y\n", ["Ruth 1:1", "Ruth 2:1"], ["Z"]),
        ("Kapitel;Vers;A;B\n1;1;x;y\n;2;u;v\n", ["1:1", "1:2"], ["A", "B"]),
        ("act,scene,line,A\n1,2,3,x\n", ["1.2.3"], ["A"]),
        ("id,book,verse,A\n77,Jude,3,x\n", ["Jude 3"], ["A"]),
        ("Ruth 1:1,x,y\nRuth 1:2,u,v\n", ["Ruth 1:1", "Ruth 1:2"], ["A", "B"]),
        ("reference,A\nRuth\u00a01:1,x\nRuth 1:2,y\n", ["Ruth 1:1", "Ruth 1:2"], ["A"]),
        ("sep=;\nreference;EN;DE\n1;a,b;c\n", ["1"], ["EN", "DE"]),
        ("reference;EN, revised;DE\n1;a, b;c\n2;d;e, f\n", ["1", "2"], ["EN, revised", "DE"]),
        ("reference|A|B\n1|x, y|z\n", ["1"], ["A", "B"]),
        ("reference,A,notes\n1,x,y\n", ["1"], ["A"]),
    ],
)
def test_references_and_translations_are_found_in_their_columns(
    text: str, references: list[str], sigla: list[str]
) -> None:
    work = read(text, siglum="Z").works[0]
    assert [one.reference for one in work.passages] == references
    assert [one.siglum for one in work.translations] == sigla


def test_what_was_noticed_of_a_table_is_said() -> None:
    assert read("Ruth 1:1,x,y\nRuth 1:2,u,v\n").warnings == (
        "The first line looks like a passage, not like names: it is read as one, and the columns are called A, B. "  # noqa: ISC004
        "If it names the columns, say so.",
    )
    assert read("id,A,Notes\n1,x,y\n").warnings == (
        "The column Notes is not read; name the columns to be taken if it is a text.",
    )
    assert table.read_tsv(b"id,A\n1,x\n", ReadOptions()).warnings == (
        "Between the cells stands ',', not a TAB as the name of the file says.",
    )


def test_columns_are_taken_by_name_siglum_or_letter() -> None:
    text = "id,A [en],B,Notes,D\n1,x,y,n,z\n"
    taken = [one.siglum for one in read(text, columns="notes, a, E").works[0].translations]
    assert taken == ["Notes", "A", "D"]
    assert problems_of(text, columns="F") == ["columns: There is no column 'F'. Expected some of A [en], B, Notes, D."]


def test_the_first_line_is_names_or_a_passage_as_the_options_say() -> None:
    text = "1,x\n2,y\n"
    assert [one.siglum for one in read(text, header="names").works[0].translations] == ["x"]
    assert [one.reference for one in read("a,x\nb,y\n", header="none").works[0].passages] == ["a", "b"]


def test_a_column_that_is_called_reference_holds_them_wherever_it_stands() -> None:
    passages = read("Text,Reference\nThe cat,1\nA dog,2\n", siglum="A").works[0].passages
    assert [(one.reference, one.variants[0].text) for one in passages] == [("1", "The cat"), ("2", "A dog")]


def test_one_column_is_no_table_also_where_one_translation_is_asked_for() -> None:
    assert problems_of("aaaa", siglum="A", layout="single") == ["line 1: Expected at least one column of texts."]


def test_a_column_called_by_a_language_is_in_it_and_one_called_by_a_code_is_not() -> None:
    work = read("verse,English,русский,DE,Smith\n1,a,b,c,d\n").works[0]
    assert [(one.siglum, one.language) for one in work.translations] == [
        ("English", "en"),
        ("русский", "ru"),
        ("DE", ""),
        ("Smith", ""),
    ]
    assert table.write_csv(Document((work,))).decode("utf-8-sig").startswith("reference,English [en],русский [ru],DE,")


def test_a_comment_opens_a_thread_and_a_row_of_its_own_goes_on() -> None:
    work = read("reference,A,comment,state\n1,x,Really?,\n,,And this?,Resolved\n2,y,,\n").works[0]
    assert [one.reference for one in work.passages] == ["1", "2"]
    assert [(one.passage, one.state, one.comments[0].body) for one in work.threads] == [
        ("1", "open", "Really?"),
        ("1", "resolved", "And this?"),
    ]


def test_a_translation_called_like_a_remark_comes_back() -> None:
    document = read("reference,notes [],text []\n1,x,y\n")
    assert [one.siglum for one in document.works[0].translations] == ["notes", "text"]
    assert table.read_csv(table.write_csv(document), ReadOptions()) == document


def test_a_csv_file_opens_with_a_mark_and_ends_lines_as_rfc_4180_says() -> None:
    assert table.write_csv(read("id,A [en]\n1,x\n")) == b"\xef\xbb\xbfreference,A [en]\r\n1,x\r\n"


def test_several_works_are_not_written() -> None:
    with pytest.raises(FormatError, match="This format holds one work, the document has 0"):
        table.write_csv(Document(()))


@pytest.mark.parametrize(("index", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_are_named_as_spreadsheets_name_them(index: int, name: str) -> None:
    assert name_column(index) == name


def test_more_columns_than_a_table_has_are_refused() -> None:
    assert problems_of("," * 2_000 + "x\n") == ["line 1: 2,001 columns. Expected at most 2,000."]


@settings(max_examples=50, deadline=None)
@given(st.text(st.sampled_from("ab,;\t\n\"' [=x"), max_size=60), st.sampled_from(["auto", "wide", "long", "single"]))
def test_any_text_is_read_or_refused(text: str, layout: str) -> None:
    with contextlib.suppress(FormatError):
        assert read(f"id,A\n{text}", layout=layout, siglum="A").works


@pytest.mark.parametrize(
    ("header", "columns"),
    [
        ("ref,Luther (German),KJV (English)", [("Luther", "de"), ("KJV", "en")]),
        ("ref,A - English,B / German", [("A", "en"), ("B", "de")]),
        ("ref,Smith (1890),Jones - revised", [("Smith (1890)", ""), ("Jones - revised", "")]),
        ("ref,en-GB,pt_BR", [("en-GB", "en-GB"), ("pt_BR", "pt-BR")]),
        ("ref,en,KJV", [("en", ""), ("KJV", "")]),
        ("ref,kjv,asv", [("kjv", ""), ("asv", "")]),
        ("ref,en [],de []", [("en", ""), ("de", "")]),
        ("ref,中文,日本語", [("中文", "zh"), ("日本語", "ja")]),
        ("id,ref,A", [("A", "")]),
    ],
)
def test_names_and_tags_of_languages_in_the_header_are_languages(header: str, columns: list[tuple[str, str]]) -> None:
    document = table.read_csv(f"{header}\n1,a,b\n".encode(), ReadOptions())
    assert [(one.siglum, one.language) for one in document.works[0].translations] == columns


def test_notes_of_a_translation_are_no_translation_and_are_named() -> None:
    document = table.read_csv(b"ref,A,A notes,B,Notes on B\n1,a,x,b,y\n", ReadOptions())
    assert [one.siglum for one in document.works[0].translations] == ["A", "B"]
    assert [said.split(" is not read")[0] for said in document.warnings] == [
        "The column A notes",
        "The column Notes on B",
    ]


def test_a_table_without_references_says_so_and_loses_no_column() -> None:
    document = table.read_csv("English,German\nHello,Hallo\nBye,Tschüss\n".encode(), ReadOptions())
    assert document.warnings == ("There is no column of references: the passages are matched by their order.",)
    found = [(row.reference, [one.text for one in row.variants]) for row in document.works[0].passages]
    assert found == [(None, ["Hello", "Hallo"]), (None, ["Bye", "Tschüss"])]


@pytest.mark.parametrize("name", ["Texte", "Testo", "Текст"])
def test_a_column_called_text_in_another_language_is_the_one_translation(name: str) -> None:
    document = table.read_csv(f"ref,{name}\n1,a\n".encode(), ReadOptions(siglum="X"))
    assert [one.siglum for one in document.works[0].translations] == ["X"]
