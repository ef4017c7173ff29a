"""Placing a text in the browser: proposed, put right step by step, undone, confirmed; without a script as well."""

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.conftest import Team
from tests.factories import make_work, variant_of
from tests.text.alignment.test_align import LETTER, RETOLD
from tests.web.markup import fold
from workbench.corpus.actions import add_passage
from workbench.corpus.models import Translation, Upload, Variant, Work
from workbench.corpus.transfer.uploads import keep_upload

EVIL = "<img src=x onerror=alert(1)>"
PLACE = "/works/room/letter/place/"


@pytest.fixture
def work(team: Team) -> Work:
    return make_work(team.owner, team.workspace, {"A": LETTER}, title="Letter")


@pytest.fixture
def editor(client: Client, team: Team, work: Work) -> Client:
    client.force_login(team.editor)
    return client


def bring(client: Client, text: str = " ".join(RETOLD), **said: str) -> Any:
    """Bring a text and follow to its draft."""
    return client.post(PLACE, {"text": text, "siglum": "C", "language": "en", **said}, follow=True)


def take(client: Client, shown: Any, step: str, **options: Any) -> Any:
    """Press the button of a step on a page that was shown."""
    data = {"step": step, "seen": str(len(shown.context["draft"].taken)), "page": "1"}
    return client.post(shown.request["PATH_INFO"], data, **options)


def words(shown: Any) -> list[str]:
    placing = shown.context["draft"].placing
    return [placing.text_of(number) or placing.states[number] for number in range(len(placing.states))]


def test_a_text_is_shown_on_its_passages_beside_the_translation_and_nothing_is_written(editor: Client) -> None:
    shown = bring(editor)
    assert shown.status_code == 200
    assert words(shown) == RETOLD
    text = fold(shown.content.decode())
    assert text.index(LETTER[0][:20]) < text.index(RETOLD[0][:20]) < text.index(LETTER[1][:20])
    assert not Translation.objects.filter(siglum="C").exists()


def test_a_file_that_was_to_be_imported_is_placed_instead(editor: Client, team: Team, work: Work) -> None:
    upload = keep_upload(actor=team.editor, workspace=team.workspace, file_name="c.txt", data=" ".join(RETOLD).encode())
    preview = f"/workspaces/room/import/{upload.pk}/?work=letter"
    offered = fold(editor.get(preview).content.decode())
    assert all(f'name="{name}" id="offer-{name}"' in offered for name in ("siglum", "language"))
    assert "offer-siglum" not in fold(editor.get(f"{preview}&siglum=C").content.decode())
    start = f"/works/room/letter/place/{upload.pk}/start/"
    refused = editor.post(start, {"siglum": "", "language": "en"}, follow=True)
    assert refused.redirect_chain[0][0].startswith(f"/workspaces/room/import/{upload.pk}/?")
    assert "It cannot be placed" in fold(refused.content.decode())
    placed = editor.post(start, {"siglum": "C", "language": "en"}, follow=True)
    assert words(placed) == RETOLD


def test_what_was_begun_is_found_again_by_whoever_began_it(editor: Client, team: Team) -> None:
    shown = bring(editor)
    take(editor, shown, "merge 1")
    address = shown.request["PATH_INFO"]
    (begun,) = editor.get(PLACE).context["begun"]
    assert (begun.sigla, begun.steps, begun.file_name) == (["C"], 1, "pasted.txt")
    assert f'href="{address}"' in fold(editor.get(PLACE).content.decode())
    assert editor.get("/workspaces/room/place/").context["begun"] == []
    editor.force_login(team.owner)
    assert editor.get(PLACE).context["begun"] == []


def test_a_step_answers_with_the_page_at_its_passage(editor: Client) -> None:
    shown = bring(editor)
    moved = take(editor, shown, "merge 1")
    assert (moved.status_code, moved["Location"]) == (302, f"{shown.request['PATH_INFO']}#p-1")
    again = editor.get(moved["Location"])
    assert words(again)[1:3] == [f"{RETOLD[1]} {RETOLD[2]}", "joined"]
    assert words(editor.get(take(editor, again, "undo")["Location"])) == RETOLD


