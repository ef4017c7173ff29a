"""What the doors remember: how often somebody came, and what was answered to a request that may come again."""

from collections.abc import Mapping
from datetime import timedelta

from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from workbench.accounts.errors import Invalid
from workbench.accounts.models import ApiToken, IdempotentRequest, RateCounter, User

__all__ = ["begin_request", "count_request", "keep_response", "note_token_use"]

ANSWERS_KEPT = timedelta(hours=24)


def note_token_use(*, token: ApiToken, every: timedelta = timedelta(minutes=10)) -> None:
    """Remember that the token was used, at most once in `every`, so that reads stay reads."""
    now = timezone.now()
    if token.last_used_at is None or now - token.last_used_at > every:
        ApiToken.objects.filter(pk=token.pk).update(last_used_at=now)


def count_request(*, key: str, window: int) -> int:
    """Count one request under `key` in the present window of `window` seconds; return the count so far.

    One atomic upsert, so the count holds across processes and machines. Old windows of the key are forgotten.
    """
    begin = int(timezone.now().timestamp()) // window * window
    table = connection.ops.quote_name(RateCounter._meta.db_table)
    statement = (
        f'INSERT INTO {table} (key, "window", count) VALUES (%s, %s, 1) '  # noqa: S608 - the table's own name
        f'ON CONFLICT (key, "window") DO UPDATE SET count = {table}.count + 1 RETURNING count'
    )
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, [key[:200], begin])
        count = int(cursor.fetchone()[0])
        if count == 1:
            RateCounter.objects.filter(key=key[:200], window__lt=begin).delete()
    return count


@transaction.atomic
def begin_request(*, actor: User, key: str, fingerprint: str) -> IdempotentRequest:
    """Remember that `actor` sent a request under `key`, or return the memory of the first one, whose `status` is set.

    To be called in the transaction of the request's effect: a second request with the key then waits for the first.
    Answers are forgotten after a day. Raises `Invalid` if the key came with another request.
    """
    memories = IdempotentRequest.objects.filter(user=actor)
    memories.filter(created_at__lt=timezone.now() - ANSWERS_KEPT).delete()
    try:
        with transaction.atomic():
            return IdempotentRequest.objects.create(user=actor, key=key, fingerprint=fingerprint)
    except IntegrityError:
        memory = memories.get(key=key)
    if memory.fingerprint != fingerprint:
        message = "A new Idempotency-Key is expected: this one came with another request."
        raise Invalid(message, code="idempotency_key_reused")
    return memory


def keep_response(*, memory: IdempotentRequest, status: int, headers: Mapping[str, str], body: str) -> None:
    """Keep what was answered to a remembered request."""
    memory.status, memory.headers, memory.body = status, dict(headers), body
    memory.save()
