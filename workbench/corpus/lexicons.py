"""What a work itself teaches of the words of two of its translations in different languages.

Learned from at most 1,000 of its passages, spread over the whole, and from what people confirmed; remembered in this
process until somebody confirms more or a hundred things happened in the workspace. Under 20 passages teach nothing.
"""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field

from django.db.models import Count, Max

from workbench.accounts.models import ScopedQuerySet
from workbench.corpus.memory import Memory, with_state
from workbench.corpus.models import ConfirmedLink, LinkVerdict, Translation, Variant, Work
from workbench.text.alignment.word_lexicon import learn_words
from workbench.text.words.languages import language_of

__all__ = ["NOTHING", "Lexicon", "lexicon_of"]

_MOST, _LEAST = 1_000, 20
_LONGEST = 2_000  # code points of a text that is learned from
_EVENTS = 100
_MOST_CONFIRMED = 5_000
_memory: "Memory[Lexicon]" = Memory(64)


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """How probable it is (0..1) that two folded words translate each other; one is itself alone, so that what was found
    with it can be remembered by it.
    """

    words: Mapping[tuple[str, str], float] = field(default_factory=dict)


NOTHING = Lexicon()


def lexicon_of(left: Translation, right: Translation) -> Lexicon:
    """Return what the work of both teaches; nothing where both are in one language. Two queries where it is known."""
    if language_of(left.language) == language_of(right.language):
        return NOTHING
    name = left.pk, right.pk
    state = _state(left, right)
    return _memory.get(name, state) or _memory.keep(name, state, Lexicon(_learn(left, right)))


def _state(left: Translation, right: Translation) -> Hashable:
    (work,) = with_state(Work.objects.filter(pk=left.work_id))
    said = _confirmed(left, right) | _confirmed(right, left)
    counts = said.aggregate(count=Count("pk"), last=Max("pk"))
    happened: int = getattr(work, "last_event") or 0  # noqa: B009 - annotated
    return work.created_at, happened // _EVENTS, *counts.values()


def _learn(left: Translation, right: Translation) -> dict[tuple[str, str], float]:
    texts = _texts(left, right)
    sides = [one for one, _ in texts], [other for _, other in texts]
    enough = sides if len(texts) >= _LEAST else ([], [])
    return learn_words(*enough, _said(left, right))


def _said(left: Translation, right: Translation) -> Iterator[tuple[str, str]]:
    yield from _confirmed(left, right).values_list("left_quote", "right_quote")[:_MOST_CONFIRMED]
    yield from _confirmed(right, left).values_list("right_quote", "left_quote")[:_MOST_CONFIRMED]


def _confirmed(left: Translation, right: Translation) -> ScopedQuerySet[ConfirmedLink]:
    said = ConfirmedLink.objects.standing().filter(verdict=LinkVerdict.CONFIRMED)
    return said.filter(left__translation=left, right__translation=right)


def _texts(left: Translation, right: Translation) -> list[tuple[str, str]]:
    """Texts of the same passages, at most `_MOST` of them, spread over the work."""
    rows = Variant.objects.exclude(text="")
    both = rows.filter(translation=left, passage__in=rows.filter(translation=right).values("passage"))
    passages = list(both.order_by("passage__position", "passage").values_list("passage", flat=True))
    chosen = passages[:: max(1, -(-len(passages) // _MOST))]
    sides = [
        dict(rows.filter(translation=one, passage__in=chosen).values_list("passage", "text")) for one in (left, right)
    ]
    return [
        (sides[0][one][:_LONGEST], sides[1][one][:_LONGEST]) for one in chosen if one in sides[0] and one in sides[1]
    ]
