"""Real objects for tests, made through the same actions that people use."""

from collections.abc import Mapping, Sequence
from itertools import count

from django.utils import timezone

from workbench.accounts.actions import create_workspace
from workbench.accounts.models import Membership, Role, User, Workspace
from workbench.accounts.names import name_fingerprint
from workbench.corpus.actions import add_passage, add_translation, create_work, enter_variant
from workbench.corpus.models import Check, Job, Passage, Variant, Work
from workbench.review.models import Suggestion, Thread

_number = count(1)

PASSWORD = "correct horse battery staple"
TEXTS = {
    "A": ("The cat sat on the mat.", "It was raining outside."),
    "B": ("The cat lay on the rug.", "Outside it rained."),
}


def make_user(name: str = "") -> User:
    """Make an account that can sign in with `PASSWORD`."""
    user: User = User.objects.create_user(username=name or f"person{next(_number)}", password=PASSWORD)
    return user


def make_workspace(owner: User, slug: str = "") -> Workspace:
    """Make a workspace of `owner`'s."""
    return create_workspace(actor=owner, name="Room", slug=slug or f"room-{next(_number)}")


def join(workspace: Workspace, user: User, role: Role) -> User:
    """Make the user a member; return the user."""
    Membership.objects.create(workspace=workspace, user=user, role=role, name_fingerprint=name_fingerprint(user.shown))
    return user


def make_work(
    owner: User, workspace: Workspace, texts: Mapping[str, Sequence[str]] | None = None, title: str = "A small work"
) -> Work:
    """Make a work with one passage for each text, referenced "1", "2", ..., and one translation for each siglum."""
    texts = TEXTS if texts is None else texts
    work = create_work(actor=owner, workspace=workspace, title=title)
    translations = {siglum: add_translation(actor=owner, work=work, siglum=siglum, language="en") for siglum in texts}
    length = max((len(column) for column in texts.values()), default=0)
    passages = [add_passage(actor=owner, work=work, reference=str(place)) for place in range(1, length + 1)]
    for siglum, column in texts.items():
        for passage, text in zip(passages, column, strict=False):
            enter_variant(actor=owner, passage=passage, translation=translations[siglum], text=text)
    return work


def make_job(person: User, work: Work, **fields: object) -> Job:
    """Make an export that is done."""
    said = {"kind": "export", "state": "done", "file_name": "whispered.json", "media_type": "application/json"}
    made: Job = Job.objects.create(
        workspace_id=work.workspace_id,
        work=work,
        created_by=person,
        created_at=timezone.now(),
        data=b"{}",
        **{**said, **fields},
    )
    return made


def make_check(work: Work, quote: str = "cat") -> Check:
    """Make a finding at a word of what A says for the first passage."""
    variant = variant_of(work, "1", "A")
    start = variant.text.index(quote)
    return Check.objects.create(
        workspace_id=work.workspace_id,
        work=work,
        passage_id=variant.passage_id,
        variant=variant,
        kind="word",
        start=start,
        end=start + len(quote),
        quote=quote,
        weight=0.5,
        note=f"“{quote}” stands here alone.",
        others=[[work.translations.get(siglum="B").pk, "dog"]],
        revision=variant.version,
    )


def variant_of(work: Work, reference: str, siglum: str) -> Variant:
    """Return the variant of a translation for a passage."""
    return Variant.objects.get(work=work, passage__reference=reference, translation__siglum=siglum)


def shown(thread: Thread) -> dict[str, int]:
    """Return what somebody who decides now saw: the suggestion of the thread that may be decided, and its version."""
    rows = Suggestion.objects.filter(thread=thread).order_by("pk")
    suggestion = rows.filter(state="open").last() or rows.filter(state="accepted").last() or rows.last()
    version = Thread.objects.values_list("version", flat=True).get(pk=thread.pk)
    return {"suggestion": suggestion.pk if suggestion else 0, "version": version}


def passage_of(work: Work, reference: str = "1") -> Passage:
    """Return a passage by its reference."""
    return Passage.objects.get(work=work, reference=reference)
