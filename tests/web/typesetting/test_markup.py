"""The markup of a text as HTML: every character of the text once, and what is no part of it said to be foreign."""

import re
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.interchange.documents import markup_of
from workbench.corpus.models import Variant
from workbench.interchange.document import SpanRecord
from workbench.interchange.markup import arrange_spans, pack_markup
from workbench.web.typesetting.marking import mark_text
from workbench.web.typesetting.markup import set_markup

TEXT = "One line, then another."


def shown(*spans: SpanRecord, text: str = TEXT) -> str:
    setting = set_markup(Variant(pk=1, text=text, markup=pack_markup(arrange_spans(spans))))
    return str(mark_text(text, setting.marks, setting.asides))


@pytest.mark.parametrize(
    ("span", "html"),
    [
        (SpanRecord("emphasis", 0, 3), '<em class="markup-emphasis">One</em>'),
        (SpanRecord("strong", 0, 3), '<strong class="markup-strong">One</strong>'),
        (SpanRecord("foreign", 0, 3, language="la"), '<i class="markup-foreign" lang="la">One</i>'),
        (SpanRecord("style", 0, 3, "small caps"), '<span class="markup-style style-small-caps">One</span>'),
        (SpanRecord("page", 10, 10, "12"), '<span class="markup-page" data-foreign>'),
        (SpanRecord("lacuna", 23, 23), "[…]</span>"),
        (SpanRecord("supplied", 0, 3), '<span class="bracket-open" data-foreign></span><span class="markup-supplied">'),
        (SpanRecord("note", 8, 8, "a", "Or: row."), 'href="#note-1-1" title="Or: row." data-foreign>'),
        (SpanRecord("code", 0, 3, "b", "<b>"), 'title="&lt;b&gt;">One'),
    ],
)
def test_each_kind_is_shown_in_its_way(span: SpanRecord, html: str) -> None:
    assert html in shown(span)


def test_verse_lines_break_once_where_one_ends_and_the_next_begins() -> None:
    html = shown(SpanRecord("line", 0, 9), SpanRecord("line", 10, 23, "2"))
    assert html == 'One line, <span class="break break-line indent-2" data-foreign></span>then another.'


def test_a_line_end_of_the_text_is_not_doubled() -> None:
    text = "One line,\nthen another."
    assert "break" not in shown(SpanRecord("line", 0, 9), SpanRecord("line", 10, 23), text=text).replace(
        "break-none", ""
    )


def test_notes_are_numbered_in_their_order_below_the_text() -> None:
    markup = pack_markup([SpanRecord("note", 3, 3, "*", "First."), SpanRecord("note", 8, 8, "", "Second.", "la")])
    notes = set_markup(Variant(pk=7, text=TEXT, markup=markup)).notes
    assert [(one.number, one.mark, one.text, one.language, one.element_id) for one in notes] == [
        (1, "*", "First.", "", "note-7-1"),
        (2, "", "Second.", "la", "note-7-2"),
    ]


def own_text(html: str) -> str:
    """Return what of the HTML is the text: all but what stands in foreign elements."""
    depth, kept = 0, []
    for tag, words in re.findall(r"(<[^>]*>)|([^<]+)", html):
        if not tag:
            kept.append("" if depth else words)
        elif tag.startswith("</"):
            depth = max(0, depth - 1)
        elif depth or "data-foreign" in tag:
            depth += 1
    return unescape("".join(kept))


@settings(max_examples=60, deadline=None)
@given(st.data(), st.text("ab <&\n", min_size=1, max_size=12))
def test_whatever_the_markup_the_text_stays_the_text(data: st.DataObject, text: str) -> None:
    assert own_text(shown(*data.draw(markup_of(text)), text=text)) == text
