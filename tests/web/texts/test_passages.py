"""The passage page, editing in place, history and restoring."""

from django.test import Client

from tests.conftest import Team
from tests.factories import passage_of, variant_of
from tests.web.markup import fold
from workbench.corpus.actions import add_translation
from workbench.corpus.models import Variant
from workbench.review.actions import revise_variant


def address(team: Team, siglum: str = "A") -> str:
    variant = variant_of(team.work, "1", siglum)
    return f"/works/room/{team.work.slug}/passages/{variant.passage_id}/variants/{variant.pk}/"


def rewrite(team: Team, text: str) -> Variant:
    variant = variant_of(team.work, "1", "A")
    return revise_variant(actor=team.editor, variant=variant, version=variant.version, text=text, reason="Better so")


def test_the_passage_page_shows_all_translations_and_leads_on(client: Client, team: Team) -> None:
    client.force_login(team.reader)
    page = fold(client.get(f"/works/room/{team.work.slug}/passages/{passage_of(team.work).pk}/").content.decode())
    assert page.count('class="text"') >= 2
    assert f"passages/{passage_of(team.work, '2').pk}/" in page


def test_presence_is_said_in_words(client: Client, team: Team) -> None:
    for presence in ("omitted", "joined"):
        variant = variant_of(team.work, "1" if presence == "omitted" else "2", "B")
        revise_variant(actor=team.editor, variant=variant, version=1, text="", presence=presence)
    add_translation(actor=team.owner, work=team.work, siglum="C", language="en")
    client.force_login(team.reader)
    page = fold(client.get(f"/works/room/{team.work.slug}/compare/").content.decode())
    assert "Left out by the translator." in page
    assert "Stands with the passage before." in page
    assert page.count("Not entered yet.") == 2


def test_an_editor_changes_a_text_with_a_reason(client: Client, team: Team) -> None:
    client.force_login(team.editor)
    given = {"text": "The cat\r\nslept.", "presence": "present", "reason": "Sharper", "version": "1"}
    answer = client.post(address(team) + "edit/", given)
    variant = variant_of(team.work, "1", "A")
    assert answer.status_code == 302
    assert (variant.text, variant.version) == ("The cat\nslept.", 2)
    assert variant.revisions.get(number=2).reason == "Sharper"


def test_white_space_at_the_ends_of_a_text_is_kept(client: Client, team: Team) -> None:
    client.force_login(team.editor)
    client.post(address(team) + "edit/", {"text": "\n  Verse\n", "presence": "present", "version": "1"})
    assert variant_of(team.work, "1", "A").text == "\n  Verse\n"
    assert ">\n\n  Verse\n</textarea>" in client.get(address(team) + "edit/").content.decode()


def test_a_stale_edit_shows_both_texts_and_loses_neither(client: Client, team: Team) -> None:
    rewrite(team, "Theirs stands.")
    client.force_login(team.editor)
    mine = {"text": "Mine is typed.", "presence": "present", "version": "1", "reason": "r"}
    answer = client.post(address(team) + "edit/", mine)
    page = fold(answer.content.decode())
    assert answer.status_code == 412
    assert "Theirs stands." in page
    assert "Mine is typed.</textarea>" in page
    assert variant_of(team.work, "1", "A").text == "Theirs stands."


def test_after_seeing_both_texts_a_second_save_takes_the_new_version(client: Client, team: Team) -> None:
    rewrite(team, "Theirs stands.")
    client.force_login(team.editor)
    page = client.post(address(team) + "edit/", {"text": "Mine.", "presence": "present", "version": "1"})
    assert 'name="version" value="2"' in fold(page.content.decode())
    client.post(address(team) + "edit/", {"text": "Mine.", "presence": "present", "version": "2"})
    variant = variant_of(team.work, "1", "A")
    assert [revision.text for revision in variant.revisions.order_by("number")][1:] == ["Theirs stands.", "Mine."]


def test_in_place_only_the_form_is_answered_and_a_saved_text_refreshes_the_page(client: Client, team: Team) -> None:
    client.force_login(team.editor)
    form = fold(client.get(address(team) + "edit/", headers={"HX-Request": "true"}).content.decode())
    assert form.lstrip().startswith("<form")
    given = {"text": "New.", "presence": "present", "version": "1"}
    saved = client.post(address(team) + "edit/", given, headers={"HX-Request": "true"})
    assert saved["HX-Refresh"] == "true"


