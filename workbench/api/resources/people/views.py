"""Who you are: /me/; and your tokens for feeds: /feed-tokens/."""

from django.http import HttpResponse
from rest_framework.response import Response

from workbench.accounts.actions import make_token, revoke_token
from workbench.accounts.models import Membership, Scope
from workbench.accounts.personal import FILE_NAME, MEDIA_TYPE, own_data
from workbench.accounts.queries import feed_tokens_of
from workbench.api.protocol.base import ApiView
from workbench.api.protocol.lookups import find
from workbench.api.protocol.negotiation import IgnoreAccept
from workbench.api.protocol.operations import PageQuery, operation
from workbench.api.resources.people.presenters import (
    FeedTokenShown,
    MeShown,
    NewFeedTokenShown,
    show_feed_token,
    show_me,
    show_new_feed_token,
)
from workbench.api.resources.people.schemas import NewFeedToken
from workbench.attachments import streamed

__all__ = ["FeedTokenList", "Me", "OneFeedToken", "OwnData"]


class Me(ApiView):
    """The person whose token it is."""

    @operation(name="me", summary="Read who you are", response=MeShown)
    def get(self) -> Response:
        """Your name, your workspaces, and your role in each."""
        memberships = Membership.objects.filter(user=self.user).select_related("workspace").order_by("pk")
        return Response(show_me(self.user, list(memberships)))


class OwnData(ApiView):
    """What is kept of you."""

    content_negotiation_class = IgnoreAccept

    @operation(name="me_data", summary="Read all that is kept of you", media=("text/plain",), refusals=(429,))
    def get(self) -> HttpResponse:
        """A line of JSON for each row that names you: `table` says of which kind. Ten times an hour at most.

        Passwords, secrets and the bytes of files are left out.
        """
        return streamed(own_data(actor=self.user), FILE_NAME, MEDIA_TYPE)


class FeedTokenList(ApiView):
    """Your tokens for feeds."""

    @operation(
        name="feed_tokens_list",
        summary="List your tokens for feeds",
        query=PageQuery,
        response=FeedTokenShown,
        is_list=True,
    )
    def get(self) -> Response:
        """Those that were not revoked, in the order in which they were made; without their secrets."""
        return self.page(feed_tokens_of(self.user), show_feed_token)

    @operation(
        name="feed_tokens_create",
        summary="Make a token for feeds",
        body=NewFeedToken,
        response=NewFeedTokenShown,
        status=201,
        scope=Scope.WRITE,
        example={"name": "My reader"},
    )
    def post(self) -> Response:
        """A token for the addresses of feeds: `/works/{workspace}/{slug}/feed.atom?token=`. It opens nothing else.

        `secret` is shown this once, and is empty in the repeated answer to an Idempotency-Key.
        """
        token, secret = make_token(actor=self.user, name=self.given["name"], scopes=[Scope.FEED], expires_at=None)
        return self.created(show_new_feed_token(token, secret), "feed-token", token.pk)


class OneFeedToken(ApiView):
    """A token for feeds."""

    @operation(name="feed_tokens_read", summary="Read a token for feeds", response=FeedTokenShown)
    def get(self, pk: int) -> Response:
        """What it is called, and when it was used."""
        return Response(show_feed_token(find(feed_tokens_of(self.user), pk)))

    @operation(name="feed_tokens_revoke", summary="Revoke a token for feeds", status=204, scope=Scope.WRITE)
    def delete(self, pk: int) -> Response:
        """End it for good: addresses with it lead nowhere from now on."""
        revoke_token(actor=self.user, token=find(feed_tokens_of(self.user), pk))
        return Response(status=204)
