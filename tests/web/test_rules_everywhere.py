"""A rule for one passage counts wherever that passage is compared, and nowhere else; asking for rules is one query."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.conftest import Team
from tests.factories import make_work, passage_of
from tests.web.markup import fold
from workbench.corpus.actions import add_equivalence, undo_equivalence
from workbench.corpus.comparing import survey_work
from workbench.corpus.models import Equivalence, Work

SAID = ("A mat lay there.", "A mat lay there.")
MEANT = ("A rug lay there.", "A rug lay there.")


@pytest.fixture
def work(team: Team) -> Work:
    return make_work(team.owner, team.workspace, {"A": SAID, "B": MEANT}, title="Twice")


@pytest.fixture
def rule(team: Team, work: Work) -> Equivalence:
    place: dict[str, Any] = {"workspace": team.workspace, "passage": passage_of(work, "1")}
    return add_equivalence(actor=team.editor, left="mat", right="rug", **place)


def differing(client: Client, work: Work, view: str) -> list[bool]:
    """Say of each passage whether its row on the compare page has a difference."""
    page = fold(client.get(f"/works/room/{work.slug}/compare/", {"view": view}).content.decode())
    rows = page.split('id="p-')[1:]
    return ["d-wording" in row or "superior" in row for row in rows]


@pytest.mark.parametrize("view", ["columns", "interleaved", "inline", "apparatus"])
def test_on_the_compare_page(client: Client, team: Team, work: Work, rule: Equivalence, view: str) -> None:
    client.force_login(team.reader)
    assert differing(client, work, view) == [False, True]
    undo_equivalence(actor=team.editor, equivalence=rule)
    assert differing(client, work, view) == [True, True]


@pytest.mark.parametrize(("address", "sign"), [("", "d-wording"), ("collation/", "they part in 1")])
def test_on_the_pages_of_the_passages(
    client: Client, team: Team, work: Work, rule: Equivalence, address: str, sign: str
) -> None:
    client.force_login(team.reader)
    addresses = [f"/works/room/{work.slug}/passages/{passage_of(work, one).pk}/{address}" for one in "12"]
    assert [sign in fold(client.get(one).content.decode()) for one in addresses] == [False, True]


def test_in_the_stored_variation_and_the_distances_of_the_translations(
    team: Team, work: Work, rule: Equivalence
) -> None:
    translations = list(work.translations.order_by("position"))

    def figures() -> tuple[list[float | None], *tuple[float | None, ...]]:
        rows = work.passages.order_by("position").values_list("variation", flat=True)
        stored, measured = survey_work(work, translations), survey_work(work, translations, ignore=frozenset({"case"}))
        return list(rows), stored.distances[0][1], measured.distances[0][1]

    once, half = pytest.approx(1 / 5), pytest.approx(1 / 10)
    assert figures() == ([0, once], half, half)
    undo_equivalence(actor=team.editor, equivalence=rule)
    assert figures() == ([once, once], once, once)


@pytest.mark.parametrize("address", ["compare/", "compare/?view=apparatus", "equivalences/", "passages/{}/"])
def test_pages_ask_as_much_for_thirty_rules_as_for_one(
    client: Client, team: Team, work: Work, rule: Equivalence, address: str
) -> None:
    client.force_login(team.editor)
    page = f"/works/room/{work.slug}/{address.format(passage_of(work).pk)}"

    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(page).status_code == 200
        return len(queries)

    one = count()
    for number in range(29):
        place: dict[str, Any] = {"work": work} if number % 2 else {"passage": passage_of(work, "1")}
        words: dict[str, Any] = {"left": f"left{number}", "right": f"right{number}"}
        add_equivalence(actor=team.editor, workspace=team.workspace, **words, **place)
    assert count() == one
