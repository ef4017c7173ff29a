"""The log: what it keeps, in what order, who reads it, and that nobody alters it."""

import pytest
from django.db import DatabaseError, connection, transaction

from tests.conftest import Room
from tests.factories import make_work
from workbench.accounts.actions import make_token, rename_person
from workbench.corpus.actions import delete_work, edit_work
from workbench.corpus.models import Work
from workbench.journal.append_only import guard
from workbench.journal.kinds import Kind
from workbench.journal.models import Event
from workbench.journal.queries import EventFilter, find_events


def cursors(room: Room) -> list[int | None]:
    return list(Event.objects.filter(workspace=room.workspace).order_by("pk").values_list("cursor", flat=True))


def test_the_events_of_a_workspace_are_numbered_without_a_gap(room: Room) -> None:
    assert cursors(room) == list(range(1, len(cursors(room)) + 1))
    assert len(cursors(room)) > 5


def test_what_is_rolled_back_leaves_no_event_and_no_gap(room: Room) -> None:
    before = len(cursors(room))
    with transaction.atomic():
        edit_work(actor=room.owner, work=room.work, version=room.work.version, changes={"title": "Never"})
        transaction.set_rollback(True)
    room.work.refresh_from_db()
    edit_work(actor=room.owner, work=room.work, version=room.work.version, changes={"title": "Ever"})
    assert cursors(room) == list(range(1, before + 2))


def test_each_workspace_counts_for_itself(room: Room) -> None:
    elsewhere = Event.objects.exclude(workspace=room.workspace).exclude(workspace=None)
    assert list(elsewhere.values_list("cursor", flat=True)) == [1]


@pytest.mark.parametrize("statement", ["UPDATE journal_event SET name = 'x'", "DELETE FROM journal_event"])
def test_the_database_itself_refuses_to_alter_the_log(room: Room, statement: str) -> None:
    if connection.vendor == "sqlite":
        guard(connection)
    before = list(Event.objects.order_by("pk").values_list("pk", "name"))
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert list(Event.objects.order_by("pk").values_list("pk", "name")) == before


def seen(room: Room, name: str, work: int | None = None) -> set[str]:
    events = find_events(getattr(room, name), EventFilter(work=work or room.work.pk))
    return {event.kind for event in events}


def test_members_read_what_happened_in_a_work_and_others_read_nothing(room: Room) -> None:
    expected = {Kind.WORK_CREATED, Kind.TRANSLATION_ADDED, Kind.PASSAGE_ADDED, Kind.VARIANT_ENTERED}
    assert {name: seen(room, name) for name in ("owner", "editor", "reader", "former", "outsider")} == {
        "owner": expected,
        "editor": expected,
        "reader": expected,
        "former": set(),
        "outsider": set(),
    }


def test_the_log_of_a_deleted_work_stays_with_the_owner(room: Room) -> None:
    other = make_work(room.owner, room.workspace, title="Another")
    gone = room.work.pk
    delete_work(actor=room.owner, work=room.work, version=Work.objects.get(pk=gone).version)
    assert Kind.WORK_DELETED in seen(room, "owner", gone)
    assert seen(room, "editor", gone) == set()
    assert find_events(room.editor, EventFilter(work=other.pk)).exists()


def test_what_somebody_does_to_their_own_account_is_read_by_nobody_else(room: Room) -> None:
    rename_person(actor=room.editor, name="Edith")
    make_token(actor=room.editor, name="script", scopes=["read"], expires_at=None)
    own = Event.objects.visible_to(room.editor).filter(workspace=None).order_by("pk")
    assert [(event.kind, event.name) for event in own] == [("person.renamed", "Edith"), ("token.made", "script")]
    assert not Event.objects.visible_to(room.owner).filter(workspace=None).exists()


def test_a_reader_takes_up_where_they_stopped(room: Room) -> None:
    everything = list(find_events(room.reader, EventFilter(workspace=room.workspace.pk)))
    middle = everything[3]
    assert middle.cursor is not None
    later = find_events(room.reader, EventFilter(workspace=room.workspace.pk, after=middle.cursor))
    assert [event.pk for event in later] == [event.pk for event in everything[4:]]


def test_events_are_found_by_person_and_kind(room: Room) -> None:
    edit_work(actor=room.editor, work=room.work, version=room.work.version, changes={"title": "New"})
    by = find_events(room.reader, EventFilter(actor="editor", kinds=frozenset({Kind.WORK_EDITED})))
    assert [(event.before, event.after) for event in by] == [({"title": "A small work"}, {"title": "New"})]
