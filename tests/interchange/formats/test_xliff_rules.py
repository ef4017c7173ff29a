"""What is wrong with an XLIFF 2.x file is said by name, and its words are read all the same."""

import pytest

from workbench.interchange.options import ReadOptions
from workbench.interchange.registry import FORMATS

CORE = 'xmlns="urn:oasis:names:tc:xliff:document:2.1" version="2.1"'
ROOT = f'<xliff {CORE} srcLang="en" trgLang="de">{{files}}</xliff>'
FILE = '<file id="f1">{content}</file>'
UNIT = '<unit id="u1">{before}<segment id="s1"{said}>{content}</segment></unit>'
PAIR = "<source>One {code}</source><target>Eins {code}</target>"
FIXED = 'canCopy="no" canDelete="no"'


def said_of(files: str) -> list[str]:
    """Return what is said of a file, without its first words."""
    document = FORMATS["xliff"].read(ROOT.format(files=files).encode(), ReadOptions())
    return [one.removeprefix("This is no valid XLIFF: ") for one in document.warnings]


def of_unit(content: str, said: str = "", before: str = "") -> list[str]:
    return said_of(FILE.format(content=UNIT.format(content=content, said=said, before=before)))


def of_code(code: str, before: str = "") -> list[str]:
    return of_unit(PAIR.format(code=code), before=before)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ('<ph id="1" dataRef="d1"/>', "a code names an original (dataRef) that is not there"),
        ('<ph id="1" type="bold"/>', "'bold' is no type of codes"),
        ('<ph id="1" type="fmt" subType="xlf:var"/>', "subType does not belong to its type"),
        ('<ph/>', "ph has no id"),
        ('<ph id="#1"/>', "'#1' is no id"),
        ('<ph id="1" canCopy="maybe"/>', "canCopy says 'maybe', which is none of no, yes"),
        ('<ph id="1" copyOf="2"/>', "a code is a copy (copyOf) of one that is not there or may not be copied, or"),
        ('<sc id="1"/>', "a code begins that does not end in its unit, or says wrongly that it does (isolated)"),
        ('<ec startRef="1"/>', "a code ends before it begins"),
        ('<sm id="1" type="generic"/>', "an annotation begins that does not end"),
        ('<em startRef="1"/>', "an annotation ends that did not begin before it"),
        ('<mrk id="1" type="comment">x</mrk>', "a comment says its words in value or leads to a note"),
        ('<mrk id="1" type="comment" ref="#n=n1">x</mrk>', "a comment leads to a note that is not in its unit"),
        ('<mrk id="1" type="generic" ref="#u=u1/f=f1">x</mrk>', "a reference inside the file is not written as one"),
        ('<cp hex="0041"/>', "cp stands for a character that XML can hold, or for none"),
        ('<ph id="1" canReorder="no" canCopy="no" canDelete="no"/>', "a row of codes that may not be moved has"),
        ('<b>x</b>', "there is no element b"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_code_is_said_with_its_unit_once_for_both_sides(code: str, said: str) -> None:
    (told,) = (one for one in of_code(code) if one.startswith(said))
    assert told.endswith(" (unit u1 and 1 times more).")


@pytest.mark.parametrize(
    "code",
    [
        '<ph id="1" dataRef="d1"/>',
        '<sc id="1" canDelete="no"/>x<ec startRef="1" canDelete="no"/>',
        '<ec id="1" isolated="yes"/>',
        f'<ph id="1" canReorder="firstNo" {FIXED}/><ph id="2" canReorder="no" {FIXED}/>',
        '<mrk id="1" type="comment" value="Why?">x</mrk>',
        '<mrk id="1" type="term" ref="#/f=f1/u=u1/s1">x</mrk>',
        '<cp hex="0001"/>',
    ],
)
def test_nothing_is_said_of_codes_that_are_as_they_should_be(code: str) -> None:
    data = '<originalData><data id="d1">x</data></originalData>'
    assert of_code(code, before=data) == []


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("<target>Eins</target>", "segment has no source"),
        ('<source xml:lang="fr">One</source>', "the language of a source is another than srcLang says"),
        ('<source xml:space="preserve">One</source><target>Eins</target>', "white space counts in the source and not"),
        ('<source dir="rtl">One</source>', "source has no attribute dir"),
        ('<source>One<ph id="1" canDelete="no"/></source><target>Eins</target>', "a target has lost a code that may"),
        ('<source>One</source><note xmlns="urn:other">x</note>', "an element of another program stands in segment"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_segment_is_said(content: str, said: str) -> None:
    (told,) = of_unit(content)
    assert told.startswith(said)
    assert told.endswith(" (unit u1).")


def test_states_notes_ids_and_order_are_looked_at() -> None:
    assert of_unit("<source>One</source>", said=' state="done"') == [
        "state says 'done', which is none of final, initial, reviewed, translated (unit u1)."
    ]
    notes = '<notes><note id="n">a</note><note id="n">b</note></notes>'
    assert of_unit("<source>One</source>", before=notes) == ["two elements note have one id (unit u1)."]
    unit = UNIT.format(content="<source>One</source>", said="", before="")
    behind = "notes stands behind what it has to stand before"
    assert f"{behind} (file)." in said_of(FILE.format(content=f"{unit}<notes><note>a</note></notes>"))
    assert said_of(FILE.format(content=unit + unit)) == ["two units of a file have one id (unit u1)."]
    assert said_of(FILE.format(content=unit) * 2) == ["two files have one id (file)."]
    assert "a file holds no unit and no group (file)." in said_of(FILE.format(content="") + FILE.format(content=unit))


def test_no_more_than_twelve_kinds_of_faults_are_told() -> None:
    kinds = "".join(f'<ph id="{number}" type="type{number}"/>' for number in range(20))
    told = of_code(kinds)
    assert (len(told), told[-1]) == (13, "It breaks 8 more rules of XLIFF.")


def test_nothing_is_said_of_version_1() -> None:
    data = b'<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file source-language="en"><body>'
    data += b'<trans-unit id="#1"><source>One</source></trans-unit></body></file></xliff>'
    assert FORMATS["xliff"].read(data, ReadOptions()).warnings == ()
