"""Writing a comment without JavaScript: words are typed, and found in the text, or it is said why not."""

import pytest
from django.test import Client

from tests.conftest import Team
from tests.factories import passage_of, variant_of
from tests.web.markup import fold
from workbench.review.actions import revise_variant
from workbench.review.models import Thread

NASTY = "<img src=x onerror=alert(1)>"


def address(team: Team, reference: str = "1") -> str:
    return f"/works/room/{team.work.slug}/passages/{passage_of(team.work, reference).pk}/comment/"


def post(client: Client, team: Team, **typed: object) -> tuple[int, str]:
    client.force_login(team.reviewer)
    answer = client.post(address(team), typed)
    return answer.status_code, fold(answer.content.decode())


def test_the_form_shows_what_all_translations_say(client: Client, team: Team) -> None:
    client.force_login(team.reviewer)
    page = fold(client.get(address(team)).content.decode())
    assert "The cat sat on the mat." in page
    assert "The cat lay on the rug." in page
    assert 'name="quote"' in page


def test_typed_words_are_found_and_the_comment_stands_on_them(client: Client, team: Team) -> None:
    status, _ = post(client, team, body="Lay?", siglum=["A", "B"], quote=["cat sat", ""], before=["", ""])
    assert status == 302
    anchor = Thread.objects.get().anchors.get()
    assert (anchor.variant.translation.siglum, anchor.start, anchor.end) == ("A", 4, 11)


def test_words_of_two_translations_are_one_comment_on_a_difference(client: Client, team: Team) -> None:
    post(client, team, body="Which?", siglum=["A", "B"], quote=["sat", "lay"], before=["", ""])
    anchors = Thread.objects.get().anchors.order_by("position")
    assert [anchor.quote for anchor in anchors] == ["sat", "lay"]


def test_without_words_the_comment_is_on_the_passage(client: Client, team: Team) -> None:
    status, _ = post(client, team, body="Good.", siglum=["A"], quote=[""], before=[""], category="style")
    thread = Thread.objects.get()
    assert (status, thread.anchors.count(), thread.category) == (302, 0, "style")


def test_words_that_stand_there_twice_are_told_apart_by_those_before(client: Client, team: Team) -> None:
    revise_variant(actor=team.editor, variant=variant_of(team.work, "1", "A"), version=1, text="The cat saw the cat.")
    status, page = post(client, team, body="Which cat?", siglum=["A"], quote=["cat"], before=[""])
    assert status == 422
    assert "2 times" in page or "twice" in page
    assert 'value="cat"' in page
    assert "Which cat?</textarea>" in page
    status, _ = post(client, team, body="Which cat?", siglum=["A"], quote=["cat"], before=["saw the"])
    assert (status, Thread.objects.get().anchors.get().start) == (302, 16)


def test_words_that_do_not_stand_there_are_refused_and_kept(client: Client, team: Team) -> None:
    status, page = post(client, team, body="Hm.", siglum=["A"], quote=["dog"], before=[""], suggestion="hound")
    assert status == 422
    assert "does not stand in this variant" in page
    assert 'value="dog"' in page
    assert "hound</textarea>" in page
    assert Thread.objects.count() == 0


def test_selected_places_come_back_as_words(client: Client, team: Team) -> None:
    variant = variant_of(team.work, "1", "A")
    client.force_login(team.reviewer)
    page = fold(client.get(address(team), {"anchor": f"{variant.pk}:1:4:7", "suggest": "1"}).content.decode())
    assert '<q lang="en" dir="ltr">cat</q>' in page
    assert "cat</textarea>" in page


def test_a_place_in_an_earlier_revision_is_followed_to_the_present_one(client: Client, team: Team) -> None:
    variant = variant_of(team.work, "1", "A")
    revise_variant(actor=team.editor, variant=variant, version=1, text="Then the cat sat on the mat.")
    status, _ = post(client, team, body="Sat?", anchor=f"{variant.pk}:1:8:11")
    assert (status, Thread.objects.get().anchors.get().start) == (302, 13)


def test_words_changed_since_they_were_selected_are_refused(client: Client, team: Team) -> None:
    variant = variant_of(team.work, "1", "A")
    revise_variant(actor=team.editor, variant=variant, version=1, text="The cat slept on the mat.")
    status, page = post(client, team, body="Sat?", anchor=f"{variant.pk}:1:8:11")
    assert status == 422
    assert "These words were changed since this revision." in page
    assert "Sat?</textarea>" in page


@pytest.mark.parametrize("place", ["x", "1:1:1", "0:1:0:1", "9" * 18 + ":1:0:3", "1:1:-1:3", "١:١:٠:٣"])
def test_places_nobody_was_shown_are_refused(client: Client, team: Team, place: str) -> None:
    status, _ = post(client, team, body="Hm.", anchor=place)
    assert (status, Thread.objects.count()) == (422, 0)


def test_words_of_another_passage_are_refused(client: Client, team: Team) -> None:
    other = variant_of(team.work, "2", "A")
    status, _ = post(client, team, body="Hm.", anchor=f"{other.pk}:1:0:2")
    assert (status, Thread.objects.count()) == (422, 0)


def test_a_suggestion_may_be_to_leave_words_out(client: Client, team: Team) -> None:
    post(client, team, body="", siglum=["A"], quote=["on the mat"], before=[""], leave_out="yes")
    assert Thread.objects.get().suggestions.get().text == ""


def test_a_reader_is_refused_and_an_outsider_finds_nothing(client: Client, team: Team) -> None:
    client.force_login(team.reader)
    refused = client.post(address(team), {"body": "Mine"})
    assert refused.status_code == 403
    assert "Mine</textarea>" in fold(refused.content.decode())
    client.force_login(team.outsider)
    assert client.post(address(team), {"body": "Mine"}).status_code == 404
    assert client.get(address(team)).status_code == 404
    assert Thread.objects.count() == 0


def test_htmx_gets_the_form_alone_and_an_event_when_it_is_done(client: Client, team: Team) -> None:
    client.force_login(team.reviewer)
    form = fold(client.get(address(team), headers={"hx-request": "true"}).content.decode())
    assert form.strip().startswith("<form")
    done = client.post(address(team), {"body": "Good."}, headers={"hx-request": "true"})
    assert (done.status_code, done.content) == (200, b"")
    assert "thread-opened" in done["HX-Trigger"]


def test_markup_that_is_typed_comes_back_inert(client: Client, team: Team) -> None:
    status, page = post(
        client, team, body=f"</textarea>{NASTY}\x00", siglum=["A"], quote=[f'">{NASTY}'], before=[f'">{NASTY}']
    )
    assert status == 422
    assert "<img" not in page
