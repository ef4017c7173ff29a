"""Marks made of comparisons."""

from hypothesis import given
from hypothesis import strategies as st

from workbench.web.typesetting.comparing import compare
from workbench.web.typesetting.differences import Pair, mark_base, mark_merged, mark_other
from workbench.web.typesetting.marking import Aside, Mark, mark_text

WORDS = ["the", "a", "cat", "Cat", "sat", "lay", "on", "mats,", ".", "12", "13", "[TsK]", "été", "ete"]
texts = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)


def pair(base: str, other: str, key: str = "d1", siglum: str = "B") -> Pair:
    return Pair(key, "A", siglum, base, other, compare(base, other))


def words_of(marks: list[Mark], text: str) -> list[str]:
    return [text[mark.start : mark.end] for mark in marks]


def carets(asides: list[Aside]) -> list[tuple[int, str]]:
    return [(aside.at, aside.before) for aside in asides]


def test_words_that_part_are_inserted_and_words_that_are_wanting_have_a_caret_that_says_which() -> None:
    marks, asides = mark_other(pair("one two three", "one 2nd three"))
    assert words_of(marks, "one 2nd three") == ["2nd"]
    assert asides == []
    marks, asides = mark_other(pair("The old mat lay here.", "The mat lay here."))
    assert marks == []
    assert carets(asides) == [(4, "(left out: old) ")]


def test_merged_text_strikes_the_words_of_the_base_before_the_words_that_replace_them() -> None:
    html = mark_text("one big dog", *mark_merged(pair("one small dog", "one big dog")))
    assert html.index("<del") < html.index("small") < html.index("</del>") < html.index("<ins") < html.index("big")


def test_struck_words_that_stand_side_by_side_keep_the_space_between_them() -> None:
    _, asides = mark_merged(pair("He sat of the mat here", "He The mat here"))
    assert [aside.words for aside in asides] == ["sat of", " the"]


def test_struck_words_keep_the_space_to_the_word_shown_before_them() -> None:
    shown = "clearing the department. It is hardest to forgive"
    _, asides = mark_merged(pair("clearing the department guarding members to forgive", shown))
    assert [(shown[: aside.at], aside.words) for aside in asides] == [("clearing the department", " guarding members")]
    _, asides = mark_merged(pair("Fourthly: he went", "Fourth, he went"))
    assert [aside.words for aside in asides] == ["Fourthly", ":"]


def merged(base: str, other: str) -> str:
    """Return the merged line as it is seen: [struck] and {inserted}."""
    marks, asides = mark_merged(pair(base, other))
    shown = []
    for place in range(len(other) + 1):
        shown += ["}" for mark in marks if mark.end == place]
        shown += [f"[{aside.words}]" for aside in asides if aside.at == place]
        shown += ["{" for mark in marks if mark.start == place]
        shown.append(other[place : place + 1])
    return "".join(shown)


def test_no_struck_stop_stands_by_itself_or_behind_a_blank() -> None:
    assert merged("for the reasons:", "for the grounds.") == "for the [reasons][:]{grounds}{.}"
    assert merged("In May 1938, of the case we spoke.", "In May 1938 they debated the case we spoke of.").startswith(
        "In May 1938[, of] {they debated} the case"
    )


def test_white_space_that_gave_way_is_not_struck() -> None:
    assert merged("the TsK\n23 November", "the TsK, 23 November") == "the TsK{,} 23 November"


@given(texts, texts)
def test_what_is_struck_stands_in_the_order_of_the_base(base: str, other: str) -> None:
    asides = [aside for aside in mark_merged(pair(base, other))[1] if aside.words.strip()]
    assert [aside.at for aside in asides] == sorted(aside.at for aside in asides)
    place = 0
    for aside in asides:
        place = base.index(aside.words.strip(), place) + len(aside.words.strip())


def test_the_base_shows_where_some_and_where_all_part() -> None:
    base = "one two three four"
    marks, _ = mark_base([pair(base, "one zwei three four"), pair(base, "one zwei three vier", "d2", "C")])
    shown = {base[mark.start : mark.end]: dict(mark.attributes) for mark in marks}
    assert shown["two"]["class"] == "touched touched-all"
    assert shown["two"]["title"] == "B, C differ here"
    assert shown["four"]["class"] == "touched touched-some"
    assert shown["four"]["title"] == "C differs here"


def test_a_difference_and_its_place_in_the_base_share_an_id() -> None:
    compared = pair("one two three", "one deux three")
    other = {dict(mark.attributes)["data-d"] for mark in mark_other(compared)[0]}
    base = {dict(mark.attributes)["data-d"] for mark in mark_base([compared])[0]}
    assert other == base == {"d1-0"}


@given(texts, texts, texts)
def test_all_marks_fit_their_texts_whatever_they_are(base: str, first: str, second: str) -> None:
    pairs = [pair(base, first), pair(base, second, "d2", "C")]
    mark_text(base, *mark_base(pairs))
    for compared in pairs:
        mark_text(compared.other_text, *mark_other(compared))
        mark_text(compared.other_text, *mark_merged(compared))


@given(texts, texts)
def test_agreement_names_places_inside_both_texts(base: str, other: str) -> None:
    for part in filter(None, compare(base, other, frozenset({"case", "punctuation"})).agreement.split(",")):
        left, right = part.split(":")
        assert 0 <= int(left.split("-")[0]) <= int(left.split("-")[1]) <= len(base)
        assert 0 <= int(right.split("-")[0]) <= int(right.split("-")[1]) <= len(other)


def test_the_letters_that_part_are_marked_in_another_form_of_a_word_too() -> None:
    marks, _ = mark_other(pair("they ask him to resign now", "they ask his resignation now"))
    letters = [mark for mark in marks if ("class", "letters") in mark.attributes]
    assert words_of(letters, "they ask his resignation now") == ["ation"]