def test_a_missing_text_is_entered(client: Client, team: Team) -> None:
    column = add_translation(actor=team.owner, work=team.work, siglum="C", language="ar")
    client.force_login(team.editor)
    passage = passage_of(team.work)
    path = f"/works/room/{team.work.slug}/passages/{passage.pk}/enter/{column.pk}/"
    assert 'dir="rtl"' in fold(client.get(path).content.decode())
    client.post(path, {"text": "نص", "presence": "present"})
    assert variant_of(team.work, "1", "C").text == "نص"


def test_history_shows_who_changed_what_and_why(client: Client, team: Team) -> None:
    rewrite(team, "The cat sat on the old mat.")
    client.force_login(team.reader)
    page = fold(client.get(address(team) + "history/").content.decode())
    assert page.index("Revision 2") < page.index("Revision 1")
    assert "Better so" in page
    assert ">old</ins>" in page.replace('<span class="hidden-words" data-foreign>)</span>', "")
    assert "Restore" not in page


def test_restoring_is_asked_first_and_makes_a_new_revision(client: Client, team: Team) -> None:
    former = variant_of(team.work, "1", "A").text
    rewrite(team, "Changed.")
    client.force_login(team.editor)
    asked = fold(client.get(address(team) + "restore/1/").content.decode())
    assert "as a new revision" in asked
    assert variant_of(team.work, "1", "A").text == "Changed."
    client.post(address(team) + "restore/1/", {"version": "2"})
    restored = variant_of(team.work, "1", "A")
    assert (restored.text, restored.version) == (former, 3)


def test_who_may_not_write_gets_no_form_and_changes_nothing(client: Client, team: Team) -> None:
    rewrite(team, "Changed.")
    given = {"text": "Mine", "presence": "present", "version": "2"}
    for person, status in ((team.reader, 403), (team.reviewer, 403), (team.outsider, 404), (team.former, 404)):
        client.force_login(person)
        for path in ("edit/", "restore/1/"):
            answers = client.get(address(team) + path), client.post(address(team) + path, given)
            assert [answer.status_code for answer in answers] == [status, status]
    assert variant_of(team.work, "1", "A").text == "Changed."


def test_a_variant_is_not_found_under_another_passage(client: Client, team: Team) -> None:
    client.force_login(team.owner)
    variant = variant_of(team.work, "1", "A")
    other = passage_of(team.work, "2")
    answer = client.get(f"/works/room/{team.work.slug}/passages/{other.pk}/variants/{variant.pk}/edit/")
    assert answer.status_code == 404


def test_two_edits_that_do_not_touch_are_offered_in_one_text(client: Client, team: Team) -> None:
    client.force_login(team.editor)
    variant = variant_of(team.work, "1", "A")
    revise_variant(actor=team.owner, variant=variant, version=1, text="The cat sat on the rug.")
    url = address(team) + "edit/"
    given = {"text": "A cat sat on the mat.", "presence": "present", "reason": "Article", "version": "1"}
    refused = client.post(url, given)
    assert refused.status_code == 412
    assert '<div class="text" lang="en" dir="ltr" data-merged>A cat sat on the rug.</div>' in fold(
        refused.content.decode()
    )
    both = {"text": "A cat sat on the rug.", "presence": "present", "reason": "Article", "version": "2"}
    assert client.post(url, both).status_code == 302
    assert variant_of(team.work, "1", "A").text == "A cat sat on the rug."


def test_two_edits_of_the_same_word_are_left_to_people(client: Client, team: Team) -> None:
    client.force_login(team.editor)
    variant = variant_of(team.work, "1", "A")
    revise_variant(actor=team.owner, variant=variant, version=1, text="The cat sat on the rug.")
    url = address(team) + "edit/"
    refused = client.post(url, {"text": "The cat sat on the sofa.", "presence": "present", "version": "1"})
    assert (refused.status_code, "data-merged" in fold(refused.content.decode())) == (412, False)
