"""What people without an account read of a work: pages, what caches keep of them, files."""

import json

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.conftest import Team
from tests.factories import make_work, passage_of, variant_of
from workbench.accounts.errors import NotAllowed
from workbench.corpus.actions import add_translation, edit_translation
from workbench.corpus.models import Showing, Translation
from workbench.publishing.actions import ShowingWishes, freeze, set_visibility, show_work
from workbench.publishing.errors import Conflict, Invalid, Stale
from workbench.review.actions import open_thread
from workbench.review.anchoring import AnchorRequest

TEXTS = {"A": ("The cat sat.", "It rained."), "B": ("The dog sat.", "It snowed."), "C": ("A secret cat.", "It hailed.")}


@pytest.fixture
def shown(team: Team) -> Team:
    """Return a team whose work is public but for C; of B only the counts are shown."""
    work = make_work(team.owner, team.workspace, TEXTS, title="An open work")
    Translation.objects.filter(work=work, siglum="C").update(shown="not_public", translator="Somebody")
    Translation.objects.filter(work=work, siglum="B").update(shown="counts", translator="Bea")
    team = Team(**{name: getattr(team, name) for name in Team.__slots__} | {"work": work})
    show_work(actor=team.owner, work=work, version=1, wishes=ShowingWishes("public"))
    return team


