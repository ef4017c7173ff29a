"""Many processes send the same requests at once: each has its effect once, and all get the same answer."""

import json
from typing import Any

import pytest

from tests.factories import make_user, make_work, make_workspace, passage_of
from tests.review.test_concurrency import database_url, finish, run
from workbench.accounts.actions import make_token
from workbench.accounts.counters import counters
from workbench.review.models import Comment

__all__ = ["database_url"]

PROCESSES = 4
KEYS = 15
PREPARE = """
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from tests.api.protocol.test_retries import prepare
print(*prepare())
"""
READ = """
import json
import django; django.setup()
from tests.api.protocol.test_retries import outcome
print(json.dumps(outcome()))
"""


def prepare() -> tuple[int, str]:
    """Fill the other database; return a passage and a token."""
    owner = make_user("owner")
    work = make_work(owner, make_workspace(owner))
    return passage_of(work).pk, make_token(actor=owner, name="t", scopes=["comment"], expires_at=None)[1]


def outcome() -> dict[str, Any]:
    """Return what the other database holds: the comments by id, and how many requests were counted."""
    return {"comments": dict(Comment.objects.values_list("pk", "body")), "counted": counters().total()}


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_processes_that_retry_the_same_posts_have_one_effect(database_url: str) -> None:
    passage, token = finish(run(database_url, "-c", PREPARE)).split()
    command = ("-m", "tests.api.protocol.posting_worker", passage, token, str(KEYS))
    workers = [run(database_url, *command) for _ in range(PROCESSES)]
    answers = [json.loads(finish(worker)) for worker in workers]
    assert all(given == answers[0] for given in answers)
    assert [status for status, _ in answers[0]] == [201] * KEYS
    found = json.loads(finish(run(database_url, "-c", READ)))
    assert found["comments"] == {str(pk): f"Comment {number}" for number, (_, pk) in enumerate(answers[0])}
    assert found["counted"] == PROCESSES * KEYS
