"""Numbered text: what is a number, which numbers number the text, and what is said of the rest."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from workbench.interchange.joining import join_lines
from workbench.interchange.numbering import read_roman
from workbench.interchange.pages import describe_boilerplate, find_boilerplate, join_pages, without_lines
from workbench.interchange.points import read_points, remark_numbers, split_lines, split_paragraphs


def references(text: str) -> list[str | None]:
    return [unit.reference for unit in read_points(text).units]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. a\n2. b\n3. c\n5. e\n6. f", ["1", "2", "3", "5", "6"]),
        ("1. a\n2-3. b\n4. d", ["1", "2-3", "4"]),
        ("1. a\n2–3. b\n4. d", ["1", "2-3", "4"]),
        ("1 In\n2 And\n3 And", ["1", "2", "3"]),
        ("[1] a\n[2] b", ["1", "2"]),
        ("1:1 a\n1:2 b\n2:1 c", ["1:1", "1:2", "2:1"]),
        ("Gen 1:1 a\nGen 1:2-3 b\nGen 2:1 c\nExod 1:1 d", ["Gen 1:1", "Gen 1:2-3", "Gen 2:1", "Exod 1:1"]),
        ("Ruth\u00a01:1 a\nRuth 1:2 b", ["Ruth 1:1", "Ruth 1:2"]),
        ("1 Sam 1:1 a\n1 Sam 1:2 b", ["1 Sam 1:1", "1 Sam 1:2"]),
        ("§1 a\n§ 2 b", ["1", "2"]),
        ("I. a\nII. b\nIII. c\nIV. d", ["1", "2", "3", "4"]),
        ("１．甲\n２．乙", ["1", "2"]),
        ("١. ألف\n٢. باء", ["1", "2"]),
        ("१. क\n२. ख", ["1", "2"]),
        ("1.\na\n\n2.\nb", ["1", "2"]),
        ("3a. a\n3b. b\n4. c", ["3a", "3b", "4"]),
        ("1.1 a\n1.2 b\n2.1 c", ["1:1", "1:2", "2:1"]),
        ("1. a\n2. b\n\n1. c\n2. d", ["1.1", "1.2", "2.1", "2.2"]),
        ("PART ONE\n1. a\n2. b\nPART TWO\n1. c\n2. d", ["1.1", "1.2", "2.1", "2.2"]),
        ("Chapter III\n1 A\n2 B\n\nChapter IV\n1 C\n2 D", ["3.1", "3.2", "4.1", "4.2"]),
        ("1. a\n1937. It was\n2. b\n12. December\n3. c", ["1", "2", "3"]),
        ("I. Newton wrote it", ["0"]),
        ("i. a\nii. b\niii. c", ["1", "2", "3"]),
        ("I — a\nII — b\nIII — c", ["1", "2", "3"]),
        ("I.1 a\nI.2 b\nII.1 c", ["1:1", "1:2", "2:1"]),
        ("1,1 a\n1,2 b\n2,1 c", ["1:1", "1:2", "2:1"]),
        ("1.1.1 a\n1.1.2 b\n1.2.1 c", ["1.1.1", "1.1.2", "1.2.1"]),
        ("1. a\n2 and 3. b\n4. c", ["1", "2-3", "4"]),
        ("1. a\n2, 3. b\n4/5. c", ["1", "2-3", "4-5"]),
        ("[1] a\n[2]-[3] b\n[4] c", ["1", "2-3", "4"]),
        ("Gen 1:31 a\nGen 1:32-2:1 b\nGen 2:2 c", ["Gen 1:31", "Gen 1:32-2:1", "Gen 2:2"]),
        ("§1 a\n§1a b\n§2 c", ["1", "1a", "2"]),
        ("¶1 a\n¶2 b", ["1", "2"]),
        ("Art. 1 a\nArt. 2 b", ["1", "2"]),
        ("Article 1\na\n\nArticle 2\nb", ["1", "2"]),
        ("v. 1 a\nv. 2 b", ["1", "2"]),
        ("{1} a\n{2} b", ["1", "2"]),
        ("**1.** a\n**2.** b", ["1", "2"]),
        ("1 – a\n2 – b\n3 – c", ["1", "2", "3"]),
        ("١- ألف\n٢- باء", ["1", "2"]),
        ("\u200f١. ألف\n\u200f٢. باء", ["1", "2"]),
        ("१। क\n२। ख", ["1", "2"]),
        ("１\u3000甲\n２\u3000乙", ["1", "2"]),
        ("一、甲\n二、乙\n三、丙", ["1", "2", "3"]),
        ("第九条 甲\n第十条 乙\n第十一条 丙\n第十二条 丁", ["9", "10", "11", "12"]),
        ("① a\n② b\n③ c", ["1", "2", "3"]),
        ("9999. a\n10000. b\n10001. c", ["9999", "10000", "10001"]),
        ("1. We need:\n   1. bread\n   2. milk\n2. We go\n3. We stay", ["1", "2", "3"]),
        ("1 - 2 men\ncame", ["0"]),
        ("Art. 1 alone", ["0"]),
        ("3 men came", ["0"]),
    ],
)
def test_the_numbers_of_a_text_are_its_references(text: str, expected: list[str]) -> None:
    assert references(text) == expected


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("no numbers", ("No numbering was found: the whole text is one passage, called 0.",)),
        ("1. a\n2. b\n3. c\n5. e\n8. f", ("Numbers are missing: 4 (line 4), 6-7 (line 5).",)),
        ("1. a\n2-4. b\n5. c", ("1 passage stands for several numbers: 2-4.",)),
        (
            "1. a\n1938. A cold winter\n2. b",
            (
                "1 line begins with a number that does not go on and was left among the words: "  # noqa: ISC004
                "line 2 “1938. A cold winter”.",
            ),
        ),
        (
            "1. a\n2. b\n\n1. c\n2. d",
            ("The numbering begins anew once, first at line 4: passages are called by part and number, 1.1, 2.1 …",),
        ),
        ("1. a\n2. b", ()),
    ],
)
def test_nothing_of_a_numbering_is_swallowed_in_silence(text: str, said: tuple[str, ...]) -> None:
    assert read_points(text).remarks == said


def test_headings_of_parts_are_headings() -> None:
    units = read_points("PART ONE\n1. a\n2. b\n\nPART TWO\nOf the Sea\n\n1. c\n2. d").units
    assert [(unit.reference, unit.text, unit.heading) for unit in units] == [
        ("1.1", "a", "PART ONE"),
        ("1.2", "b", ""),
        ("2.1", "c", "PART TWO · Of the Sea"),
        ("2.2", "d", ""),
    ]


def test_a_short_point_before_a_part_stays_a_point() -> None:
    units = read_points("Chapter 1\n1. A.\n2. B.\nChapter 2\n1. C.\n").units
    assert [(unit.reference, unit.heading, unit.text) for unit in units] == [
        ("1.1", "Chapter 1", "A."),
        ("1.2", "", "B."),
        ("2.1", "Chapter 2", "C."),
    ]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.integers(1, 60), min_size=2, max_size=12, unique=True), st.sampled_from(["{}. x", "[{}] x", "§{} x"])
)
def test_rising_numbers_with_small_gaps_are_all_found(numbers: list[int], form: str) -> None:
    rising = [1 + sum(1 + number % 3 for number in numbers[:at]) for at in range(len(numbers))]
    assert references("\n".join(form.format(number) for number in rising)) == [str(number) for number in rising]


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("12.:-[]§() \nIVa"), max_size=40))
@example("§1-2a")  # the letter is the last number's
def test_the_words_of_points_are_the_words_of_the_text(text: str) -> None:
    units = read_points(text).units
    assert sum(
        unit.text.count("a") + unit.heading.count("a") + (unit.reference or "").count("a") for unit in units
    ) == (text.count("a"))
    assert len({unit.reference for unit in units}) == len(units)


@pytest.mark.parametrize(("text", "number"), [("I", 1), ("XIV", 14), ("XCIX", 99), ("IIII", 0), ("VX", 0), ("Ⅻ", 12)])
def test_only_regular_roman_numerals_are_numbers(text: str, number: int) -> None:
    assert read_roman(text) == number


def test_paragraphs_that_are_numbered_are_noticed() -> None:
    (said,) = remark_numbers(split_paragraphs("1. a\n\n2. b\n\n3. c"))
    assert said.startswith("3 of 3 passages begin with a number (1 to 3).")
    assert not list(remark_numbers(split_lines("1937. In\nthat\nyear\nand 2\nmore")))


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        ("trans\u00ad\nla\u00adtion", "translation"),
        ("com¬\npleted", "completed"),
        ("well-\nknown", "well-known"),
        ("a dash -\nhere", "a dash - here"),
        ("word\u2014\nnext", "word\u2014next"),
        ("บรรทัดแรก\nบรรทัดที่สอง", "บรรทัดแรกบรรทัดที่สอง"),
        ("ພາສາ\nລາວ", "ພາສາລາວ"),
        ("ភាសា\nខ្មែរ", "ភាសាខ្មែរ"),
        ("မြန်မာ\nစာ", "မြန်မာစာ"),
        ("中文\n在此", "中文在此"),
        ("한국\n말", "한국 말"),
        ("one\n two\n\nthree", "one two\n\nthree"),
    ],
)
def test_lines_are_joined_as_their_script_does(lines: str, joined: str) -> None:
    assert join_lines(lines) == joined


@pytest.mark.parametrize(
    ("pages", "text"),
    [
        ("one\n\n\ftwo\n", "one\n\ntwo\n"),
        ("a paragraph that\n\fgoes on", "a paragraph that\ngoes on"),
        ("a paragraph that\n\f\ngoes on", "a paragraph that\ngoes on"),
        ("one\ftwo", "one\ntwo"),
        ("\fone", "one"),
    ],
)
def test_form_feeds_are_page_breaks(pages: str, text: str) -> None:
    assert join_pages(pages) == text


WORDS = {11: "Alone", 12: "Before", 13: "Come", 14: "Down", 15: "Enough"}
BOOK = "\f".join(f"THE LETTER\n{word} it begins,\n\nand ends {word}.\n{page}\n" for page, word in WORDS.items())


def test_running_heads_and_page_numbers_are_found_and_left_out() -> None:
    found = find_boilerplate(BOOK)
    lines = BOOK.split("\n")
    assert {lines[at].strip("\f") for at in found} == {"THE LETTER", "11", "12", "13", "14", "15"}
    assert "THE LETTER" not in without_lines(BOOK, found)
    assert without_lines(BOOK, found).count("\n") == BOOK.count("\n")
    assert describe_boilerplate(BOOK, found, is_left_out=False) == (
        "10 lines look like running heads or page numbers and are read as text; they can be left out: "
        "line 1 “THE LETTER”, line 5 “11”, line 6 “THE LETTER”, line 10 “12” …."
    )


def test_page_numbers_are_found_without_form_feeds() -> None:
    pages = zip((7, 8, 9, 10), WORDS.values(), strict=False)
    text = "".join(f"{word} it begins\nand goes\non and\nends {word}\n\n- {page} -\n\n" for page, word in pages)
    lines = text.split("\n")
    assert [lines[at] for at in find_boilerplate(text)] == ["- 7 -", "- 8 -", "- 9 -", "- 10 -"]


def test_a_list_of_numbers_is_no_row_of_pages() -> None:
    assert find_boilerplate("1\n2\n3\n4\n") == []
