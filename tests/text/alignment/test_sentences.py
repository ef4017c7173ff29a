"""`sentences`: where they end, in several scripts."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text import sentences


def cut(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentences(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["It rained.", "We stayed in!", "Why not?"],
        ["He said “Stop.”", "Nobody did."],
        ["Statement of comrade N. I. Petrov.", "It was read."],
        ["Mr. Smith paid 3.50 marks.", "Then he left."],
        ["Am 19. November kam Dr. Weber.", "Er blieb."],
        ["1. The barn is full.", "2. The roof leaks."],
        ["Wait... what is that?", "A barn."],
        ["Дождь шёл с 9 г. по утро.", "Мы ждали."],
        ["वह आया।", "हम गए।"],
        ["هل جاء؟", "نعم."],
        ["Τι είναι;", "Ένας αχυρώνας."],
        ["Τι είναι\u037e", "Ένας αχυρώνας."],
        ["ዝናብ ዘነበ።", "ቤት ቆየን።"],
        ["بارش ہوئی۔", "ہم گھر رہے۔"],
        ["မိုးရွာသည်။", "ကျွန်ုပ်တို့၊ အိမ်၌နေကြသည်။"],
        ["ᠪᠣᠷᠣᠭᠠ ᠣᠷᠣᠪᠠ᠃", "ᠪᠢᠳᠡ ᠭᠡᠷ ᠲᠤ ᠪᠠᠢᠪᠠ᠃"],
        ["ܡܛܪܐ ܢܚܬ܀", "ܒܝܬܐ ܗܘܝܢ܀"],
        ["ירד גשם׃", "נשארנו בבית׃"],
        ["ཆར་པ་བབས།", "ང་ཚོ་ཁྱིམ་དུ་བསྡད།"],
        ["Անձրև եկավ։", "Մենք տանը մնացինք։"],
        ["ភ្លៀង។", "យើងនៅផ្ទះ។"],
        ["წვიმდა.", "ჩვენ სახლში დავრჩით."],
        ["Il dit : « Entrez ! »", "Nous entrons."],
        ["« Pourquoi ? »", "« Parce que. »", "Il rit."],
        ["Er kam.", "»Was gibt es?«", "Niemand wusste es."],
        ["Viele Tiere, z. B. Pferde, d. h. Zugtiere.", "Es war kalt."],
        ["As it is said in Ps. 23 of the king.", "He sang."],
        ["See Gen. 3,15 and Matt. v. 3 on this.", "It is plain."],
        ["Il mourut en 44 av. J.-C. à Rome.", "On le pleura."],
        ["It was built c. 1450 by monks.", "It burned in 1512."],
        ["Он, т. е. брат, пришёл.", "Мы ждали."],
        ["The acts of Gen. Lee are known.", "We read them."],
        ["He spoke of the Acts.", "Then he left."],
    ],
)
def test_sentences_end_where_a_reader_would_end_them(parts: list[str]) -> None:
    assert cut(" ".join(parts)) == parts


def test_chinese_needs_no_space() -> None:
    assert cut("下雨了。我们没有出去！“为什么？”他问。") == ["下雨了。", "我们没有出去！", "“为什么？”", "他问。"]


@pytest.mark.parametrize(
    "parts", [["वह आया।", "हम गए।"], ["မိုးရွာသည်။", "အိမ်၌နေကြသည်။"], ["ዘነበ።", "ቆየን።"], ["ዘነበ።፡", "ቆየን።፡"]]
)
def test_where_only_ends_have_that_sign_no_space_is_needed(parts: list[str]) -> None:
    assert cut("".join(parts)) == parts


def test_a_sign_between_digits_ends_nothing() -> None:
    assert cut("Ժամը 10։30 էր։") == ["Ժամը 10։30 էր։"]


def test_a_lost_space_does_not_hide_the_end() -> None:
    assert cut("They were connected.It is clear.") == ["They were connected.", "It is clear."]


def test_a_blank_line_ends_a_heading() -> None:
    assert cut("The barn\n\nIt is full.") == ["The barn", "It is full."]


def test_a_long_line_runs_on_into_the_next() -> None:
    line = "This line is broken by a mail program, not by its author, and it runs"
    assert cut(f"{line}\nOn Sundays too.") == [f"{line}\nOn Sundays too."]


@given(st.text(alphabet="aB.!? \n1«»。။Ps"))
def test_sentences_hold_all_but_the_white_space(text: str) -> None:
    spans = sentences(text)
    assert "".join("".join(text[s.start : s.end].split()) for s in spans) == "".join(text.split())
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
