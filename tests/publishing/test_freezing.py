"""Freezing a work: what is kept, that it stays, and who may show it to others."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from tests.conftest import Team
from tests.factories import passage_of, variant_of
from workbench.accounts.errors import Invalid, NotAllowed, Stale
from workbench.corpus.actions import add_term, delete_term, delete_work, edit_translation
from workbench.corpus.models import Translation
from workbench.interchange.terminology import RenderingRecord, TermRecord
from workbench.journal.models import Event
from workbench.publishing.actions import FreezingWishes, freeze, set_visibility
from workbench.publishing.changes import changes_between
from workbench.publishing.contents import digest_of, read_bytes, read_record
from workbench.publishing.glossing import read_terms
from workbench.publishing.models import FrozenState
from workbench.publishing.queries import find_by_link, find_frozen, find_public
from workbench.review.actions import open_thread, revise_variant
from workbench.review.anchoring import AnchorRequest
from workbench.review.transfer import export_work


def frozen(team: Team, **wishes: object) -> FrozenState:
    return freeze(actor=team.editor, work=team.work, wishes=FreezingWishes(**wishes))  # type: ignore[arg-type]


def discuss(team: Team) -> None:
    anchors = [AnchorRequest(variant_of(team.work, "1", "A"), quote="sat")]
    open_thread(
        actor=team.reviewer, passage=passage_of(team.work), body="Rather lay?", anchors=anchors, suggestion="lay"
    )


def revise(team: Team, text: str = "The dog sat on the mat.") -> None:
    revise_variant(actor=team.editor, variant=variant_of(team.work, "1", "A"), version=1, text=text)


def test_what_is_frozen_stays_to_the_byte(team: Team) -> None:
    state = frozen(team)
    before = read_bytes(state)
    revise(team)
    discuss(team)
    state = FrozenState.objects.get(pk=state.pk)
    assert read_bytes(state) == before
    assert digest_of(before) == state.digest
    assert state.revisions == {"A": [1, 1], "B": [1, 1]}
    assert state.view == {"base": "A", "ignore": [], "terms": []}


def test_the_glossary_stays_as_it_was(team: Team) -> None:
    team.work.translations.filter(siglum="B").update(language="de")
    shared = add_term(
        actor=team.editor,
        workspace=team.workspace,
        words="cat*",
        language="en",
        note="of the house",
        renderings=[{"language": "de", "words": "Katze"}, {"language": "fr", "words": "chat"}],
    )
    add_term(actor=team.editor, workspace=team.workspace, words="zeppelin", language="en")
    add_term(actor=team.editor, workspace=team.workspace, work=team.work, words="unsaid", language="en")
    bare, noted = frozen(team), frozen(team, remarks="named")
    delete_term(actor=team.editor, term=shared, version=shared.version)
    bare.refresh_from_db()
    katze = RenderingRecord("de", "Katze", "wanted", "")
    assert read_terms(bare.view) == [TermRecord("cat*", "en", "", (katze,)), TermRecord("unsaid", "en")]
    assert read_terms(noted.view)[0].note == "of the house"


def test_it_outlives_its_work(team: Team) -> None:
    state = frozen(team)
    delete_work(actor=team.owner, work=team.work, version=team.work.version)
    state.refresh_from_db()
    assert (state.work_id, read_record(state).title) == (None, "A small work")


def test_states_are_numbered_and_logged(team: Team) -> None:
    assert [frozen(team).number, frozen(team, title="The second").number] == [1, 2]
    assert list(Event.objects.filter(kind="state.frozen").values_list("name", flat=True)) == [
        "A small work",
        "The second",
    ]


def test_without_remarks_there_is_no_name_and_no_former_text(team: Team) -> None:
    revise(team)
    discuss(team)
    content = read_bytes(frozen(team)).decode()
    assert "Rather lay?" not in content
    assert "The cat sat" not in content
    assert not [name for name in ("owner", "editor", "reviewer") if f'"{name}"' in content]


def test_remarks_come_with_names_or_without(team: Team) -> None:
    discuss(team)
    named, unnamed = (read_bytes(frozen(team, remarks=remarks)).decode() for remarks in ("named", "unnamed"))
    assert "Rather lay?" in named
    assert '"reviewer"' in named
    assert '"reviewer"' not in unnamed
    (comment,) = json.loads(unnamed)["works"][0]["threads"][0]["comments"]
    assert (comment["author"], comment["body"]) == ("Reviewer 1", "Rather lay?")
    assert '"owner"' not in unnamed


def test_some_translations_can_be_frozen_alone(team: Team) -> None:
    record = read_record(frozen(team, sigla=("B",)))
    assert [one.siglum for one in record.translations] == ["B"]
    assert "sat" not in record.passages[0].variants[0].text


@pytest.mark.parametrize(
    ("wishes", "field"),
    [
        ({"sigla": ("X",)}, "translations"),
        ({"base": "X"}, "base"),
        ({"sigla": ("A",), "base": "B"}, "base"),
        ({"ignore": frozenset({"weather"})}, "ignore"),
        ({"remarks": "some"}, "remarks"),
        ({"title": "x" * 301}, "title"),
    ],
)
def test_what_cannot_be_frozen_is_refused_by_its_name(team: Team, wishes: dict[str, object], field: str) -> None:
    with pytest.raises(Invalid) as refused:
        frozen(team, **wishes)
    assert list(refused.value.fields) == [field]
    assert not FrozenState.objects.exists()


def test_editors_freeze_and_owners_show(team: Team) -> None:
    with pytest.raises(NotAllowed):
        freeze(actor=team.reviewer, work=team.work)
    state = frozen(team)
    with pytest.raises(NotAllowed):
        set_visibility(actor=team.editor, state=state, version=1, visibility="public")
    assert find_public(state.address) is None
    set_visibility(actor=team.owner, state=state, version=1, visibility="public")
    assert find_public(state.address) == state
    with pytest.raises(Stale):
        set_visibility(actor=team.owner, state=state, version=1, visibility="private")
    assert find_public(state.address) == state


def test_a_link_holds_until_it_ends_or_another_is_made(team: Team) -> None:
    state = frozen(team)
    state, first = set_visibility(actor=team.owner, state=state, version=1, visibility="link", days=3)
    assert find_by_link(state.address, first) == state
    assert find_by_link(frozen(team).address, first) is None
    assert first not in str(FrozenState.objects.values().get(pk=state.pk))
    state, second = set_visibility(actor=team.owner, state=state, version=2, visibility="link")
    assert (find_by_link(state.address, first), find_by_link(state.address, second)) == (None, state)
    FrozenState.objects.filter(pk=state.pk).update(link_until=timezone.now() - timedelta(seconds=1))
    assert find_by_link(state.address, second) is None


def test_private_states_are_for_members(team: Team) -> None:
    state = frozen(team)
    people = (team.owner, team.reader, team.former, team.outsider)
    assert [find_frozen(one, state.address) is not None for one in people] == [True, True, False, False]
    assert find_by_link(state.address, "") is None


def test_what_changed_since_is_told(team: Team) -> None:
    state = frozen(team, remarks="named")
    revise(team)
    discuss(team)
    translation = Translation.objects.get(work=team.work, siglum="B")
    edit_translation(actor=team.editor, translation=translation, version=1, changes={"translator": "Somebody"})
    changes = changes_between(read_record(state), export_work(actor=team.reader, work=team.work).works[0])
    (text,) = changes.texts
    assert (text.reference, text.siglum, text.before, text.after) == (
        "1",
        "A",
        "The cat sat on the mat.",
        "The dog sat on the mat.",
    )
    assert (changes.described, changes.threads, changes.settled) == (("B",), 1, 0)
    assert not changes_between(read_record(state), read_record(state))


def test_a_file_is_verified_by_its_bytes(team: Team, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    state, file = frozen(team), tmp_path / "frozen.json"
    file.write_bytes(read_bytes(state))
    call_command("verify_frozen", str(file))
    assert state.address in capsys.readouterr().out
    file.write_bytes(read_bytes(state) + b" ")
    with pytest.raises(CommandError, match="No frozen state here has this content"):
        call_command("verify_frozen", str(file))
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("verify_frozen", str(tmp_path / "none.json"))


def test_content_that_was_tampered_with_is_not_served(team: Team) -> None:
    state, other = frozen(team), frozen(team, sigla=("B",))
    FrozenState.objects.filter(pk=state.pk).update(content=other.content)
    with pytest.raises(ValueError, match="is not what was frozen"):
        read_bytes(FrozenState.objects.get(pk=state.pk))
