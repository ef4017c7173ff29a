"""A team for a test, or more than a team: made by people's actions once in each run, and then its rows put back.

What the actions do has tests of its own; four fifths of most tests' time went into doing it again. On PostgreSQL, and
where a test has people already, the team is made.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.db import connection, transaction
from django.utils import timezone

from tests.factories import join, make_user, make_work, make_workspace
from workbench.accounts.models import Membership, Role, User, Workspace
from workbench.corpus.concordance.indexing import index_variant
from workbench.corpus.models import Variant, Work

__all__ = ["Kept", "Team", "make_team", "read_team", "take_team"]

_INDEXED = "corpus_indexedtext"  # beside a virtual table, which holds nothing that could be read
_UNREAD = ("sqlite_", "django_migrations", "corpus_concordance", _INDEXED)

T = TypeVar("T")
_Rows = dict[str, list[tuple[str | int | float | bytes | None, ...]]]


@dataclass(frozen=True, slots=True)
class Team:
    """A workspace, its work, and people by what they are to it."""

    workspace: Workspace
    work: Work
    owner: User
    editor: User
    reviewer: User
    reader: User
    former: User
    outsider: User


def make_team() -> Team:
    """Make the team, in whatever database is at hand."""
    owner = make_user("owner")
    workspace = make_workspace(owner, "room")
    people = {role.value: join(workspace, make_user(role.value), role) for role in Role if role != Role.OWNER}
    former = join(workspace, make_user("former"), Role.EDITOR)
    Membership.objects.filter(user=former).delete()
    outsider = make_user("outsider")
    make_workspace(outsider, "elsewhere")
    return Team(workspace, make_work(owner, workspace), owner, former=former, outsider=outsider, **people)


class Kept(Generic[T]):
    """What `make` makes in an empty database; `read` finds it again where its rows were put back."""

    def __init__(self, make: Callable[[], T], read: Callable[[T], T]) -> None:
        self._make, self._read = make, read
        self._rows: _Rows = {}
        self._made: T | None = None

    def take(self) -> T:
        """Put the rows into an empty database; make it where that can't be, or the first time."""
        if connection.vendor != "sqlite" or User.objects.exists():
            return self._make()
        if self._made is not None:
            _put(self._rows)
            return self._read(self._made)
        before = _read_rows()
        self._made = self._make()
        for table, rows in _read_rows().items():
            if gone := set(before[table]) - set(rows):
                raise AssertionError(f"Rows of {table} that stood there before were changed: {gone}.")
            if new := [row for row in rows if row not in set(before[table])]:
                self._rows[table] = new
        return self._made


def read_team() -> Team:
    """Find the team again."""
    people = {user.username: user for user in User.objects.all()}
    work = Work.objects.select_related("workspace").get()
    return Team(work.workspace, work, **{name: people[name] for name in Team.__slots__[2:]})


_KEPT = Kept(make_team, lambda _: read_team())
take_team = _KEPT.take


def _read_rows() -> _Rows:
    with connection.cursor() as cursor:
        read = cursor.execute
        return {table: read(f'SELECT * FROM "{table}"').fetchall() for table in _tables()}  # noqa: S608 - our own names


def _tables() -> Iterator[str]:
    return (name for name in connection.introspection.table_names() if not name.startswith(_UNREAD))


@transaction.atomic
def _put(remembered: _Rows) -> None:
    with connection.cursor() as cursor:
        for table, rows in remembered.items():
            holes = ", ".join(["%s"] * len(rows[0]))
            cursor.executemany(f'INSERT INTO "{table}" VALUES ({holes})', rows)  # noqa: S608
    Work.objects.update(created_at=timezone.now())  # by which servers know what they remember of a work
    for variant in Variant.objects.all():
        index_variant(variant)
