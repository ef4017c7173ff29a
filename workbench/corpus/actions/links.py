"""Saying which words of two translations answer each other, and which do not."""

from dataclasses import dataclass
from operator import attrgetter

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext

from workbench.accounts.checks import checked_line
from workbench.accounts.models import Role, User
from workbench.corpus import limits
from workbench.corpus.errors import Invalid
from workbench.corpus.models import ConfirmedLink, LinkVerdict, Variant
from workbench.corpus.permissions import require_role
from workbench.corpus.recording import record_about
from workbench.journal.kinds import Kind
from workbench.text import Span, has_words

__all__ = ["LinkedWords", "forget_link", "link_words", "part_words"]

_MOST = 1_000


@dataclass(frozen=True, slots=True)
class LinkedWords:
    """The words at `span` (code points, half-open) of a variant."""

    variant: Variant
    span: Span


@transaction.atomic
def link_words(*, actor: User, left: LinkedWords, right: LinkedWords, reason: str = "") -> ConfirmedLink:
    """Say that words of two translations of a passage answer each other. Saying it again returns what stands.

    Raises `Invalid` for words that are not there or of other passages, `NotAllowed` below the role of editor.
    """
    return _say(actor, LinkVerdict.CONFIRMED, left, right, reason)


@transaction.atomic
def part_words(*, actor: User, left: LinkedWords, right: LinkedWords, reason: str = "") -> ConfirmedLink:
    """Say that words of two translations of a passage do not answer each other. Raises as `link_words` does."""
    return _say(actor, LinkVerdict.PARTED, left, right, reason)


@transaction.atomic
def forget_link(*, actor: User, link: ConfirmedLink) -> None:
    """Take back what was said of two words."""
    require_role(actor, link.workspace_id, Role.EDITOR)
    record_about(actor, Kind.LINK_FORGOTTEN, link, before=_values_of(link))
    link.delete()


def _say(actor: User, verdict: LinkVerdict, one: LinkedWords, other: LinkedWords, reason: str) -> ConfirmedLink:
    require_role(actor, one.variant.workspace_id, Role.EDITOR)
    if one.variant.passage_id != other.variant.passage_id or one.variant.pk == other.variant.pk:
        raise Invalid.field(
            "right", gettext("Words of another variant of the same passage are expected."), code="other_passage"
        )
    quotes = {words.variant.pk: _quote(name, words) for name, words in (("left", one), ("right", other))}
    left, right = sorted((one, other), key=lambda words: words.variant.pk)
    place = {
        "passage_id": left.variant.passage_id,
        "left": left.variant,
        "right": right.variant,
        "left_start": left.span.start,
        "left_end": left.span.end,
        "right_start": right.span.start,
        "right_end": right.span.end,
    }
    standing = ConfirmedLink.objects.standing().filter(**place).first()
    if standing is not None and standing.verdict == verdict:
        return standing
    if standing is not None:
        standing.delete()
    _check_room(left.variant, right.variant)
    made = ConfirmedLink.objects.create(
        workspace_id=left.variant.workspace_id,
        left_quote=quotes[left.variant.pk],
        right_quote=quotes[right.variant.pk],
        verdict=verdict,
        reason=checked_line("reason", reason, maximum=limits.REASON),
        created_by=actor,
        created_at=timezone.now(),
        **place,
    )
    kind = Kind.LINK_CONFIRMED if verdict == LinkVerdict.CONFIRMED else Kind.LINK_PARTED
    record_about(actor, kind, made, after=_values_of(made))
    return made


def _quote(name: str, words: LinkedWords) -> str:
    text, span = words.variant.text, words.span
    quote = span.of(text)
    if not 0 <= span.start < span.end <= len(text) or not has_words(quote) or quote != quote.strip():
        message = gettext("Whole words inside 0..%(text)s of %(siglum)s are expected.") % {
            "text": len(text),
            "siglum": words.variant.translation.siglum,
        }
        raise Invalid.field(name, message, code="no_words")
    return quote


def _check_room(left: Variant, right: Variant) -> None:
    if ConfirmedLink.objects.filter(Q(left=left, right=right)).count() >= _MOST:
        raise Invalid.field(
            "left",
            gettext("At most %(most)s links between two texts are kept.") % {"most": f"{_MOST:,}"},
            code="too_many",
        )


def _values_of(link: ConfirmedLink) -> dict[str, str]:
    read = attrgetter("left_quote", "right_quote", "verdict", "reason")
    left, right, verdict, reason = read(link)
    return {"left": left[:200], "right": right[:200], "verdict": str(verdict), "reason": reason}
