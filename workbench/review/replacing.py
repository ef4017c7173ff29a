"""Words replaced across a work: which texts have them, and how they would read."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext

from workbench.accounts.checks import checked_line
from workbench.accounts.models import User
from workbench.corpus import limits
from workbench.corpus.models import Translation, Variant, Work
from workbench.corpus.searching import find_hits, read_search
from workbench.review.errors import Invalid
from workbench.text import Ignorable, Span
from workbench.text.checking import query_of
from workbench.text.concordance import Matcher, parse_query

__all__ = [
    "Foreseen",
    "ReplaceWishes",
    "Replacing",
    "check_wishes",
    "foresee_replacing",
    "put_for",
    "replace_in",
]

_EXACT: frozenset[Ignorable] = frozenset({"form"})
_ANY_CASE: frozenset[Ignorable] = frozenset({"form", "case"})


@dataclass(frozen=True, slots=True)
class ReplaceWishes:
    """`find` (a word or phrase, as a whole) becomes `put`, in one translation or in all of them.

    Without `match_case` capitals are passed over, and a capital at the beginning stays one.
    """

    find: str
    put: str
    translation: Translation | None = None
    match_case: bool = True

    @property
    def fold(self) -> frozenset[Ignorable]:
        """What is alike."""
        return _EXACT if self.match_case else _ANY_CASE


@dataclass(frozen=True, slots=True)
class Replacing:
    """A text with the words at `spans`, and how it would read."""

    variant: Variant
    spans: Sequence[Span]
    text: str


@dataclass(frozen=True, slots=True)
class Foreseen:
    """Texts in the order of their ids; `read_to` is where to go on, None where there are no more."""

    rows: Sequence[Replacing]
    read_to: int | None


def foresee_replacing(*, user: User, work: Work, wishes: ReplaceWishes, size: int, after: int = 0) -> Foreseen:
    """Find the next texts of a work with the words, and say how they would read. Raises `Invalid`; writes nothing."""
    checked = check_wishes(wishes)
    rows = Translation.objects.filter(work=work)
    if checked.translation is not None:
        rows = rows.filter(pk=checked.translation.pk)
    works = Work.objects.filter(pk=work.pk)
    search = read_search(query_of(checked.find), checked.fold, works=works, translations=rows)
    found = find_hits(user=user, search=search, size=size, after=after)
    while not found.hits and found.read_to is not None:
        found = find_hits(user=user, search=search, size=size, after=found.read_to)
    known = Variant.objects.visible_to(user).select_related("passage", "translation", "work")
    variants = known.in_bulk([hit.variant for hit in found.hits])
    texts = [variants[hit.variant] for hit in found.hits if hit.variant in variants]
    return Foreseen([replace_in(one, checked) for one in texts], found.read_to)


def check_wishes(wishes: ReplaceWishes) -> ReplaceWishes:
    """Return the wishes as they are used; raise `Invalid` for no words, a star, or the same words."""
    find = " ".join(checked_line("find", wishes.find, maximum=limits.EQUIVALENCE, required=True).split())
    put = checked_line("put", wishes.put, maximum=limits.EQUIVALENCE)
    if "*" in find or '"' in find:
        raise Invalid.field(
            "find", gettext("Words without a star and without quotation marks are expected."), code="no_words"
        )
    if find == put:
        raise Invalid.field("put", gettext("Other words than those to be replaced are expected."), code="no_change")
    return ReplaceWishes(find, put, wishes.translation, wishes.match_case)


def replace_in(variant: Variant, wishes: ReplaceWishes) -> Replacing:
    """Replace the words everywhere in a text."""
    spans = Matcher(parse_query(query_of(wishes.find)), wishes.fold).find(variant.text)
    kept = [span for place, span in enumerate(spans) if not place or span.start >= spans[place - 1].end]
    pieces, end = [], 0
    for span in kept:
        pieces += [variant.text[end : span.start], put_for(span.of(variant.text), wishes)]
        end = span.end
    return Replacing(variant, kept, "".join([*pieces, variant.text[end:]]))


def put_for(found: str, wishes: ReplaceWishes) -> str:
    """Return what is put for words as they were found."""
    keeps = not wishes.match_case and found[:1].isupper() and not wishes.find[:1].isupper()
    return wishes.put[:1].upper() + wishes.put[1:] if keeps else wishes.put
