"""What a replica of PostgreSQL that was promoted can count with."""

import pytest
from django.db import connection

pytestmark = pytest.mark.skipif(connection.vendor != "postgresql", reason="PostgreSQL's log")

_KEPT = "SELECT relname, relpersistence::text FROM pg_class WHERE relname LIKE %s AND relkind IN ('r', 'S')"


@pytest.mark.django_db
def test_counts_are_kept_out_of_the_log_and_their_numbers_are_not() -> None:
    with connection.cursor() as cursor:
        cursor.execute(_KEPT, ["accounts_ratecounter%"])
        assert dict(cursor.fetchall()) == {"accounts_ratecounter": "u", "accounts_ratecounter_id_seq": "p"}
