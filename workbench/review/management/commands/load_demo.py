"""`manage.py load_demo`: the demo workspace, its people and its works; what is there already is left alone."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from workbench.accounts.actions import add_member, create_workspace
from workbench.accounts.models import Membership, Role, User, Workspace
from workbench.corpus.concordance.indexing import index_waiting
from workbench.corpus.measuring import measure_waiting
from workbench.corpus.models import Work
from workbench.corpus.surveying import survey_waiting
from workbench.interchange.document import Document
from workbench.review.transfer import ImportOptions, SourceFile, import_document, read_file

SLUG = "demo"
MEMBERS = {"vera": Role.OWNER, "anton": Role.EDITOR, "mira": Role.REVIEWER, "rene": Role.REVIEWER}
OUTSIDERS = ("otto",)
NAMES = {"vera": "Vera", "anton": "Anton", "mira": "Mira", "rene": "René", "otto": "Otto"}


class Command(BaseCommand):
    """Load what is missing of the demo. The passwords are public: not for a server that strangers reach."""

    help = "Make the demo workspace with its people (password: demo- and the user name) and works."

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        workspace = Workspace.objects.filter(slug=SLUG).first() or _make_room()
        owner = Membership.objects.filter(workspace=workspace, role=Role.OWNER).order_by("pk")[0].user
        for path in sorted((Path(__file__).parents[1] / "works").glob("*.json")):
            document = read_file(SourceFile(path.name, path.read_bytes()))
            slug = document.works[0].slug
            if not Work.objects.filter(workspace=workspace, slug=slug).exists():
                _load(workspace, owner, document)
                if options["verbosity"]:
                    self.stdout.write(f"Loaded {slug}.")


def _load(workspace: Workspace, owner: User, document: Document) -> None:
    members = Membership.objects.filter(workspace=workspace, user__username__in=MEMBERS).select_related("user")
    people = {membership.user.username: membership.user for membership in members}
    imported = import_document(
        actor=owner, workspace=workspace, document=document, work=None, options=ImportOptions(), people=people
    )
    for work in imported.works:
        measure_waiting(work)
        survey_waiting(work)
        index_waiting(work)


def _make_room() -> Workspace:
    """Make the demo accounts and their workspace; an account that is there already is somebody else's."""
    usernames = (*MEMBERS, *OUTSIDERS)
    if taken := list(User.objects.filter(username__in=usernames).values_list("username", flat=True)):
        raise CommandError(f"The accounts {', '.join(taken)} exist and are not the demo's. Nothing was loaded.")
    users = {name: _make_person(name) for name in usernames}
    workspace = create_workspace(actor=users["vera"], name="Demo", slug=SLUG)
    for name, role in MEMBERS.items():
        if role != Role.OWNER:
            add_member(actor=users["vera"], workspace=workspace, username=name, role=role)
    return workspace


def _make_person(username: str) -> User:
    user: User = User.objects.create_user(username=username, password=f"demo-{username}", name=NAMES[username])
    return user
