"""People and moments, as they are shown everywhere."""

from datetime import datetime
from typing import Annotated, TypedDict

from workbench.accounts.models import ApiToken, Membership, User
from workbench.text import SEGMENTATION
from workbench.text.meaning import MEANING
from workbench.text.words.lemmas import LEMMAS
from workbench.text.words.signature import SIGNATURE

__all__ = [
    "FeedTokenShown",
    "MeShown",
    "MembershipShown",
    "Moment",
    "NewFeedTokenShown",
    "PersonShown",
    "moment",
    "optional_moment",
    "show_feed_token",
    "show_me",
    "show_new_feed_token",
    "show_person",
]

Moment = Annotated[str, "date-time"]


class PersonShown(TypedDict):
    """Who did something: `name` is what to show, `attributed_to` says whether an import gave that name ("" if not)."""

    username: str
    name: str
    attributed_to: str


class MembershipShown(TypedDict):
    """A workspace you are in, and your role there: reader, reviewer, editor or owner."""

    workspace: str
    name: str
    role: str


class EngineShown(TypedDict):
    """What this server compares with: what cuts words in scripts without spaces, what knows meaning across languages.

    Each with its version; "by the character" and "off" where an extra is not there. `words`: how all words are cut, a
    signature that can be cited. `forms`: what knows which forms are of one word, or "off".
    """

    segmentation: str
    meaning: str
    words: str
    forms: str


class MeShown(TypedDict):
    """Who you are, where you may work, and with what the server works."""

    id: int
    username: str
    name: str
    workspaces: list[MembershipShown]
    engine: EngineShown


class FeedTokenShown(TypedDict):
    """A token that opens feeds: `hint` is how its secret ends."""

    id: int
    name: str
    hint: str
    created_at: Moment
    last_used_at: Moment | None


class NewFeedTokenShown(FeedTokenShown):
    """A token that was made just now, with its secret."""

    secret: str


def show_person(user: User, attributed_to: str = "") -> PersonShown:
    """Show a person, under the name an import attributed the thing to if it did."""
    return {"username": user.username, "name": user.signature(attributed_to), "attributed_to": attributed_to}


def show_me(user: User, memberships: list[Membership]) -> MeShown:
    """Show the person who asks."""
    workspaces: list[MembershipShown] = [
        {"workspace": one.workspace.slug, "name": one.workspace.name, "role": one.role} for one in memberships
    ]
    engine: EngineShown = {"segmentation": SEGMENTATION, "meaning": MEANING, "words": SIGNATURE, "forms": LEMMAS}
    return {"id": user.pk, "username": user.username, "name": str(user), "workspaces": workspaces, "engine": engine}


def show_feed_token(token: ApiToken) -> FeedTokenShown:
    """Show a token for feeds."""
    return {
        "id": token.pk,
        "name": token.name,
        "hint": token.hint,
        "created_at": moment(token.created_at),
        "last_used_at": optional_moment(token.last_used_at),
    }


def show_new_feed_token(token: ApiToken, secret: str) -> NewFeedTokenShown:
    """Show a token for feeds with its secret, once."""
    return {**show_feed_token(token), "secret": secret}


def moment(value: datetime) -> str:
    """Write a moment as RFC 3339 does, in UTC."""
    return value.isoformat().replace("+00:00", "Z")


def optional_moment(value: datetime | None) -> str | None:
    """Write a moment, or None."""
    return moment(value) if value else None
