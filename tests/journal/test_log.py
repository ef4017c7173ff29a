"""The log: what it keeps, in what order, who reads it, and that nobody alters it."""

import pytest
from django.db import DatabaseError, connection, transaction

from tests.conftest import Team
from tests.factories import make_work
from workbench.accounts.actions import make_token, rename_person
from workbench.corpus.actions import delete_work, edit_work
from workbench.corpus.models import Work
from workbench.journal.append_only import guard
from workbench.journal.kinds import Kind
from workbench.journal.models import Event
from workbench.journal.queries import EventFilter, find_events


def cursors(team: Team) -> list[int | None]:
    return list(Event.objects.filter(workspace=team.workspace).order_by("pk").values_list("cursor", flat=True))


def test_the_events_of_a_workspace_are_numbered_without_a_gap(team: Team) -> None:
    assert cursors(team) == list(range(1, len(cursors(team)) + 1))
    assert len(cursors(team)) > 5


def test_what_is_rolled_back_leaves_no_event_and_no_gap(team: Team) -> None:
    before = len(cursors(team))
    with transaction.atomic():
        edit_work(actor=team.owner, work=team.work, version=team.work.version, changes={"title": "Never"})
        transaction.set_rollback(True)
    team.work.refresh_from_db()
    edit_work(actor=team.owner, work=team.work, version=team.work.version, changes={"title": "Ever"})
    assert cursors(team) == list(range(1, before + 2))


def test_each_workspace_counts_for_itself(team: Team) -> None:
    elsewhere = Event.objects.exclude(workspace=team.workspace).exclude(workspace=None)
    assert list(elsewhere.values_list("cursor", flat=True)) == [1]


@pytest.mark.parametrize("statement", ["UPDATE journal_event SET name = 'x'", "DELETE FROM journal_event"])
def test_the_database_itself_refuses_to_alter_the_log(team: Team, statement: str) -> None:
    if connection.vendor == "sqlite":
        guard(connection)
    before = list(Event.objects.order_by("pk").values_list("pk", "name"))
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert list(Event.objects.order_by("pk").values_list("pk", "name")) == before


def seen(team: Team, name: str, work: int | None = None) -> set[str]:
    events = find_events(getattr(team, name), EventFilter(work=work or team.work.pk))
    return {event.kind for event in events}


def test_members_read_what_happened_in_a_work_and_others_read_nothing(team: Team) -> None:
    expected = {Kind.WORK_CREATED, Kind.TRANSLATION_ADDED, Kind.PASSAGE_ADDED, Kind.VARIANT_ENTERED}
    assert {name: seen(team, name) for name in ("owner", "editor", "reader", "former", "outsider")} == {
        "owner": expected,
        "editor": expected,
        "reader": expected,
        "former": set(),
        "outsider": set(),
    }


def test_the_log_of_a_deleted_work_stays_with_the_owner(team: Team) -> None:
    other = make_work(team.owner, team.workspace, title="Another")
    gone = team.work.pk
    delete_work(actor=team.owner, work=team.work, version=Work.objects.get(pk=gone).version)
    assert Kind.WORK_DELETED in seen(team, "owner", gone)
    assert seen(team, "editor", gone) == set()
    assert find_events(team.editor, EventFilter(work=other.pk)).exists()


def test_what_somebody_does_to_their_own_account_is_read_by_nobody_else(team: Team) -> None:
    rename_person(actor=team.editor, name="Edith")
    make_token(actor=team.editor, name="script", scopes=["read"], expires_at=None)
    own = Event.objects.visible_to(team.editor).filter(workspace=None).order_by("pk")
    assert [(event.kind, event.name) for event in own] == [("person.renamed", "Edith"), ("token.made", "script")]
    assert not Event.objects.visible_to(team.owner).filter(workspace=None).exists()


def test_a_reader_takes_up_where_they_stopped(team: Team) -> None:
    everything = list(find_events(team.reader, EventFilter(workspace=team.workspace.pk)))
    middle = everything[3]
    assert middle.cursor is not None
    later = find_events(team.reader, EventFilter(workspace=team.workspace.pk, after=middle.cursor))
    assert [event.pk for event in later] == [event.pk for event in everything[4:]]


def test_events_are_found_by_person_and_kind(team: Team) -> None:
    edit_work(actor=team.editor, work=team.work, version=team.work.version, changes={"title": "New"})
    by = find_events(team.reader, EventFilter(actor="editor", kinds=frozenset({Kind.WORK_EDITED})))
    assert [(event.before, event.after) for event in by] == [({"title": "A small work"}, {"title": "New"})]
