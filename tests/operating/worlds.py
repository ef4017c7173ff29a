"""What a database is filled with before it is backed up, and what is compared afterwards."""

from hashlib import sha256

from django.core.management import call_command

from tests.access.world import build_world
from tests.conftest import make_team
from tests.factories import make_work
from workbench.accounts.models import ApiToken, User
from workbench.corpus.actions import delete_work
from workbench.corpus.models import Work
from workbench.publishing.models import FrozenState
from workbench.review.transfer import export_file

__all__ = ["bundles", "demo", "fill", "next_number", "secrets_kept"]


def fill() -> int:
    """Make a team with one of everything, and a work that was deleted again; return the number that it had."""
    call_command("migrate", verbosity=0)
    team = make_team()
    build_world(team)
    call_command("load_demo", verbosity=0)
    call_command("measure", verbosity=0)
    gone = make_work(team.owner, team.workspace, title="Gone")
    number: int = gone.pk
    delete_work(actor=team.owner, work=gone, version=gone.version)
    return number


def bundles() -> dict[str, str]:
    """Return the SHA-256 of each work's bundle, as its owner gets it."""
    return {f"{work.workspace.slug}/{work.slug}": _digest(work) for work in Work.objects.select_related("workspace")}


def demo() -> dict[str, list[int]]:
    """Return how many passages, translations and threads each work has, and see that words are found in it."""
    works = Work.objects.order_by("slug")
    return {one.slug: [one.passages.count(), one.translations.count(), one.threads.count()] for one in works}


def secrets_kept() -> list[object]:
    """Return what opens accounts, and the states that never change."""
    people = User.objects.order_by("pk").values_list("username", "password")
    tokens = ApiToken.objects.order_by("pk").values_list("digest", "last_used_at")
    frozen = [(one.digest, sha256(one.content).hexdigest()) for one in FrozenState.objects.order_by("pk")]
    return [list(people), [[digest, str(at)] for digest, at in tokens], frozen]


def next_number() -> int:
    """Return the number of the next work that is made."""
    owner = User.objects.get(username="owner")
    return int(make_work(owner, owner.memberships.first().workspace, title="Next").pk)


def _digest(work: Work) -> str:
    owner = work.workspace.memberships.filter(role="owner").select_related("user").first()
    assert owner
    return sha256(export_file(actor=owner.user, work=work, format_name="bundle").data).hexdigest()
