"""What the doors remember: how often somebody came, and what was answered to a request that may come again."""

from collections.abc import Mapping
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext

from workbench.accounts.counters import counters
from workbench.accounts.errors import Invalid
from workbench.accounts.models import ApiToken, IdempotentRequest, User
from workbench.accounts.waiting import without_waiting

__all__ = ["begin_request", "count_request", "keep_response", "note_token_use"]

ANSWERS_KEPT = timedelta(hours=24)


def note_token_use(*, token: ApiToken, every: timedelta = timedelta(minutes=10)) -> None:
    """Remember that the token was used, at most once in `every` and never where it would wait: reads are reads."""
    now = timezone.now()
    if token.last_used_at is None or now - token.last_used_at > every:
        with without_waiting():
            ApiToken.objects.filter(pk=token.pk).update(last_used_at=now)


def count_request(*, name: str, window: int) -> int:
    """Count one request under `name` in the present window of `window` seconds; return the count so far.

    The count holds across processes, and across machines on PostgreSQL. Old windows of the name are forgotten.
    """
    begin = int(timezone.now().timestamp()) // window * window
    count: int = counters().add(name[:200], begin)
    return count


@transaction.atomic
def begin_request(*, actor: User, idempotency_key: str, fingerprint: str) -> IdempotentRequest:
    """Remember that `actor` sent a request under an `Idempotency-Key`, or return the memory of the first one.

    The `status` of that is set.
    To be called in the transaction of the request's effect: a second request with the same then waits for the first.
    Answers are forgotten after a day. Raises `Invalid` if it came with another request.
    """
    memories = IdempotentRequest.objects.filter(user=actor)
    memories.filter(created_at__lt=timezone.now() - ANSWERS_KEPT).delete()
    try:
        with transaction.atomic():
            return IdempotentRequest.objects.create(
                user=actor, idempotency_key=idempotency_key, fingerprint=fingerprint
            )
    except IntegrityError:
        memory = memories.get(idempotency_key=idempotency_key)
    if memory.fingerprint != fingerprint:
        message = gettext("A new Idempotency-Key is expected: this one came with another request.")
        raise Invalid(message, code="idempotency_key_reused")
    return memory


def keep_response(*, memory: IdempotentRequest, status: int, headers: Mapping[str, str], body: str) -> None:
    """Keep what was answered to a remembered request."""
    memory.status, memory.headers, memory.body = status, dict(headers), body
    memory.save()
