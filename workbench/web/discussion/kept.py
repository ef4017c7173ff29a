"""Queues as links: those that most look for and those that a person keeps, each with how much is in it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.http import QueryDict

from workbench.accounts.models import User
from workbench.corpus.models import Work
from workbench.review.filters import count_threads
from workbench.review.models import KeptQueue
from workbench.web.discussion.forms.queue import PRESETS, QueueForm

__all__ = ["QueueLink", "links_of"]


@dataclass(frozen=True, slots=True)
class QueueLink:
    """A queue under a name. `count` is None where what it asks for is not known any more; `kept` is a kept one's id."""

    name: str
    query: str
    count: int | None = None
    kept: int | None = None


def links_of(user: User, work: Work | None, form_of: Callable[[QueryDict], QueueForm]) -> list[QueueLink]:
    """Return the links beside a queue (of a work, or of all), the usual ones first. Two queries."""
    kept = KeptQueue.objects.visible_to(user).filter(work=work).order_by("name")
    links = [QueueLink(str(name), query) for name, query in PRESETS]
    links += [QueueLink(one.name, one.query, kept=one.pk) for one in kept]
    return _counted(user, work, links, form_of)


def _counted(
    user: User, work: Work | None, links: Sequence[QueueLink], form_of: Callable[[QueryDict], QueueForm]
) -> list[QueueLink]:
    forms = [form_of(QueryDict(link.query)) for link in links]
    wanted = [form.wanted(user, work) if form.is_valid() else None for form in forms]
    counts = iter(count_threads(user, [one for one in wanted if one is not None]))
    return [
        QueueLink(link.name, link.query, None if one is None else next(counts), link.kept)
        for link, one in zip(links, wanted, strict=True)
    ]
