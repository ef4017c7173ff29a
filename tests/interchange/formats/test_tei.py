"""TEI P5: one text, several witnesses, and back."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.interchange.contract import DocumentContract
from tests.interchange.documents import LINES, TAGS, documents_of_texts, markup_of, texts
from workbench.interchange.document import (
    CorrectionRecord,
    Document,
    MarkRecord,
    PassageRecord,
    SpanRecord,
    TranslationRecord,
    VariantRecord,
    WorkRecord,
)
from workbench.interchange.errors import FormatError
from workbench.interchange.formats.tei.markup_out import is_carried
from workbench.interchange.options import ReadOptions
from workbench.interchange.registry import FORMATS, recognise_format
from workbench.interchange.vocabulary import ROLES

TEI = FORMATS["tei"]
HEAD = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt>%s</fileDesc>'
    "</teiHeader>"
)
ADDRESSES = st.sampled_from(["", "https://example.org/a?b=c&d"])


@st.composite
def editions(draw: st.DrawFn) -> Document:
    """Works that a TEI file carries whole: several languages, details, markup, presences, paths."""
    document = draw(documents_of_texts())
    work = document.works[0]
    passages = tuple(
        PassageRecord(one.reference, tuple(draw(marked(each)) for each in one.variants), draw(LINES))
        for one in work.passages
    )
    translations = tuple(
        TranslationRecord(
            one.siglum, draw(TAGS), draw(st.sampled_from(ROLES)), draw(LINES), draw(st.sampled_from(["", "c. 1890"])),
            draw(texts()), draw(texts()), draw(texts()), draw(LINES), draw(ADDRESSES),
            draw(st.sampled_from(["", "vul"])),
        )
        for one in work.translations
    )  # fmt: skip
    return Document((
        WorkRecord(
            draw(LINES), draw(st.sampled_from(["", "a-2"])), draw(LINES), draw(TAGS), draw(texts()), translations,
            passages, numbering=draw(st.sampled_from(["", "rsc"])), series=draw(LINES),
        ),
    ))  # fmt: skip


@st.composite
def marked(draw: st.DrawFn, variant: VariantRecord) -> VariantRecord:
    """The variant with such marks as come back."""
    spans, ends = [], dict[tuple[str, str, str], int]()
    for one in draw(markup_of(variant.text)) if variant.text else ():
        span = SpanRecord(
            one.kind, one.start, one.end, one.value, one.text if one.kind in {"note", "code"} else "", one.language
        )
        key = (span.kind, span.value, span.language)
        if is_carried(span) and (span.start == span.end or span.start > ends.get(key, -1)):
            spans.append(span)
            ends[key] = max(span.end, ends.get(key, -1))
    return VariantRecord(variant.siglum, variant.text, variant.presence, markup=tuple(spans))


class TestTei(DocumentContract):
    name = "tei"
    ways = ("segmentation", "endpoints", "links")
    root = "TEI"
    carried = editions()
    sample = (HEAD % "" + "<text><body><p>One.</p></body></text></TEI>").encode()
    sample_options = ReadOptions(siglum="A", language="en")


def read(body: str, header: str = "", **options: Any) -> Document:
    data = (HEAD % header + f"<text>{body}</text></TEI>").encode()
    return TEI.read(data, ReadOptions(**{"siglum": "A", **options}))


def said(document: Document, siglum: str = "A") -> list[tuple[str | None, str]]:
    """Return what a translation reads, by reference; its presence in brackets where it has no words."""
    return [
        (one.reference, each.text or f"[{each.presence}]")
        for one in document.works[0].passages
        for each in one.variants
        if each.siglum == siglum
    ]


def marks(document: Document) -> list[tuple[str, str, str]]:
    """Return kind, words and value of the marks of the first passage."""
    variant = document.works[0].passages[0].variants[0]
    return [(one.kind, variant.text[one.start : one.end] or one.text, one.value) for one in variant.markup]


def test_paragraphs_are_numbered_in_their_divisions() -> None:
    document = read(
        '<body><div n="1"><head>One</head><p>a</p><p n="7">b</p></div><div n="2"><p n="2.1">c</p></div></body>'
    )
    assert said(document) == [("1.1", "a"), ("1.7", "b"), ("2.1", "c")]
    assert document.works[0].passages[0].heading == "One"


def test_the_header_says_who_translated_what_when_and_how_it_may_be_used() -> None:
    header = (
        "<publicationStmt><availability><licence>CC BY</licence></availability></publicationStmt><sourceDesc><bibl>"
        '<editor role="translator">Ann Hale</editor><date>1881</date>'
        '<ptr target="https://example.org/x"/></bibl></sourceDesc>'
    )
    one = read("<body><p>a</p></body>", header, language="en").works[0].translations[0]
    assert (one.translator, one.year, one.rights, one.source) == ("Ann Hale", "1881", "CC BY", "https://example.org/x")


def test_lines_with_numbers_are_passages_and_other_stanzas_are_whole() -> None:
    body = '<body><lg><l n="1">a</l><l n="2">b</l></lg><lg><l>c</l>\n<l rend="indent">d</l></lg></body>'
    document = read(body)
    assert said(document) == [("1", "a"), ("2", "b"), ("1 (2)", "c\nd")]
    assert [one.kind for one in document.works[0].passages[2].variants[0].markup] == ["line", "line"]
    assert [text for _, text in said(read(body, split="lines"))] == ["a", "b", "c", "d"]


def test_a_speech_says_whose_it_is() -> None:
    document = read('<body><sp who="#Hamlet"><speaker>Ham.</speaker><l>To be</l></sp></body>')
    assert (said(document), marks(document)) == (
        [("1", "To be")],
        [("quote", "To be", "Hamlet"), ("line", "To be", "")],
    )


def test_numbered_milestones_cut_the_text_whatever_paragraphs_there_are() -> None:
    body = (
        '<body><div n="3"><milestone unit="chapter" n="1"/><p><milestone unit="section" n="1"/>'
        'a <milestone unit="section"'
        ' n="2"/>b</p><p>c</p><milestone unit="chapter" n="2"/><p><milestone unit="section" n="1"/>d</p></div></body>'
    )
    assert said(read(body, split="numbered")) == [("3.1.1", "a"), ("3.1.2", "b c"), ("3.2.1", "d")]


@pytest.mark.parametrize(
    ("changes", "text"), [("suggestions", "the new cat"), ("final", "the new cat"), ("base", "the old cat")]
)
def test_the_stage_of_a_text_is_chosen(changes: str, text: str) -> None:
    body = "<body><p>the <subst><del>old</del><add>new</add></subst> cat</p></body>"
    assert said(read(body, changes=changes)) == [("1", text)]


def test_both_stages_are_two_translations_and_what_is_left_out_is_counted() -> None:
    body = "<body><p>the <del>old </del><add>new </add>cat</p></body>"
    both = read(body, changes="both")
    assert (said(both), said(both, "A base")) == ([("1", "the new cat")], [("1", "the old cat")])
    assert both.warnings == ()
    assert "words struck out" in read(body).warnings[0]


def test_marks_notes_pages_and_gaps_stand_beside_the_words() -> None:
    body = (
        '<body><p>A <hi rend="italic">b</hi> <hi rend="sc">c</hi><note n="1">why<p>so</p></note>'
        ' <pb n="5"/><placeName>D'
        '</placeName> <foreign xml:lang="la">e</foreign> <gap reason="torn"/><choice><sic>teh</sic>'
        "<corr>the</corr></choice>"
        "</p></body>"
    )
    assert marks(read(body)) == [
        ("emphasis", "b", ""), ("style", "c", "sc"), ("note", "why\nso", "1"), ("name", "D", ""), ("page", "", "5"),
        ("foreign", "e", ""), ("lacuna", "", "torn"),
    ]  # fmt: skip
    assert read(body).warnings == ("Left out: sic, which another form stands for, 1 times.",)


def test_white_space_is_one_blank_unless_it_is_kept_and_a_word_may_go_on_after_a_line() -> None:
    body = "<p>a\n  b con-\n <lb break='no'/>\n  tinued</p><p xml:space='preserve'>a\n  b</p>"
    assert said(read(f"<body>{body}</body>")) == [("1", "a b con-tinued"), ("2", "a\n  b")]


def test_an_id_may_stand_twice_and_declarations_do_no_harm() -> None:
    data = (
        b'<!DOCTYPE TEI SYSTEM "tei.dtd" [<!ENTITY % x "INCLUDE"><!ENTITY pic SYSTEM "a.jpg" NDATA jpeg>]>'
        b'<TEI><text><body><p xml:id="a">x&mdash;y</p><p xml:id="a">z</p></body></text></TEI>'
    )
    assert said(TEI.read(data, ReadOptions(siglum="A"))) == [("1", "x—y"), ("2", "z")]
    with pytest.raises(FormatError, match="entity 'pic'"):
        TEI.read(data.replace(b"&mdash;", b"&pic;"), ReadOptions(siglum="A"))


def test_each_text_of_a_corpus_is_a_work() -> None:
    one, two = (f"{HEAD % ''}<text><p>{text}</p></text></TEI>" for text in "ab")
    data = f"<teiCorpus><teiHeader/>{one}{two}</teiCorpus>"
    works = TEI.read(data.encode(), ReadOptions(siglum="A")).works
    assert [work.passages[0].variants[0].text for work in works] == ["a", "b"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<html/>", "This is no TEI"),
        (b"<TEI><text><body/></text></TEI>", "There is no text in it"),
        (b"<TEI><text><body><div><facsimile/></div></body></text></TEI>", "only facsimile"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(FormatError, match=message):
        TEI.read(data, ReadOptions(siglum="A"))


WITNESSES = (
    '<sourceDesc><listWit xml:id="all"><witness xml:id="a" n="A"/><witness xml:id="b" n="B"/>'
    '<witness xml:id="c" n="C"/>'
    "</listWit></sourceDesc>"
)


def test_each_witness_of_an_apparatus_is_a_translation() -> None:
    body = '<p>The <app><lem wit="#a">cat</lem><rdg wit="#b #c">dog <app><rdg wit="#b">ran</rdg></app></rdg></app>.</p>'
    document = read(f"<body>{body}</body>", WITNESSES)
    assert [said(document, siglum)[0][1] for siglum in "ABC"] == ["The cat.", "The dog ran.", "The dog ."]


def test_groups_of_readings_and_of_witnesses_are_read_and_who_is_not_named_reads_the_lemma() -> None:
    body = (
        '<p><app><lem>x</lem><rdgGrp><rdg wit="#b">y</rdg></rdgGrp></app> <app><rdg wit="#all">z</rdg></app>'
        ' <app><lem wit="#a">1</lem><rdg wit="#b">2</rdg></app></p>'
    )
    document = read(f"<body>{body}</body>", WITNESSES)
    assert [said(document, siglum)[0][1] for siglum in "ABC"] == ["x z 1", "y z 2", "x z 1"]
    assert "they read as the lemma" in document.warnings[0]


def test_a_witness_that_no_list_names_is_one_from_the_first_word() -> None:
    document = read("<body><p>one</p><p>two <app><lem>x</lem><rdg wit='#late'>y</rdg></app></p></body>", WITNESSES)
    assert said(document, "late") == [("1", "one"), ("2", "two y")]


def test_a_witness_is_silent_where_its_words_are_lost() -> None:
    body = (
        "<p>one two<app><rdg wit='#b'><lacunaStart/></rdg></app> three</p><p>four</p>"
        "<p>five <app><rdg wit='#b'><lacunaEnd/></rdg></app>six</p>"
    )
    document = read(f"<body>{body}</body>", WITNESSES)
    assert said(document, "B") == [("1", "one two"), ("2", "[lacunose]"), ("3", "six")]
    assert said(document, "A")[0] == ("1", "one two three")


def test_a_fragment_says_nothing_before_it_begins_and_after_it_ends() -> None:
    body = (
        "<p>one</p><p>two <app><rdg wit='#b'><witStart/></rdg></app>three <app><rdg wit='#b'><witEnd/></rdg></app></p>"
        "<p>four</p>"
    )
    document = read(f"<body>{body}</body>", WITNESSES)
    assert said(document, "B") == [("1", "[lacunose]"), ("2", "three"), ("3", "[lacunose]")]


def test_a_passage_in_which_a_witness_has_nothing_is_omitted_there() -> None:
    document = read("<body><app><rdg wit='#a #c'><p>one</p><p>two</p></rdg><rdg wit='#b'/></app></body>", WITNESSES)
    assert (said(document), said(document, "B")) == ([("1", "one\ntwo")], [("1", "[omitted]")])


def test_the_apparatus_that_is_written_names_readings_and_the_type_of_each_difference() -> None:
    passage = PassageRecord(
        "1",
        (
            VariantRecord("A", "The gray cat sat."),
            VariantRecord("B", "The grey cat sat."),
            VariantRecord("C", "", "joined"),
        ),
    )
    translations = (TranslationRecord("A", "en"), TranslationRecord("B", "en"), TranslationRecord("C", "en"))
    written = TEI.write(Document((WorkRecord(translations=translations, passages=(passage,)),))).decode()
    assert (
        '<ab n="1"><app type="passage"><rdg wit="#w1 #w2" xml:lang="en">The <app type="spelling">'
        '<lem wit="#w1">gray</lem>'
        '<rdg wit="#w2" type="spelling">grey</rdg></app> cat sat.</rdg><rdg wit="#w3" type="joined"></rdg></app></ab>'
    ) in written


def corrected(*corrections: CorrectionRecord, texts: tuple[str, ...]) -> str:
    variants = tuple(VariantRecord(siglum, text) for siglum, text in zip("ABC", texts, strict=False))
    work = WorkRecord(
        translations=tuple(TranslationRecord(one.siglum, "en") for one in variants),
        passages=(PassageRecord("1", variants),),
        corrections=corrections,
    )
    return TEI.write(Document((work,))).decode()


def test_what_scholars_corrected_shows_in_the_apparatus_with_who_and_why() -> None:
    texts = ("the LORD said", "Jehovah spake", "God spake")
    same = (MarkRecord("B", 0, 7, "Jehovah"), MarkRecord("C", 0, 3, "God"))
    halves = (MarkRecord("A", 0, 8, "the LORD"), MarkRecord("A", 9, 13, "said", 1))
    written = corrected(
        CorrectionRecord("parted", "1", (*halves, *same, MarkRecord("B", 8, 13, "spake", 1)), "A name.", "anna"),
        CorrectionRecord("same", "1", same, author="bo"),
        texts=texts,
    )
    assert (
        '<lem wit="#w1">the LORD</lem><rdgGrp><rdg wit="#w2" type="wording">Jehovah</rdg>'
        '<rdg wit="#w3" type="wording">God</rdg></rdgGrp>'
        '<note type="corrected">anna: A name.</note><note type="corrected">bo</note></app> <app'
    ) in written
    back = TEI.read(written.encode(), ReadOptions())
    assert tuple(one.text for one in back.works[0].passages[0].variants) == texts


def test_transpositions_are_named_as_such() -> None:
    written = corrected(texts=("gladly he came home", "he came home gladly"))
    assert written.count('type="transposition"') == 4
    assert "omission" not in written


def test_paths_go_out_as_divisions_and_come_back() -> None:
    passages = tuple(
        PassageRecord(f"{book} {chapter}:{verse}", (VariantRecord("A", verse),), path=(book, chapter, verse))
        for book, chapter, verse in (("Ps", "1", "1"), ("Ps", "1", "2"), ("Ps", "2", "1"), ("Gen", "1", "1"))
    )
    document = Document(
        (WorkRecord(translations=(TranslationRecord("A"),), passages=passages, levels=("book", "chapter", "verse")),)
    )
    written = TEI.write(document)
    assert (written.count(b"<div"), TEI.losses(document), TEI.read(written, ReadOptions())) == (5, (), document)


def test_what_does_not_come_back_is_named() -> None:
    variant = VariantRecord(
        "A", "abc", markup=(SpanRecord("note", 0, 1, text="n"), SpanRecord("strong", 0, 2), SpanRecord("strong", 2, 3))
    )
    work = WorkRecord(
        translations=(TranslationRecord("A"),), passages=(PassageRecord("1", (variant,), path=("x",)),), levels=("l",)
    )
    assert TEI.losses(Document((work,))) == (
        "The place of 1 passages in the tree of the work is not carried, but for their references.",
        "Markup is not carried: note, 1 times.",
        "The names of the levels of the work are not carried.",
        "1 marks that touch or cover another of their kind become one with it, or are parted.",
    )


@pytest.mark.parametrize("root", ["TEI", "TEI.2", "teiCorpus"])
def test_tei_is_known_by_its_root(root: str) -> None:
    found = recognise_format("x.dat", f'<?xml version="1.0"?><{root}/>'.encode())
    assert found
    assert found.format.name == "tei"


@settings(max_examples=20, suppress_health_check=list(HealthCheck))
@given(editions())
def test_texts_beside_each_other_read_back_as_the_one_with_an_apparatus_does(document: Document) -> None:
    written = TEI.write_with(document, "links")
    assert TEI.read(written, ReadOptions()) == document
    assert not TEI.collates("links")


def test_links_hold_the_passages_of_texts_together() -> None:
    passages = (
        PassageRecord("1", (VariantRecord("A", "The cat."), VariantRecord("B", "Die Katze."))),
        PassageRecord("2", (VariantRecord("A", "It sat."),), "Sitting"),
        PassageRecord("3", (VariantRecord("B", "", "omitted"),)),
    )
    work = WorkRecord(translations=(TranslationRecord("A", "en"), TranslationRecord("B", "de")), passages=passages)
    written = TEI.write_with(Document((work,)), "links").decode()
    assert '<text corresp="#w2" xml:lang="de"><body>\n<ab xml:id="w2p1" n="1">Die Katze.</ab>\n' in written
    assert '<linkGrp type="translation">\n<link target="#w1p1 #w2p1"/>\n<link target="#w1p3 #w2p3"/>\n' in written
    assert TEI.read(written.encode(), ReadOptions()).works == (work,)
    lost = TEI.read(written.replace("#w2p1", "#w9").encode(), ReadOptions())
    assert lost.warnings == ("Left out: links between passages that are not there, 1 times.",)
    assert [len(one.variants) for one in lost.works[0].passages] == [1, 1, 1, 1]


LINKS = (
    '<linkGrp type="alignment"><link target="#e1 #d1"/><link target="#e2 #d2 #d3"/><link target="#e9 #d9"/></linkGrp>'
)
CORPUS = (
    '<group><text xml:lang="en"><body><p xml:id="e1">The cat.</p><p xml:id="e2">It sat and slept.</p><p>End.</p></body>'
    '</text><text xml:lang="de"><body><p xml:id="d1">Die Katze.</p><p xml:id="d2">Sie saß.</p>'
    '<p xml:id="d3">Sie <hi>schlief</hi>.</p></body></text></group>'
)


@pytest.mark.parametrize("place", ["before", "behind", "back"])
def test_a_parallel_corpus_of_others_is_read_by_its_links(place: str) -> None:
    behind = f"<back>{LINKS}</back>" if place == "back" else ""
    text = f"<text>{CORPUS.replace('</group>', f'</group>{behind}')}</text>"
    apart = f"<standOff>{LINKS}</standOff>"
    said = {"before": f"{apart}{text}", "behind": f"{text}{apart}", "back": text}[place]
    document = TEI.read(f"{HEAD % ''}{said}</TEI>".encode(), ReadOptions())
    (work,) = document.works
    assert [(one.siglum, one.language) for one in work.translations] == [("en", "en"), ("de", "de")]
    assert [[(one.siglum, one.text) for one in passage.variants] for passage in work.passages] == [
        [("en", "The cat."), ("de", "Die Katze.")],
        [("en", "It sat and slept."), ("de", "Sie saß. Sie schlief.")],
        [("en", "End.")],
    ]
    assert work.passages[1].variants[1].markup[0].start == len("Sie saß. Sie ")
    assert document.warnings == ("Left out: links between passages that are not there, 1 times.",)


@settings(max_examples=20, suppress_health_check=list(HealthCheck))
@given(editions())
def test_an_apparatus_apart_reads_back_as_the_one_in_the_text_does(document: Document) -> None:
    written = TEI.write_with(document, "endpoints")
    assert TEI.read(written, ReadOptions()) == document


def test_an_apparatus_apart_leads_to_anchors_in_the_first_translation() -> None:
    passage = PassageRecord("1", (VariantRecord("A", "The gray cat."), VariantRecord("B", "The grey cat sat.")))
    work = WorkRecord(translations=(TranslationRecord("A"), TranslationRecord("B")), passages=(passage,))
    written = TEI.write_with(Document((work,)), "endpoints").decode()
    assert '<ab xml:id="p1" n="1">The <anchor xml:id="p1a2"/>gray<anchor xml:id="p1b2"/> cat' in written
    assert (
        '<app type="spelling" from="#p1a2" to="#p1b2"><lem wit="#w1">gray</lem>'
        '<rdg wit="#w2" type="spelling">grey</rdg></app>'
    ) in written
    with pytest.raises(FormatError, match="Expected one of segmentation, endpoints, links"):
        TEI.write_with(Document((work,)), "footnotes")


def test_entries_that_stand_apart_are_read_from_files_of_others() -> None:
    header = (
        f"{WITNESSES}</fileDesc><encodingDesc><variantEncoding method='double-end-point' location='external'/>"
        "</encodingDesc><fileDesc>"
    )
    body = (
        '<body><p>The <w xml:id="x">cat</w> sat<anchor xml:id="y"/>.</p></body><back><listApp><app from="#x" to="#x">'
        '<rdg wit="#b">dog</rdg></app><app from="#y"><rdg wit="#c"> still</rdg></app><app from="#z" to="#z">'
        '<rdg wit="#b">?</rdg></app></listApp></back>'
    )
    document = read(body, header)
    assert [said(document, siglum)[0][1] for siglum in "ABC"] == ["The cat sat.", "The dog sat.", "The cat sat still."]
    assert "whose place is not found" in document.warnings[0]
