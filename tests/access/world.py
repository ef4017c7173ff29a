"""A team with one of everything, and an address for every route of pages and API that leads to something in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from tests.factories import make_check, make_job, make_user, make_workspace, passage_of, variant_of
from tests.teams import Kept, Team, make_team, read_team
from workbench.accounts.actions import invite, make_token
from workbench.accounts.models import Invitation, Membership
from workbench.accounts.queries import digest_of
from workbench.campaigns.actions import CampaignWishes, make_campaign
from workbench.corpus.actions import (
    LinkedWords,
    MarkedWords,
    add_equivalence,
    add_style_rule,
    add_term,
    correct_collation,
    link_words,
)
from workbench.corpus.models import Import, Translation, Variant, Work
from workbench.corpus.transfer.uploads import keep_upload
from workbench.journal.models import Event
from workbench.notices.actions import follow, make_webhook
from workbench.publishing.actions import FreezingWishes, freeze
from workbench.publishing.models import FrozenState, Sending
from workbench.review.actions import (
    add_note,
    adjudicate,
    give_verdict,
    keep_queue,
    open_thread,
    open_thread_on_work,
    replace_words,
    revise_variant,
)
from workbench.review.anchoring import AnchorRequest
from workbench.review.models import Anchor, Comment, Thread
from workbench.review.replacing import ReplaceWishes
from workbench.review.transfer.drafts import PlacingWishes, start_draft
from workbench.text import Span

FROZEN = "frozenstate"
SECRETS = ("A small work", "whispered")
NOWHERE = 987_654_321
_PLAIN = {
    "guide": "reviewer",
    "number": 1,
    "name": "bundle",
    "secret": "secret",
    "uidb64": "MQ",
    "token": "set-password",
}


@dataclass(frozen=True, slots=True)
class World:
    """What the addresses lead to."""

    team: Team
    thread: Thread
    comment: Comment
    anchor: Anchor
    keys: dict[str, int]


def build_world(team: Team) -> World:
    """Fill the team: threads on words, one lost, and on the work; an import, an upload being placed, a rule, tokens."""
    passage = passage_of(team.work)
    first, second = variant_of(team.work, "1", "A"), variant_of(team.work, "1", "B")
    orphaned = open_thread(
        actor=team.reviewer, passage=passage, body="whispered", anchors=[AnchorRequest(second, quote="lay")]
    )
    revise_variant(actor=team.editor, variant=second, version=1, text="The cat sat on the rug.")
    thread = open_thread(
        actor=team.reviewer,
        passage=passage,
        body="whispered",
        anchors=[AnchorRequest(first, quote="sat")],
        suggestion="stood",
    )
    open_thread_on_work(actor=team.reviewer, work=team.work, body="whispered")
    upload = keep_upload(actor=team.owner, workspace=team.workspace, file_name="whispered.txt", data=b"whispered")
    start_draft(actor=team.owner, upload=upload, work=team.work, wishes=PlacingWishes("whispered"))
    imported = Import.objects.create(
        workspace=team.workspace, work=team.work, format="plain", file_name="whispered.txt", created_by=team.owner
    )
    rule = add_equivalence(actor=team.editor, workspace=team.workspace, work=team.work, left="mat", right="rug")
    give_verdict(actor=team.reviewer, variant=first, verdict="approved", revision=1, note="whispered")
    give_verdict(actor=team.editor, variant=first, verdict="needs_work", revision=1)
    adjudicate(actor=team.editor, variant=first, verdict="seen", revision=1, note="whispered")
    wishes = CampaignWishes("whispered", "verdict", ["reviewer"])
    campaign = make_campaign(actor=team.owner, work=team.work, wishes=wishes)
    frozen = freeze(actor=team.owner, work=team.work, wishes=FreezingWishes(remarks="named"))
    FrozenState.objects.filter(pk=frozen.pk).update(address=FROZEN)
    token, _ = make_token(actor=team.owner, name="whispered", scopes=["read"], expires_at=None)
    feed_token, _ = make_token(actor=team.owner, name="whispered", scopes=["feed"], expires_at=None)
    membership = Membership.objects.get(workspace=team.workspace, user=team.reader)
    keys = {
        "passage": passage.pk,
        "variant": first.pk,
        "translation": Translation.objects.get(work=team.work, siglum="A").pk,
        "thread": thread.pk,
        "comment": thread.comments.get().pk,
        "anchor": orphaned.anchors.get().pk,
        "import": imported.pk,
        "upload": upload.pk,
        "job": make_job(team.owner, team.work).pk,
        "equivalence": rule.pk,
        "link": link_words(
            actor=team.editor, left=LinkedWords(first, Span(4, 7)), right=LinkedWords(_now(second), Span(4, 7))
        ).pk,
        "correction": correct_collation(
            actor=team.editor,
            passage=passage,
            kind="same",
            marks=[MarkedWords(one, one.version, Span(4, 7)) for one in (_now(first), _now(second))],
            reason="whispered",
        ).pk,
        "campaign": campaign.pk,
        "token": token.pk,
        "feed-token": feed_token.pk,
        "subscription": follow(actor=team.owner, subject=team.work).pk,
        "webhook": make_webhook(actor=team.owner, workspace=team.workspace, url="https://whispered.org/")[0].pk,
        "membership": membership.pk,
        "invitation": invite(actor=team.owner, workspace=team.workspace, to="whispered", role="reader").pk,
        "note": add_note(actor=team.owner, thread=thread, body="whispered").pk,
        "replacement": replaced_in(team).pk,
        "sending": _sent(team).pk,
        "style-rule": add_style_rule(
            actor=team.editor, workspace=team.workspace, work=team.work, mark="1", title="whispered"
        ).pk,
        "term": add_term(actor=team.editor, workspace=team.workspace, work=team.work, words="whispered").pk,
        "check": make_check(team.work).pk,
        "kept-queue": keep_queue(actor=team.owner, work=None, name="whispered", query="state=all").pk,
        "own-invitation": _elsewhere(team).pk,
    }
    return World(team, thread, thread.comments.get(), orphaned.anchors.get(), keys)


def _find(made: World) -> World:
    thread, comment, anchor = made.thread, made.comment, made.anchor
    return World(
        read_team(),
        Thread.objects.get(pk=thread.pk),
        Comment.objects.get(pk=comment.pk),
        Anchor.objects.get(pk=anchor.pk),
        dict(made.keys),
    )


_KEPT = Kept(lambda: build_world(make_team()), _find)
take_world = _KEPT.take
"""The world in an empty database."""


def replaced_in(team: Team) -> Event:
    """Suggest that a word be replaced, and return what stands for it."""
    wishes = ReplaceWishes("raining", "whispered")
    seen = {one.pk: one.version for one in Variant.objects.filter(work=team.work, text__contains="raining")}
    return replace_words(actor=team.editor, work=team.work, wishes=wishes, seen=seen, as_suggestions=True).event


def _now(variant: Variant) -> Variant:
    return Variant.objects.get(pk=variant.pk)


def _sent(team: Team) -> Sending:
    """Let a reader have said something."""
    return Sending.objects.create(
        workspace=team.workspace,
        work=team.work,
        passage=passage_of(team.work),
        body="whispered",
        sent_at=timezone.now(),
    )


def _elsewhere(team: Team) -> Invitation:
    """Invite the outsider into a team that nobody here knows; the link's secret is "secret"."""
    host = make_user("host")
    made = invite(actor=host, workspace=make_workspace(host, "third"), to="outsider", role="reader")
    Invitation.objects.filter(pk=made.pk).update(digest=digest_of("secret"))
    return made


