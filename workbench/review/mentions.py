"""Who is spoken to in a comment: `@name` (a user name), where it is neither code nor part of an address.

Only members of the workspace can be: whoever may not see a work learns nothing of it by being named there.
"""

import re
from collections.abc import Iterator

from django.db.models import QuerySet
from markdown_it import MarkdownIt

from workbench.accounts.models import User

__all__ = ["mentioned_in", "names_in"]

_PARSER = MarkdownIt("commonmark", {"html": False, "maxNesting": 20})
_NAME = re.compile(r"(?<![\w@.+/-])@([A-Za-z0-9_.+-]{1,150})")
_MOST = 50  # people of one comment


def names_in(body: str) -> frozenset[str]:
    """Return what stands after each `@` of a comment (CommonMark), and that without the full stops at its end."""
    found = {name for text in _texts(body) for name in _NAME.findall(text)}
    return frozenset(found | {name.rstrip(".-+") for name in found if name.rstrip(".-+")})


def mentioned_in(body: str, workspace: int) -> QuerySet[User]:
    """Return the members of a workspace (its id) that a comment speaks to, by name; at most 50."""
    members: QuerySet[User] = User.objects.filter(memberships__workspace=workspace, is_active=True)
    return members.filter(username__in=names_in(body)).order_by("username")[:_MOST]


def _texts(body: str) -> Iterator[str]:
    for token in _PARSER.parse(body):
        yield from (part.content for part in token.children or () if part.type == "text")
