"""The pages of works and their translations: what they show, who may change what."""

import pytest
from django.test import Client

from tests.conftest import Team
from tests.factories import make_work, passage_of, variant_of
from tests.web.markup import fold
from workbench.corpus.actions import add_translation
from workbench.corpus.models import Passage, Translation, Work
from workbench.review.actions import open_thread
from workbench.review.anchoring import AnchorRequest

WORK = "/works/room/a-small-work/"
NASTY = "<img src=x onerror=alert(1)>"


def test_the_work_page_shows_translations_with_their_progress_and_the_passages(client: Client, team: Team) -> None:
    client.force_login(team.reader)
    page = fold(client.get(WORK).content.decode())
    assert "2 of 2 passages" in page
    assert f'{WORK}passages/{passage_of(team.work).pk}/"' in page


def test_a_reader_is_offered_nothing_that_writes(client: Client, team: Team) -> None:
    client.force_login(team.reader)
    page = fold(client.get(WORK).content.decode())
    assert f"{WORK}edit/" not in page
    assert f"{WORK}delete/" not in page


def test_an_editor_makes_a_work_and_is_led_to_it(client: Client, team: Team) -> None:
    client.force_login(team.editor)
    answer = client.post("/works/new/", {"title": "The Letter", "workspace": "room", "language": "ru"})
    assert answer["Location"] == "/works/room/the-letter/"
    assert Work.objects.get(slug="the-letter").language == "ru"


def test_a_work_is_made_only_where_the_person_may_write(client: Client, team: Team) -> None:
    client.force_login(team.reviewer)
    answer = client.post("/works/new/", {"title": "The Letter", "workspace": "room"})
    assert answer.status_code == 422
    assert not Work.objects.filter(title="The Letter").exists()


def test_a_refused_form_says_why_and_keeps_what_was_typed(client: Client, team: Team) -> None:
    client.force_login(team.editor)
    typed = {"title": "Kept", "workspace": "room", "language": "not a tag"}
    answer = client.post("/works/new/", typed)
    page = fold(answer.content.decode())
    assert answer.status_code == 422
    assert 'value="Kept"' in page
    assert 'aria-invalid="true"' in page


def test_a_taken_siglum_is_a_conflict_at_its_field(client: Client, team: Team) -> None:
    client.force_login(team.editor)
    answer = client.post(f"{WORK}translations/new/", {"siglum": "A", "role": "translation"})
    assert answer.status_code == 409
    assert Translation.objects.filter(work=team.work).count() == 2


def test_a_stale_edit_of_a_work_shows_what_it_now_reads_and_keeps_what_was_typed(client: Client, team: Team) -> None:
    client.force_login(team.editor)
    client.post(f"{WORK}edit/", {"title": "First", "version": "1", "slug": team.work.slug})
    answer = client.post(f"{WORK}edit/", {"title": "Second", "version": "1", "slug": team.work.slug})
    page = fold(answer.content.decode())
    assert answer.status_code == 412
    assert "It now reads: First" in page
    assert 'value="Second"' in page
    assert Work.objects.get(pk=team.work.pk).title == "First"


def test_only_the_typed_title_deletes_a_work(client: Client, team: Team) -> None:
    client.force_login(team.owner)
    refused = client.post(f"{WORK}delete/", {"typed": "Another", "version": "1"})
    assert refused.status_code == 422
    assert Work.objects.filter(pk=team.work.pk).exists()
    client.post(f"{WORK}delete/", {"typed": "A small work", "version": "1"})
    assert not Work.objects.filter(pk=team.work.pk).exists()


def test_a_translation_is_deleted_when_asked_twice_and_stays_while_threads_speak_of_it(
    client: Client, team: Team
) -> None:
    client.force_login(team.owner)
    words = AnchorRequest(variant_of(team.work, "1", "A"), start=0, end=3)
    open_thread(actor=team.reviewer, passage=passage_of(team.work), body="Why?", anchors=[words])
    spoken_of, free = team.work.translations.order_by("siglum")
    refused = client.post(f"{WORK}translations/{spoken_of.pk}/delete/", {"version": "1", "typed": "A"})
    assert refused.status_code == 409
    asked = client.get(f"{WORK}translations/{spoken_of.pk}/delete/").content.decode()
    assert "It is not deleted while discussions speak of it: 1 discussion does." in asked
    asked = client.get(f"{WORK}translations/{free.pk}/delete/").content.decode()
    assert "2 texts and 2 revisions go with it. This can’t be undone." in asked
    assert client.post(f"{WORK}translations/{free.pk}/delete/", {"version": "1", "typed": "A"}).status_code == 422
    assert team.work.translations.count() == 2
    client.post(f"{WORK}translations/{free.pk}/delete/", {"version": "1", "typed": "B"})
    assert [row.siglum for row in team.work.translations.all()] == ["A"]


