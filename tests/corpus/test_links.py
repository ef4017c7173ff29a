"""What people say of words that answer each other: kept, carried through edits, before what is found."""

from typing import Any

import pytest

from tests.conftest import Team
from tests.factories import passage_of, variant_of
from workbench.corpus.actions import LinkedWords, forget_link, link_words, part_words
from workbench.corpus.errors import Invalid, NotAllowed
from workbench.corpus.linking import link_unit, read_said
from workbench.corpus.models import ConfirmedLink, Translation
from workbench.corpus.units import read_units
from workbench.journal.kinds import Kind
from workbench.journal.models import Event
from workbench.review.actions import revise_variant
from workbench.text import Span


def words(team: Team, siglum: str, quote: str) -> LinkedWords:
    variant = variant_of(team.work, "1", siglum)
    start = variant.text.index(quote)
    return LinkedWords(variant, Span(start, start + len(quote)))


def answers(team: Team) -> dict[str, list[str]]:
    passage = passage_of(team.work)
    columns = [Translation.objects.get(work=team.work, siglum=siglum) for siglum in ("A", "B")]
    units = read_units(team.work.pk, [passage], columns)
    found = link_unit(units.of(passage, columns), ("en", "en"), read_said(units.variants.values()))
    assert found is not None
    left, right = found.left.text, found.right.text
    return {
        " ".join(span.of(left) for span in one.left): [span.of(right) for span in one.right] for one in found.answers
    }


def test_equal_words_of_one_language_answer_each_other(team: Team) -> None:
    assert answers(team)["cat"] == ["cat"]


def test_what_a_person_says_goes_before_what_is_found(team: Team) -> None:
    link_words(actor=team.editor, left=words(team, "B", "rug"), right=words(team, "A", "cat"))
    found = answers(team)
    assert found["cat"] == ["rug"]
    assert "mat" not in found


def test_words_said_not_to_answer_each_other_are_linked_no_longer(team: Team) -> None:
    said = part_words(actor=team.editor, left=words(team, "A", "cat"), right=words(team, "B", "cat"))
    assert "cat" not in answers(team)
    forget_link(actor=team.editor, link=said)
    assert answers(team)["cat"] == ["cat"]


def test_several_words_said_of_one_are_one_answer(team: Team) -> None:
    for quote in ("cat", "rug"):
        link_words(actor=team.editor, left=words(team, "A", "sat"), right=words(team, "B", quote))
    assert answers(team)["sat"] == ["cat", "rug"]


def test_the_last_word_on_two_words_is_the_one_that_stands(team: Team) -> None:
    sides: dict[str, Any] = {"left": words(team, "A", "cat"), "right": words(team, "B", "cat")}
    first = part_words(actor=team.editor, **sides)
    assert part_words(actor=team.editor, **sides) == first
    link_words(actor=team.editor, **sides)
    assert [one.verdict for one in ConfirmedLink.objects.all()] == ["confirmed"]


def test_an_edit_that_leaves_the_words_alone_takes_the_link_along(team: Team) -> None:
    link_words(actor=team.editor, left=words(team, "A", "mat"), right=words(team, "B", "cat"))
    variant = variant_of(team.work, "1", "A")
    revise_variant(actor=team.editor, variant=variant, version=1, text=f"Once upon a time: {variant.text}")
    assert answers(team)["mat"] == ["cat"]
    assert ConfirmedLink.objects.get().left_start == variant.text.index("mat") + len("Once upon a time: ")


def test_an_edit_of_the_words_ends_the_link_and_says_so(team: Team) -> None:
    link_words(actor=team.editor, left=words(team, "A", "mat"), right=words(team, "B", "cat"))
    variant = variant_of(team.work, "1", "A")
    revise_variant(actor=team.editor, variant=variant, version=1, text=variant.text.replace("mat", "rug"))
    assert not ConfirmedLink.objects.standing().exists()
    lapsed = ConfirmedLink.objects.get()
    assert lapsed.lapsed_at is not None
    event = Event.objects.get(kind=Kind.LINK_LAPSED)
    assert (event.actor, event.subject, event.after["left"]) == (team.editor, lapsed.pk, "mat")
    assert "mat" not in answers(team)


@pytest.mark.parametrize("span", [(0, 0), (3, 4), (5, 2), (0, 999), (3, 7)])
def test_what_is_no_word_is_refused(team: Team, span: tuple[int, int]) -> None:
    left = LinkedWords(variant_of(team.work, "1", "A"), Span(*span))
    with pytest.raises(Invalid):
        link_words(actor=team.editor, left=left, right=words(team, "B", "cat"))


def test_words_of_one_text_or_of_two_passages_are_refused(team: Team) -> None:
    other = LinkedWords(variant_of(team.work, "2", "B"), Span(0, 2))
    for right in (words(team, "A", "cat"), other):
        with pytest.raises(Invalid):
            link_words(actor=team.editor, left=words(team, "A", "mat"), right=right)


def test_only_editors_may_say_it(team: Team) -> None:
    for person in (team.reader, team.reviewer, team.outsider):
        with pytest.raises(NotAllowed):
            link_words(actor=person, left=words(team, "A", "mat"), right=words(team, "B", "cat"))
