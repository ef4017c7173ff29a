"""What is asked, in a process of its own, of a workbench whose replica is told from its primary by a title."""

from django.apps import apps
from django.test import Client

from tests.operating.worlds_asked import ADDRESSES, PAGES
from workbench.accounts.actions import make_token
from workbench.accounts.models import User
from workbench.corpus.models import Work

__all__ = ["ask"]

_ADDRESS = "/api/v1/works/a-small-work/?workspace=room"


def ask() -> dict[str, object]:
    """Ask every address as its owner; return the statuses, what a title reads as, and where a new one was written."""
    owner = User.objects.get(username="owner")
    _, secret = make_token(actor=owner, name="asked", scopes=["write"], expires_at=None)
    browser = Client(SERVER_NAME="localhost")
    browser.force_login(owner)
    for table in ("accounts_apitoken", "django_session"):  # the copy was made before them
        _bring(table)
    Work.objects.using("replica").filter(slug="a-small-work").update(title="On the replica")
    script = Client(SERVER_NAME="localhost", headers={"authorization": f"Bearer {secret}"})
    statuses = [script.get(address).status_code for address in ADDRESSES]
    statuses += [browser.get(address).status_code for address in PAGES]
    read = script.get(_ADDRESS)
    change, held = {"title": "Written"}, {"if-match": read["ETag"]}
    written = script.patch(_ADDRESS, change, content_type="application/json", headers=held)
    assert written.status_code == 200
    both = [Work.objects.using(one).get(slug="a-small-work").title for one in ("default", "replica")]
    return {"statuses": sorted(set(statuses)), "asked": len(statuses), "read": read.json()["title"], "written": both}


def _bring(table: str) -> None:
    (model,) = (one for one in apps.get_models() if one._meta.db_table == table)
    for row in model._default_manager.using("default"):
        row.save(using="replica", force_insert=not model._default_manager.using("replica").filter(pk=row.pk).exists())
