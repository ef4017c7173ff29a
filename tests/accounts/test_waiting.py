"""What a read notes by the way keeps no read back."""

import pytest
from django.db import OperationalError, connection

from workbench.accounts.waiting import without_waiting

pytestmark = pytest.mark.django_db(transaction=True)


def _write_more_than_there_is_room_for() -> None:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA max_page_count = 1")  # as many as there are, then
        try:
            cursor.execute("CREATE TABLE overfull AS SELECT randomblob(1000000)")
        finally:
            cursor.execute("PRAGMA max_page_count = 1073741823")


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="says what SQLite says")
def test_what_there_is_no_room_for_is_given_up_where_it_is_noted_by_the_way() -> None:
    with pytest.raises(OperationalError, match="full"):
        _write_more_than_there_is_room_for()
    with without_waiting():
        _write_more_than_there_is_room_for()


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="says what SQLite says")
def test_what_is_wrong_is_not_given_up() -> None:
    with pytest.raises(OperationalError, match="no such table"), without_waiting(), connection.cursor() as cursor:
        cursor.execute("SELECT * FROM nowhere")
