"""Marked text as HTML: what is text stays text, tags nest, nothing gets out."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.web.typesetting.marking import Aside, Mark, mark_text

NASTY = "<img src=x onerror=alert(1)>"


class Reader(HTMLParser):
    """Reads the page as a browser would: the text outside of foreign elements, and whether the tags nest."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.stack: list[tuple[str, bool]] = []
        self.marked: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.stack.append((tag + str(dict(attrs).get("class") or ""), "data-foreign" in dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop()[0].startswith(tag)

    def handle_data(self, data: str) -> None:
        if any(foreign for _, foreign in self.stack):
            return
        self.text += data
        for name, _ in self.stack:
            self.marked[name] = self.marked.get(name, "") + data


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert reader.stack == []
    return reader


def test_text_without_marks_is_escaped() -> None:
    assert mark_text(NASTY) == "&lt;img src=x onerror=alert(1)&gt;"


def test_a_mark_stands_around_its_words() -> None:
    assert mark_text("the cat sat", [Mark(4, 7, "ins", (("class", "wording"),))]) == (
        'the <ins class="wording">cat</ins> sat'
    )


def test_overlapping_marks_are_cut_so_that_they_nest_and_the_id_is_written_once() -> None:
    html = mark_text("abcdef", [Mark(0, 4, "ins", element_id="i"), Mark(2, 6, "mark", element_id="m")])
    assert html == '<ins id="i">ab<mark id="m">cd</mark></ins><mark>ef</mark>'


def test_an_id_stands_once_though_a_difference_stands_at_several_places() -> None:
    marks, asides = (
        [Mark(2, 3, "ins", element_id="d"), Mark(4, 5, "ins", element_id="d")],
        [Aside(1, "del", "x", (), "d")],
    )
    assert mark_text("abcdef", marks, asides).count('id="d"') == 1


def test_an_aside_is_foreign_to_the_text() -> None:
    html = mark_text("ab", [], [Aside(1, "del", "x", before="omitted: ")])
    assert html == 'a<del data-foreign><span class="hidden-words" data-foreign>omitted: </span>x</del>b'
    assert read(html).text == "ab"


def test_a_mark_without_characters_is_refused() -> None:
    with pytest.raises(ValueError, match="A mark inside"):
        mark_text("ab", [Mark(1, 1, "ins")])


def test_attributes_words_and_keys_cannot_break_out() -> None:
    nasty = f'">{NASTY}'
    mark = Mark(0, 1, "ins", (("title", nasty),), nasty, nasty, nasty)
    html = mark_text("a", [mark], [Aside(1, "del", nasty, (("title", nasty),), nasty, nasty, nasty)])
    assert "<img" not in html
    assert read(html).text == "a"


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Mark], list[Aside]]:
    text = draw(st.text("ab <&\"'é😀\n", min_size=1, max_size=30))
    start = st.integers(0, len(text) - 1)
    marks = [
        Mark(first, draw(st.integers(first + 1, len(text))), "ins", (("class", f"-{number}"),), f"k{number}", "(", ")")
        for number, first in enumerate(draw(st.lists(start, max_size=6)))
    ]
    places = draw(st.lists(st.integers(0, len(text)), max_size=4))
    return text, marks, [Aside(place, "del", "other <words>") for place in places]


@given(marked_texts())
def test_what_is_not_foreign_is_the_text_and_each_mark_holds_its_words(
    case: tuple[str, list[Mark], list[Aside]],
) -> None:
    text, marks, asides = case
    reader = read(mark_text(text, marks, asides))
    assert reader.text == text
    for number, mark in enumerate(marks):
        assert reader.marked[f"ins-{number}"] == text[mark.start : mark.end]
