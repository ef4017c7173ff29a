"""The database's own guard of the log: triggers that refuse to change or delete an event, whoever asks."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper

__all__ = ["guard", "unguard"]

TABLE = "journal_event"
_DEEDS = ("UPDATE", "DELETE")
_MESSAGE = "The log of events is append-only."


def guard(connection: "BaseDatabaseWrapper") -> None:
    """Refuse changes of events from now on."""
    _run(connection, _sqlite_guard() if connection.vendor == "sqlite" else _postgresql_guard())


def unguard(connection: "BaseDatabaseWrapper") -> None:
    """Allow them again: for a migration that must, and to empty a test's database."""
    where = "" if connection.vendor == "sqlite" else f" ON {TABLE}"
    _run(connection, [f"DROP TRIGGER IF EXISTS {_name(deed)}{where}" for deed in _DEEDS])


def _run(connection: "BaseDatabaseWrapper", statements: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _name(deed: str) -> str:
    return f"{TABLE}_no_{deed.lower()}"


def _sqlite_guard() -> list[str]:
    return [
        f"CREATE TRIGGER {_name(deed)} BEFORE {deed} ON {TABLE} BEGIN SELECT RAISE(ABORT, '{_MESSAGE}'); END"
        for deed in _DEEDS
    ]


def _postgresql_guard() -> list[str]:
    function = (
        f"CREATE OR REPLACE FUNCTION {TABLE}_is_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{_MESSAGE}' USING ERRCODE = 'integrity_constraint_violation'; END $$"
    )
    triggers = [
        f"CREATE TRIGGER {_name(deed)} BEFORE {deed} ON {TABLE} FOR EACH ROW EXECUTE FUNCTION {TABLE}_is_append_only()"
        for deed in _DEEDS
    ]
    return [function, *triggers]