def test_htmx_gets_the_editor_alone(editor: Client) -> None:
    part = take(editor, bring(editor), "mark 1 omitted", headers={"HX-Request": "true"})
    assert part.status_code == 200
    assert fold(part.content.decode()).lstrip().startswith('<form id="placing"')
    assert words(part)[1] == "omitted"


def test_every_button_of_the_page_is_a_step_that_can_be_taken_or_says_why_not(editor: Client) -> None:
    merged = editor.get(take(editor, bring(editor), "merge 1")["Location"])
    shown = editor.get(take(editor, merged, "mark 4 unentered")["Location"])
    steps = re.findall(r'name="step" value="([^"]+)"', fold(shown.content.decode()))
    kinds = {step.split(" ")[0] for step in steps}
    assert kinds == {"undo", "redo", "move", "merge", "swap", "mark", "confirm", "absorb", "begin"}
    for step in steps:
        if step in {"undo", "redo"}:
            continue
        answer = take(editor, shown, step)
        if answer.status_code == 302:
            editor.post(shown.request["PATH_INFO"], {"step": "undo", "seen": "3", "page": "1"})
        else:
            assert answer.status_code == 422
            assert answer.context["error"].code == "cannot_step"


@pytest.mark.parametrize(
    "data", [{}, {"step": "merge 1"}, {"step": "dance", "seen": "0"}, {"step": "merge 1", "seen": "x"}]
)
def test_what_is_no_step_is_refused_with_the_draft_as_it_stands(editor: Client, data: dict[str, str]) -> None:
    shown = bring(editor)
    answer = editor.post(shown.request["PATH_INFO"], data)
    assert (answer.status_code, words(answer)) == (422, RETOLD)


def test_a_window_that_missed_a_step_is_shown_the_draft_as_it_stands(editor: Client) -> None:
    shown = bring(editor)
    take(editor, shown, "merge 1")
    late = take(editor, shown, "merge 3")
    assert (late.status_code, words(late)[2]) == (409, "joined")


def test_confirming_writes_the_translation(editor: Client, team: Team, work: Work) -> None:
    shown = bring(editor)
    done = editor.post(f"{shown.request['PATH_INFO']}confirm/", {"seen": "0", "reason": "From a book"})
    assert (done.status_code, done["Location"]) == (302, "/works/room/letter/")
    assert [variant_of(work, str(n), "C").text for n in range(1, len(RETOLD) + 1)] == RETOLD
    assert variant_of(work, "1", "C").alignment == "auto"
    assert not Upload.objects.exists()


def test_confirming_what_one_has_not_seen_writes_nothing(editor: Client) -> None:
    shown = bring(editor)
    take(editor, shown, "merge 1")
    late = editor.post(f"{shown.request['PATH_INFO']}confirm/", {"seen": "0"})
    assert (late.status_code, Variant.objects.filter(translation__siglum="C").exists()) == (409, False)


def test_a_work_with_other_passages_since_says_so(editor: Client, team: Team, work: Work) -> None:
    shown = bring(editor)
    add_passage(actor=team.editor, work=work, reference="99")
    again = editor.get(shown.request["PATH_INFO"])
    assert (again.status_code, "place the text anew" in fold(again.content.decode())) == (200, True)


def test_what_cannot_be_placed_is_said_at_its_field(editor: Client) -> None:
    assert editor.get(PLACE).status_code == 200
    without = bring(editor, siglum="")
    assert list(without.context["form"].errors) == ["siglum"]
    garbled = editor.post(PLACE, {"file": SimpleUploadedFile("x.txt", b"\xff\xfe\xfa\xfb\xff"), "siglum": "C"})
    assert garbled.status_code == 422
    assert not Upload.objects.exclude(draft={}).exists()


def test_markup_in_the_text_stays_text(editor: Client) -> None:
    shown = bring(editor, text=f"{EVIL} {' '.join(RETOLD)} {EVIL}", language="en")
    assert EVIL not in fold(shown.content.decode())


