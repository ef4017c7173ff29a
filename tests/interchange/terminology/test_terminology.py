"""Glossaries as files: what is written is read again, other programs' TBX is read, what is wrong says where."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.interchange.errors import FormatError
from workbench.interchange.terminology import RenderingRecord, TermRecord, read_glossary, write_glossary

TERMS = [
    TermRecord(
        "вредитель",
        "ru",
        "Of the law of 1934.",
        (
            RenderingRecord("en", "wrecker", "wanted"),
            RenderingRecord("en", "saboteur", "allowed", "before 1934"),
            RenderingRecord("en", "spy", "forbidden"),
            RenderingRecord("de", "Schädling", "wanted"),
        ),
    ),
    TermRecord("=sum", "", "", ()),
]
DCT = """<?xml version="1.0"?><tbx style="dct" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
  xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"><text><body>
  <conceptEntry id="c7"><basic:definition>A machine.</basic:definition>
  <langSec xml:lang="en"><termSec><term>engine</term>
    <min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec>
    <termSec><term>motor</term><min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus></termSec>
  </langSec><langSec xml:lang="de"><termSec><term>Motor</term></termSec></langSec></conceptEntry></body></text></tbx>"""
MARTIF = """<martif type="TBX" xml:lang="en"><text><body><termEntry id="e1"><langSet xml:lang="en"><tig>
  <term>engine</term></tig></langSet><langSet xml:lang="fr"><ntig><termGrp><term>moteur</term>
  <termNote type="administrativeStatus">admittedTerm-admn-sts</termNote></termGrp></ntig></langSet></termEntry></body>
  </text></martif>"""


def plain(terms: list[TermRecord]) -> list[tuple[object, ...]]:
    return [(one.words, one.language, one.note, one.renderings) for one in terms]


@pytest.mark.parametrize("name", ["csv", "tbx"])
def test_what_is_written_is_read_again(name: str) -> None:
    assert plain(read_glossary(write_glossary(TERMS, name))) == plain(TERMS)


words = st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=12)
said = st.builds(RenderingRecord, st.sampled_from(["en", "de"]), words, st.sampled_from(["wanted", "forbidden"]), words)


@given(
    st.lists(
        st.builds(TermRecord, words, st.just("ru"), words, st.lists(said, max_size=3).map(tuple)),
        min_size=1,
        max_size=4,
        unique_by=lambda one: one.words,
    )
)
def test_any_glossary_comes_back_from_both(terms: list[TermRecord]) -> None:
    for name in ("csv", "tbx"):
        found = read_glossary(write_glossary(terms, name))
        assert [(one.words, sorted(one.renderings)) for one in found] == [
            (one.words, sorted(one.renderings)) for one in terms
        ]


def test_other_programs_tbx_is_read_in_both_styles() -> None:
    (term,) = read_glossary(DCT.encode())
    assert (term.words, term.language, term.note) == ("engine", "en", "A machine.")
    assert [one[:3] for one in term.renderings] == [("en", "motor", "forbidden"), ("de", "Motor", "wanted")]


def test_the_older_martif_is_read() -> None:
    (term,) = read_glossary(MARTIF.encode())
    assert [one[:3] for one in term.renderings] == [("fr", "moteur", "allowed")]


def test_columns_come_in_any_order_and_with_semicolons() -> None:
    (term,) = read_glossary(b"rendering;Term;status\nwrecker;vreditel;\nspy;vreditel;Forbidden\n")
    assert [one[1:3] for one in term.renderings] == [("wrecker", "wanted"), ("spy", "forbidden")]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"word,rendering\na,b\n", "line 1"),
        (b"term,status,rendering\na,bad,b\n", "line 2: One of wanted, allowed, forbidden"),
        (b"term,rendering\n,b\n", "line 2"),
        (b"<tei/>", "This is no TBX"),
        (b"<tbx><text>", "well-formed"),
        (b"", "No term"),
    ],
)
def test_what_is_wrong_says_where(data: bytes, said: str) -> None:
    with pytest.raises(FormatError, match=said):
        read_glossary(data)