def routes(resolver: URLResolver | None = None, prefix: str = "") -> Iterator[tuple[str, str]]:
    """Yield every route as (name with its namespace, pattern); those of the extra sso: tests/web/signon/test_routes."""
    resolver = resolver or get_resolver()
    for entry in resolver.url_patterns:
        pattern = prefix + str(entry.pattern)
        if pattern == "sign-on/":
            continue
        if isinstance(entry, URLResolver):
            yield from ((f"{entry.namespace}:{name}", whole) for name, whole in routes(entry, pattern))
        else:
            assert isinstance(entry, URLPattern)
            yield str(entry.name), pattern


def address(name: str, kinds: str, work: Work, keys: dict[str, int], *, nowhere: bool = False) -> str:
    """Return the address of a route whose integer parts, in order, are of these kinds (with `nowhere`: of no thing)."""
    found = {kind: NOWHERE if nowhere else keys[kind] for kind in kinds.split() if kind in keys}
    words = {"workspace": work.workspace.slug, "slug": "nothing-here" if nowhere else work.slug}
    words["address"] = "nothing-here" if nowhere else FROZEN
    if "workspace" in kinds.split() and not nowhere:
        words["slug"] = work.workspace.slug
    wanted = [*(part.partition(":") for part in _converters(name))]
    numbers = iter(found.values())
    values = {part: words[part] if part in words else _PLAIN.get(part) or next(numbers) for _, _, part in wanted}
    if nowhere and "slug" not in values and "workspace" in values:
        values["workspace"] = "nothing-here"
    return reverse(name, kwargs=values)


def _converters(name: str) -> list[str]:
    pattern = dict(routes())[name]
    return [part.partition(">")[0] for part in pattern.split("<")[1:]]


__all__ = ["NOWHERE", "SECRETS", "World", "address", "build_world", "replaced_in", "routes", "take_world"]