def test_deleting_what_is_empty_loses_nothing_and_says_so(client: Client, team: Team) -> None:
    client.force_login(team.owner)
    empty = add_translation(actor=team.owner, work=team.work, siglum="C")
    asked = client.get(f"{WORK}translations/{empty.pk}/delete/").content.decode()
    assert "Nothing has been entered in it yet: nothing is lost." in asked
    assert "undone" not in asked


def test_a_passage_is_renamed_and_deleted(client: Client, team: Team) -> None:
    client.force_login(team.owner)
    passage = passage_of(team.work, "2")
    path = f"{WORK}passages/{passage.pk}/"
    taken = client.post(f"{path}rename/", {"reference": "1", "version": "1"})
    assert taken.status_code == 409
    client.post(f"{path}rename/", {"reference": "2b", "heading": "Rain", "position": "1", "version": "1"})
    assert list(team.work.passages.order_by("position").values_list("reference", flat=True)) == ["2b", "1"]
    passage.refresh_from_db()
    assert (passage.reference, passage.heading) == ("2b", "Rain")
    client.post(f"{path}delete/", {"version": str(passage.version)})
    assert [row.reference for row in team.work.passages.all()] == ["1"]


@pytest.mark.parametrize(
    ("path", "least"),
    [("edit/", "editor"), ("translations/new/", "editor"), ("passages/new/", "editor"), ("delete/", "owner")],
)
def test_a_form_is_shown_from_its_role_upwards(client: Client, team: Team, path: str, least: str) -> None:
    ladder = ["reader", "reviewer", "editor", "owner"]
    for role in ladder:
        client.force_login(getattr(team, role))
        expected = 200 if ladder.index(role) >= ladder.index(least) else 403
        assert (role, client.get(WORK + path).status_code) == (role, expected)
    client.force_login(team.outsider)
    assert client.get(WORK + path).status_code == 404


def test_a_new_passage_opens_its_page(client: Client, team: Team) -> None:
    client.force_login(team.editor)
    answer = client.post(f"{WORK}passages/new/", {"reference": "1a", "position": "2"})
    passage = Passage.objects.get(work=team.work, reference="1a")
    assert answer["Location"] == f"{WORK}passages/{passage.pk}/"
    assert passage.position == 2


def test_markup_in_a_title_stays_text_on_every_page(client: Client, team: Team) -> None:
    work = make_work(team.owner, team.workspace, {"A": (NASTY,), "B": (NASTY + " too",)}, title=NASTY)
    client.force_login(team.owner)
    root = f"/works/room/{work.slug}/"
    passage = passage_of(work)
    for path in ("", "compare/", "compare/?view=inline", f"passages/{passage.pk}/", "edit/", "delete/"):
        page = fold(client.get(root + path).content.decode())
        assert "&lt;img" in page
        assert "<img" not in page
    assert "<img" not in fold(client.get("/").content.decode())


def test_what_a_file_says_of_a_translation_can_be_typed_and_is_shown(client: Client, team: Team) -> None:
    client.force_login(team.editor)
    said = {"siglum": "C", "role": "original", "title": "The Letter, anew", "source": "https://example.org/letter"}
    client.post(f"{WORK}translations/new/", {**said, "numbering": "vul"})
    added = Translation.objects.get(work=team.work, siglum="C")
    assert (added.role, added.title, added.source, added.numbering) == ("original", *list(said.values())[2:], "vul")
    page = fold(client.get(WORK).content.decode())
    assert "<cite>The Letter, anew</cite>" in page
    assert 'href="https://example.org/letter"' in page
    edited = f"{WORK}translations/{added.pk}/edit/"
    assert 'value="The Letter, anew"' in client.get(edited).content.decode()
    client.post(edited, {**said, "source": "", "version": "1"})
    added.refresh_from_db()
    assert (added.source, added.numbering) == ("", "")


def test_a_works_series_and_numbering_can_be_typed(client: Client, team: Team) -> None:
    client.force_login(team.editor)
    client.post(f"{WORK}edit/", {"title": "A small work", "series": "Letters", "numbering": "eng", "version": "1"})
    work = Work.objects.get(pk=team.work.pk)
    assert (work.series, work.numbering) == ("Letters", "eng")
