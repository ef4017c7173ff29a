"""Two people at two connections, one of whom decides: nothing is decided that they were not shown."""

import json
import subprocess
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pytest_django.plugin import DjangoDbBlocker

from tests.factories import join, make_user, make_work, make_workspace, passage_of, variant_of
from tests.review.test_concurrency import empty_database, finish, run
from workbench.accounts.models import Role, User, Workspace
from workbench.review.actions import open_thread
from workbench.review.anchoring import AnchorRequest

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
TEXT = "The cat sat on the mat."
PREPARE = """
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from tests.review.test_deciding_at_once import prepare
print(*prepare())
"""
COUNT = 5


def prepare() -> list[int]:
    """Fill the other database with discussions in each of which “dog” is suggested; return them."""
    owner = make_user("owner")
    workspace = make_workspace(owner)
    join(workspace, make_user("reviewer"), Role.REVIEWER)
    join(workspace, make_user("editor"), Role.EDITOR)
    return [_discussed(owner, workspace) for _ in range(COUNT)]


def _discussed(owner: User, workspace: Workspace) -> int:
    work = make_work(owner, workspace)
    words = AnchorRequest(variant_of(work, "1", "A"), 4, 7, revision=1)
    return open_thread(actor=owner, passage=passage_of(work), body="", anchors=[words], suggestion="dog").pk


class Person:
    """Somebody in a process of their own."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process

    def ask(self, line: str) -> None:
        """Have them do something."""
        assert self.process.stdin
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()

    def hear(self) -> Any:
        """Return what came of it."""
        assert self.process.stdout
        line = self.process.stdout.readline()
        assert line, self.process.stderr and self.process.stderr.read()
        return json.loads(line)

    def do(self, line: str) -> Any:
        """Have them do something, and wait until it is done."""
        self.ask(line)
        return self.hear()


@pytest.fixture(scope="module")
def discussions(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, list[str]]:
    """Return the URL of a database that other processes can open, and as many discussions as there are tests."""
    with django_db_blocker.unblock():
        url = empty_database(tmp_path_factory.mktemp("deciding"))
    return url, finish(run(url, "-c", PREPARE)).split()


@pytest.fixture
def seat(discussions: tuple[str, list[str]]) -> Iterator[Callable[[str], Person]]:
    """Return `seat(username)`: somebody at a discussion of the test's own, with a connection of their own."""
    url, threads = discussions
    thread = threads.pop()
    seated: list[Person] = []

    def sit_down(username: str) -> Person:
        seated.append(Person(run(url, "-m", "tests.review.deciding_worker", username, thread)))
        return seated[-1]

    yield sit_down
    for person in seated:
        person.process.kill()
        person.process.communicate()


@pytest.mark.parametrize("door", ["page", "api"])
def test_what_was_put_into_the_discussion_between_look_and_click_is_not_accepted(
    seat: Callable[[str], Person], door: str
) -> None:
    editor, reviewer = seat("editor"), seat("reviewer")
    editor.do("look")
    reviewer.do("suggest rat")
    assert editor.do(f"accept {door}") == 412
    both = {"dog": "open", "rat": "open"}
    assert editor.do("read") == {"text": TEXT, "state": "open", "suggestions": both}
    editor.do("look")
    assert editor.do(f"accept {door}") in {200, 302}
    decided = {"dog": "accepted", "rat": "superseded"}
    assert editor.do("read") == {"text": TEXT.replace("cat", "dog"), "state": "resolved", "suggestions": decided}


@pytest.mark.parametrize("door", ["page", "api"])
def test_who_clicks_while_another_suggestion_is_being_written_waits_and_is_refused(
    seat: Callable[[str], Person], door: str
) -> None:
    editor, reviewer = seat("editor"), seat("reviewer")
    editor.do("look")
    assert reviewer.do("suggest-slowly rat") == "waiting"
    editor.ask(f"accept {door}")
    reviewer.ask("commit")
    assert reviewer.hear() == "committed"
    assert editor.hear() == 412
    assert editor.do("read")["text"] == TEXT


def test_of_two_who_accept_at_once_one_is_first_and_the_other_is_told(seat: Callable[[str], Person]) -> None:
    people = [seat("editor"), seat("owner")]
    for person in people:
        person.do("look")
    for person in people:
        person.ask("accept page")
    assert sorted(person.hear() for person in people) == [302, 412]
    assert people[0].do("read")["text"] == TEXT.replace("cat", "dog")
