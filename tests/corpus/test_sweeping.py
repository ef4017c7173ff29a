"""A deleted work takes all that hangs on it along, table by table, and nothing else."""

from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.access.world import build_world
from tests.conftest import Team
from tests.factories import make_work
from workbench.corpus.actions import delete_work
from workbench.corpus.models import Job, Work
from workbench.journal.models import Event
from workbench.publishing.models import FrozenState
from workbench.review.actions import open_thread


def rows_of(work: int) -> dict[str, set[int]]:
    """Return the rows (ids) by model that name a work (id)."""
    models = [one for one in apps.get_models() if any(field.name == "work" for field in one._meta.get_fields())]
    return {
        one._meta.label_lower: set(one._base_manager.filter(work=work).values_list("pk", flat=True)) for one in models
    }


def delete(team: Team, work: Work) -> None:
    delete_work(actor=team.owner, work=work, version=Work.objects.get(pk=work.pk).version)


def test_all_of_a_work_goes_and_another_work_keeps_all_of_its_own(team: Team) -> None:
    other = make_work(team.owner, team.workspace, {"A": ("One.",), "B": ("Two.",)}, title="Other")
    open_thread(actor=team.reviewer, passage=other.passages.get(), body="Why so?")
    build_world(team)
    pk = team.work.pk
    mine, others = rows_of(pk), rows_of(other.pk)
    kinds = {
        "corpus.check",
        "corpus.term",
        "review.thread",
        "review.verdict",
        "campaigns.campaign",
        "publishing.sending",
    }
    assert all(mine[kind] for kind in kinds)
    delete(team, team.work)
    connection.check_constraints()  # whoever would need a row that is gone
    assert {kind for kind, rows in rows_of(pk).items() if rows} == {"journal.event"}
    assert rows_of(other.pk) == others


def test_what_lasts_forgets_the_work(team: Team) -> None:
    build_world(team)
    pk, frozen, jobs = team.work.pk, FrozenState.objects.count(), Job.objects.count()
    delete(team, team.work)
    assert (FrozenState.objects.filter(work=None).count(), Job.objects.filter(work=None).count()) == (frozen, jobs)
    assert Event.objects.filter(kind="work.deleted", work=pk).exists()


def test_a_deletion_asks_as_much_for_two_hundred_passages_as_for_one(team: Team) -> None:
    asked = []
    for number in (1, 200):
        work = make_work(team.owner, team.workspace, {"A": ("Line.",) * number, "B": ("A line.",) * number}, title="L")
        with CaptureQueriesContext(connection) as queries:
            delete(team, work)
        asked.append(len(queries))
    assert asked[0] == asked[1]