def read(team: Team, rest: str = "") -> str:
    answer = Client().get(f"/read/{team.workspace.slug}/{team.work.slug}/{rest}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_public_work_stands_in_the_library_of_readers(shown: Team) -> None:
    page = Client().get("/read/").content.decode()
    assert f'href="/read/{shown.workspace.slug}/an-open-work/"' in page
    assert "A small work" not in page
    assert Client().get("/read/?page=2").status_code == 404
    assert Client().get("/read/?colour=red").status_code == 400


def test_a_work_shows_texts_counts_or_nothing_of_a_translation(shown: Team) -> None:
    page = read(shown)
    assert "Bea" in page
    assert "the texts may not be shown" in page
    assert "Somebody" not in page
    compared = read(shown, "compare/")
    assert "The cat sat." in compared
    assert "dog" not in compared
    assert "secret" not in compared


def test_figures_are_of_what_is_shown_alone(shown: Team) -> None:
    assert "translations into one language" in " ".join(read(shown, "variation/").split())
    Translation.objects.filter(work=shown.work, siglum="B").update(shown="public")
    Showing.objects.update(version=9)
    make_work(shown.owner, shown.workspace, title="So that something happens")
    page = read(shown, "variation/")
    assert 'siglum">B<' in page
    assert 'siglum">C<' not in page


def test_words_are_found_in_what_is_shown_alone(shown: Team) -> None:
    assert "1 text with these words" in " ".join(read(shown, "search/?q=cat").split())
    assert "No text has these words" in " ".join(read(shown, "search/?q=hailed").split())
    assert Client().get(f"/read/{shown.workspace.slug}/{shown.work.slug}/search/?q=*").status_code == 422


def test_a_file_holds_what_is_shown_alone(shown: Team) -> None:
    open_thread(actor=shown.reviewer, passage=passage_of(shown.work), body="Why?")
    held = json.loads(read(shown, "file/"))["works"][0]
    assert [one["siglum"] for one in held["translations"]] == ["A"]
    assert "secret" not in json.dumps(held)
    assert not held.get("threads")


def test_remarks_are_shown_as_their_owner_says(shown: Team) -> None:
    first, hidden = variant_of(shown.work, "1", "A"), variant_of(shown.work, "1", "C")
    passage = passage_of(shown.work)
    open_thread(
        actor=shown.reviewer,
        passage=passage,
        body="Rather *lay*?",
        anchors=[AnchorRequest(first, quote="sat")],
        suggestion="lay",
    )
    open_thread(actor=shown.reviewer, passage=passage, body="On the secret", anchors=[AnchorRequest(hidden, quote="A")])
    assert "Rather" not in read(shown, "compare/")
    show_work(actor=shown.owner, work=shown.work, version=2, wishes=ShowingWishes(remarks="unnamed"))
    page = read(shown, "compare/")
    assert "Rather <em>lay</em>?" in page
    assert "Reviewer 1" in page
    assert "reviewer" not in page
    assert "On the secret" not in page
    show_work(actor=shown.owner, work=shown.work, version=3, wishes=ShowingWishes(remarks="named"))
    assert ">reviewer<" in read(shown, f"passages/{passage.pk}/")


def test_caches_keep_what_is_public_and_nothing_else(shown: Team) -> None:
    address = f"/read/{shown.workspace.slug}/{shown.work.slug}/compare/"
    answer = Client().get(address)
    assert answer["Cache-Control"] == "public, max-age=60"
    assert answer["Vary"] == "Accept-Language, Cookie, Accept-Encoding"  # a cookie says which language was chosen
    assert not answer.cookies
    member = Client()
    member.force_login(shown.owner)
    assert member.get(address).content == answer.content
    again = Client().get(address, headers={"If-None-Match": answer["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    _, secret = show_work(actor=shown.owner, work=shown.work, version=2, wishes=ShowingWishes("link", days=3))
    reader = Client()
    first = reader.get(f"{address}?link={secret}")
    assert "no-store" in first["Cache-Control"]
    assert first["X-Robots-Tag"] == "noindex"
    assert reader.get(address).status_code == 200  # the browser knows the link now
    assert Client().get(address).status_code == 404
    assert "no-cache" in Client().get(address)["Cache-Control"]


def test_what_is_kept_is_made_again_when_something_changed(shown: Team) -> None:
    read(shown, "compare/")
    with CaptureQueriesContext(connection) as queries:
        read(shown, "compare/")
    assert len(queries) == 3
    Translation.objects.filter(work=shown.work, siglum="B").update(shown="public")
    one = Translation.objects.get(work=shown.work, siglum="C")
    edit_translation(actor=shown.owner, translation=one, version=1, changes={"shown": "public"})
    assert "secret" in read(shown, "compare/")


def test_reading_takes_as_many_queries_however_long_the_page(shown: Team) -> None:
    with CaptureQueriesContext(connection) as few:
        read(shown, "compare/")
    texts = {"A": ["The cat sat."] * 20, "B": ["The dog sat."] * 20}
    work = make_work(shown.owner, shown.workspace, texts, title="A longer work")
    show_work(actor=shown.owner, work=work, version=1, wishes=ShowingWishes("public"))
    with CaptureQueriesContext(connection) as queries:
        Client().get(f"/read/{shown.workspace.slug}/{work.slug}/compare/")
    assert len(queries) == len(few)


def test_only_owners_show_a_work_and_nobody_shows_nothing(shown: Team) -> None:
    with pytest.raises(NotAllowed):
        show_work(actor=shown.editor, work=shown.work, version=2, wishes=ShowingWishes("private"))
    with pytest.raises(Stale):
        show_work(actor=shown.owner, work=shown.work, version=1, wishes=ShowingWishes("private"))
    one = Translation.objects.get(work=shown.work, siglum="A")
    with pytest.raises(NotAllowed):
        edit_translation(actor=shown.editor, translation=one, version=1, changes={"shown": "public"})
    Translation.objects.filter(work=shown.work).update(shown="counts")
    with pytest.raises(Invalid, match="A translation that may be shown"):
        show_work(actor=shown.owner, work=shown.work, version=2, wishes=ShowingWishes("public"))


def test_what_comes_into_an_open_work_is_not_shown_until_somebody_says_so(shown: Team) -> None:
    assert add_translation(actor=shown.editor, work=shown.work, siglum="N").shown == "not_public"
    private = make_work(shown.owner, shown.workspace, title="Private")
    assert add_translation(actor=shown.editor, work=private, siglum="N").shown == "public"


def test_a_frozen_state_shows_no_translation_that_may_not_be_shown(shown: Team) -> None:
    state = freeze(actor=shown.owner, work=shown.work)
    with pytest.raises(Conflict, match="It holds B, C"):
        set_visibility(actor=shown.owner, state=state, version=1, visibility="public")
    Translation.objects.filter(work=shown.work).update(shown="public")
    set_visibility(actor=shown.owner, state=state, version=1, visibility="public")
    assert Client().get(f"/frozen/{state.address}/").status_code == 200
    Translation.objects.filter(work=shown.work, siglum="C").update(shown="not_public", siglum="C2")
    assert Client().get(f"/frozen/{state.address}/").status_code == 302
    assert Client().get(f"/frozen/{state.address}/file/").status_code == 302


def test_an_owner_chooses_readers_on_the_page(shown: Team) -> None:
    owner = Client()
    owner.force_login(shown.owner)
    address = f"/works/{shown.workspace.slug}/{shown.work.slug}/readers/"
    page = owner.get(address).content.decode()
    assert f"/read/{shown.workspace.slug}/{shown.work.slug}/" in page
    rights = {f"shown-{one.pk}": one.shown for one in Translation.objects.filter(work=shown.work)}
    posted = {"version": "2", "visibility": "link", "days": "7", "remarks": "none", **rights}
    answer = owner.post(address, posted)
    link = answer.content.decode().split('<code class="secret">')[1].split("</code>")[0]
    assert Client().get(link.removeprefix("http://testserver")).status_code == 200
    assert owner.post(address, posted).status_code == 412
    kept = owner.post(address, {**posted, "version": "3", "remarks": "named"})
    assert kept.status_code == 302
    assert Client().get(link.removeprefix("http://testserver")).status_code == 200
    assert owner.post(address, {**posted, "version": "4", "visibility": "all"}).status_code == 422
    hidden = dict.fromkeys(rights, "not_public")
    refused = owner.post(address, {**posted, **hidden, "version": "4", "visibility": "public"})
    assert refused.status_code == 422
    assert Translation.objects.get(work=shown.work, siglum="A").shown == "public"


def test_a_reader_is_led_to_a_passage(shown: Team) -> None:
    address = f"/read/{shown.workspace.slug}/{shown.work.slug}/compare/"
    assert Client().get(f"{address}?go=2")["Location"].startswith(f"{address}?base=A&at=2#p-")
    assert "There is no passage" in Client().get(f"{address}?go=99").content.decode()
    assert Client().get(f"{address}?base=C").status_code == 404
    assert Client().get(f"{address}?colour=red").status_code == 400
