"""`distribute`: the place of every passage in a running text."""

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.text.alignment.test_align import LETTER, RETOLD
from workbench.text import Distribution, Placement, Span, distribute

PASSAGES = st.lists(st.text(max_size=40) | st.sampled_from(LETTER), max_size=8)
TEXTS = st.lists(st.text(max_size=40) | st.sampled_from(RETOLD), max_size=8).map(" ".join)


def pieces(passages: list[str], text: str) -> list[str]:
    return [text[p.span.start : p.span.end] for p in distribute(passages, text).placements]


def test_a_running_text_is_cut_at_the_passages() -> None:
    assert pieces(LETTER, " ".join(RETOLD)) == RETOLD


def test_line_breaks_between_passages_belong_to_none() -> None:
    assert pieces(LETTER, "\n\n".join(RETOLD) + "\n") == RETOLD


def test_a_passage_the_translator_left_out_gets_an_empty_span() -> None:
    assert pieces(LETTER, " ".join(RETOLD[:3] + RETOLD[4:])) == [*RETOLD[:3], "", *RETOLD[4:]]


def test_what_is_left_out_between_sure_passages_is_called_so() -> None:
    placements = distribute(LETTER, " ".join(RETOLD[:3] + RETOLD[4:])).placements
    assert placements[3].confidence >= 0.8


def test_what_is_left_out_of_a_short_text_in_another_language_is_not_sure() -> None:
    german = ["Die Ernte ist eingebracht.", "Tobias brach sich den Arm.", "Der Arzt kam aus Ravensburg."]
    found = distribute(LETTER, " ".join(german), same_language=False)
    assert all(one.confidence < 0.8 for one in found.placements if one.span.start == one.span.end)


THAI = ["ฝนตกหนักเมื่อวานนี้ เราอยู่บ้าน", "พี่ชายไปตลาดกับแม่", "หมอมาจากเมืองใหญ่ เขารักษาแขน", "ปีหน้าเราจะไปหาท่าน"]


def test_a_text_in_which_no_end_is_known_is_still_placed() -> None:
    found = distribute(LETTER[:4], "\n".join(THAI))
    assert all(one.span.end > one.span.start for one in found.placements)


def test_what_stands_before_and_after_has_no_place() -> None:
    before, after = "Skip to content\n\nPosted on Monday by admin", "Leave a reply\n\nOlder entries"
    text = "\n\n".join([before, *RETOLD, after])
    found = distribute(LETTER, text)
    assert [text[p.span.start : p.span.end] for p in found.placements] == RETOLD
    assert [text[span.start : span.end] for span in found.unplaced] == [before, after]


def test_passages_that_break_inside_a_sentence_cut_inside_the_sentence() -> None:
    passages = ["the harvest is in and the barn is full,", "and your nephew broke his arm in the walnut tree."]
    text = "our harvest is home and full is the barn, while your nephew broke an arm below the walnut tree."
    assert pieces(passages, text) == [text[:41], text[42:]]


def test_one_passage_takes_the_text_without_the_white_space_around_it() -> None:
    assert distribute(["The barn."], "  A barn. \n") == Distribution(
        (Placement(Span(2, 9), distribute(["The barn."], "  A barn. \n").placements[0].confidence),),
        (),
        same_language=True,
    )


def test_without_passages_nothing_has_a_place() -> None:
    assert distribute([], " A barn. ") == Distribution((), (Span(1, 8),), same_language=True)


def test_an_empty_text_leaves_every_passage_empty() -> None:
    assert [p.span for p in distribute(["A barn.", "A roof."], "").placements] == [Span(0, 0), Span(0, 0)]


@settings(max_examples=60)
@given(PASSAGES, TEXTS, st.sampled_from([None, True, False]))
def test_spans_hold_the_whole_text_in_order_without_overlap(
    passages: list[str], text: str, same_language: bool | None
) -> None:
    found = distribute(passages, text, same_language=same_language)
    assert len(found.placements) == len(passages)
    spans = [p.span for p in found.placements]
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans) if a.end > a.start and b.end > b.start)
    held = sorted((s.start, s.end) for s in (*spans, *found.unplaced) if s.end > s.start)
    ends = [0, *(end for _, end in held)]
    starts = [*(start for start, _ in held), len(text)]
    assert all(end <= start and not text[end:start].strip() for end, start in zip(ends, starts, strict=True))
    assert all(0.0 <= p.confidence <= 1.0 for p in found.placements)
    assert distribute(passages, text, same_language=same_language) == found