def test_only_editors_place_and_only_their_own(client: Client, team: Team, work: Work) -> None:
    client.force_login(team.editor)
    address = bring(client).request["PATH_INFO"]
    for person, status in ((team.reviewer, 403), (team.reader, 403), (team.former, 404), (team.outsider, 404)):
        client.force_login(person)
        assert [client.get(at).status_code for at in (PLACE, address)] == [status, status]
    client.force_login(team.owner)
    assert client.get(address).status_code == 404
    assert client.post(f"{address}confirm/", {"seen": "0"}).status_code == 404


def test_what_was_doubtful_is_shown_alone_the_least_sure_first(editor: Client) -> None:
    shown = bring(editor, text=" ".join([*RETOLD[:2], "Nobody knows this one.", *RETOLD[3:]]))
    address = shown.request["PATH_INFO"]
    proposed = shown.context["draft"].proposed
    doubtful = proposed.doubtful()
    assert len(doubtful) > 0
    alone = editor.get(f"{address}?order=doubt")
    assert [row.number for row in alone.context["rows"]] == doubtful
    for row in alone.context["rows"]:
        before = proposed.text[: row.start].rstrip()
        assert row.lead is None or before[row.lead.start :] == row.lead.html
    step = {"step": f"confirm {doubtful[0]}", "seen": "0", "order": "doubt"}
    done = editor.post(address, step)
    assert done["Location"] == f"{address}?order=doubt#p-{doubtful[0]}"
    again = editor.get(done["Location"])
    assert [row.number for row in again.context["rows"]] == doubtful
    assert [row.is_confirmed for row in again.context["rows"]][:1] == [True]


@pytest.mark.parametrize("page", ["0", "2", "x", "-1", "99999999999"])
def test_pages_that_are_not_there_are_404(editor: Client, page: str) -> None:
    assert editor.get(bring(editor).request["PATH_INFO"] + f"?page={page}").status_code == 404


def test_a_page_asks_the_database_as_often_for_few_passages_as_for_many(client: Client, team: Team) -> None:
    client.force_login(team.editor)
    counts = []
    for count in (2, 9):
        make_work(team.owner, team.workspace, {"A": LETTER[:count]}, title=f"Letter {count}")
        shown = client.post(
            f"/works/room/letter-{count}/place/", {"text": " ".join(RETOLD[:count]), "siglum": "C"}, follow=True
        )
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(shown.request["PATH_INFO"])
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_the_passage_page_says_what_the_machine_placed_until_somebody_confirms_it(
    editor: Client, team: Team, work: Work
) -> None:
    shown = bring(editor)
    editor.post(f"{shown.request['PATH_INFO']}confirm/", {"seen": "0"})
    variant = variant_of(work, "1", "C")
    passage = f"/works/room/letter/passages/{variant.passage_id}/"
    assert "placed by the machine" in fold(editor.get(passage).content.decode())
    approved = editor.post(f"{passage}variants/{variant.pk}/approve/")
    assert (approved.status_code, approved["Location"]) == (302, passage)
    assert variant_of(work, "1", "C").alignment == "confirmed"
    text = fold(editor.get(passage).content.decode())
    assert ("placed by the machine" in text, "place confirmed" in text) == (False, True)


def test_reviewers_do_not_confirm_places(client: Client, team: Team, work: Work) -> None:
    variant = variant_of(work, "1", "A")
    Variant.objects.filter(pk=variant.pk).update(alignment="auto")
    client.force_login(team.reviewer)
    address = f"/works/room/letter/passages/{variant.passage_id}/variants/{variant.pk}/approve/"
    assert client.post(address).status_code == 403
    assert variant_of(work, "1", "A").alignment == "auto"


def test_what_is_known_of_the_text_is_written_with_it(editor: Client, work: Work) -> None:
    said = {"text": " ".join(RETOLD), "siglum": "X", "translator": "C. C.", "translation_title": "Cats"}
    shown = editor.post(PLACE, {**said, "role": "machine"}, follow=True)
    done = editor.post(f"{shown.request['PATH_INFO']}confirm/", {"seen": "0"}, follow=True)
    made = work.translations.get(siglum="X")
    assert (made.translator, made.title, made.role) == ("C. C.", "Cats", "machine")
    assert "Compare the translations</a>" in done.content.decode()
