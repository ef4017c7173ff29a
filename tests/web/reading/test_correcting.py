"""Correcting a collation on its page, and the apparatus that shows it."""

import pytest
from django.test import Client

from tests.conftest import Team
from tests.factories import make_work, passage_of, variant_of
from tests.web.markup import fold
from workbench.corpus.models import ConfirmedLink, Correction, Work
from workbench.review.actions import revise_variant

TEXTS = {"A": ["the LORD said so"], "B": ["Jehovah spake so"], "C": ["God spake so"]}


@pytest.fixture
def work(team: Team, client: Client) -> Work:
    client.force_login(team.editor)
    return make_work(team.owner, team.workspace, TEXTS, title="Names")


def path(work: Work) -> str:
    return f"/works/room/{work.slug}/passages/{passage_of(work).pk}/collation/"


def versions(work: Work) -> str:
    return ",".join(f"{variant_of(work, '1', one).pk}:{variant_of(work, '1', one).version}" for one in "ABC")


def post(client: Client, work: Work, **given: object) -> str:
    data = {"versions": versions(work), **given}
    answer = client.post(f"{path(work)}correct/?base=A&place=1", data, follow=True)
    assert answer.status_code == 200
    return fold(answer.content.decode())


def marks(work: Work) -> list[tuple[str, list[tuple[str, str, int]]]]:
    rows = Correction.objects.order_by("pk")
    return [
        (row.kind, [(one.variant.translation.siglum, one.quote, one.side) for one in row.marks.order_by("pk")])
        for row in rows
    ]


def test_a_place_is_parted_where_the_form_cuts_it(client: Client, work: Work) -> None:
    form = fold(client.get(f"{path(work)}?base=A&place=1").content.decode())
    assert '<option value="9">the LORD | said</option>' in form
    page = post(client, work, do="part", reason="Two.", **{"cut-0": 9, "cut-1": 8, "cut-2": 4})
    halves = [[("A", "the LORD"), ("A", "said")], [("B", "Jehovah"), ("B", "spake")], [("C", "God"), ("C", "spake")]]
    assert marks(work) == [("parted", [(*words, side) for half in halves for side, words in enumerate(half)])]
    assert "Place 1 is corrected." in page
    assert "Two places:" in page
    assert "corrected by hand" in page
    assert "Two." in page


def test_a_place_is_joined_with_the_next(client: Client, work: Work) -> None:
    post(client, work, do="join")
    assert marks(work)[0][0] == "joined"
    assert ("A", "the LORD said so", 0) in marks(work)[0][1]


def test_readings_are_grouped_by_the_letters_given(client: Client, work: Work) -> None:
    post(client, work, do="group", **{"letter-0": "a", "letter-1": "b", "letter-2": "b"})
    assert marks(work) == [("same", [("B", "Jehovah spake", 0), ("C", "God spake", 0)])]
    post(client, work, do="group", **{"letter-0": "a", "letter-1": "b", "letter-2": "c"})
    assert marks(work)[1] == ("apart", [("B", "Jehovah spake", 0), ("C", "God spake", 1)])


def test_words_are_moved_to_the_place_they_answer(client: Client, work: Work) -> None:
    post(client, work, do="move", witness="1", to="2")
    assert marks(work) == [("moved", [("B", "Jehovah spake", 0), ("A", "so", 1)])]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"do": "knot"}, "One of join, part, group, move is expected."),
        ({"do": "group"}, "Other letters than the readings have are expected."),
        ({"do": "part"}, "choose under “Cut” where the texts are parted."),
        ({"do": "part", "cut-0": 0, "cut-1": 0, "cut-2": 0}, "choose under “Cut” where the texts are parted."),
        ({"do": "move", "witness": "9", "to": "2"}, "A text that has words here is expected."),
        ({"do": "move", "witness": "1", "to": "99"}, "The number of a place from 1 to 2 is expected."),
        ({"do": "join", "versions": ""}, "This text was changed in the meantime"),
    ],
)
def test_what_cannot_be_done_says_what_is_expected(
    client: Client, work: Work, given: dict[str, str], said: str
) -> None:
    assert said in post(client, work, **given)
    assert not Correction.objects.exists()


def test_it_is_taken_back_and_lapses_in_sight(client: Client, team: Team, work: Work) -> None:
    post(client, work, do="join", reason="One.")
    revise_variant(actor=team.owner, variant=variant_of(work, "1", "B"), version=1, text="Yahweh spake so")
    page = fold(client.get(path(work)).content.decode())
    assert "lapsed" in page
    assert "it counts no longer" in page
    row = Correction.objects.get()
    page = fold(client.post(f"{path(work)}corrections/{row.pk}/undo/?base=A", follow=True).content.decode())
    assert "The correction is taken back." in page
    assert "Corrected by hand" not in page


def test_a_reader_sees_it_and_may_not_correct(client: Client, team: Team, work: Work) -> None:
    post(client, work, do="join", reason="One.")
    client.force_login(team.reader)
    page = fold(client.get(f"{path(work)}?place=1").content.decode())
    assert "Corrected by hand" in page
    assert "Correct place" not in page
    assert "Undo" not in page.partition("Corrected by hand")[2].partition("</section>")[0]
    assert client.post(f"{path(work)}correct/?place=1", {"do": "join"}).status_code == 403


def test_a_place_that_is_not_there_is_nowhere(client: Client, work: Work) -> None:
    assert client.post(f"{path(work)}correct/?place=99", {"do": "join"}).status_code == 404


def test_the_apparatus_shows_what_was_corrected_and_what_was_transposed(client: Client, team: Team, work: Work) -> None:
    post(client, work, do="join")
    page = fold(client.get(f"/works/room/{work.slug}/compare/?view=apparatus&base=A").content.decode())
    assert "corrected by hand" in page
    moved = make_work(team.owner, team.workspace, {"A": ["gladly he came home"], "B": ["he came home gladly"]}, "Order")
    page = fold(client.get(f"/works/room/{moved.slug}/compare/?view=apparatus&base=A").content.decode())
    assert "transp." in page
    assert ">to 2</a>" in page
    assert ">from 1</a>" in page
    assert 'title="omitted"' not in page


def test_links_that_were_set_are_listed_with_who_and_why_lapse_in_sight_and_are_taken_back(
    client: Client, team: Team, work: Work
) -> None:
    left, right = variant_of(work, "1", "A"), variant_of(work, "1", "B")
    given = {"left": left.pk, "left_start": 4, "left_end": 8, "right": right.pk, "right_start": 0, "right_end": 7}
    place = path(work).replace("/collation/", "/links/")
    said = client.post(f"{place}?base=A&with=B", {**given, "verdict": "confirmed", "reason": "One name."})
    assert said.status_code == 200
    page = fold(client.get(path(work)).content.decode())
    assert "Said of words that answer each other" in page
    assert "One name." in page
    revise_variant(actor=team.owner, variant=right, version=1, text="Yahweh spake so")
    assert "it counts no longer" in fold(client.get(path(work)).content.decode())
    link = ConfirmedLink.objects.get()
    page = fold(client.post(f"{place}{link.pk}/forget/", follow=True).content.decode())
    assert "is taken back" in page
    assert not ConfirmedLink.objects.exists()
