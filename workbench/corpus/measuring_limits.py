"""What measuring may cost when somebody waits for it: bounds on passages, on pairs of texts, on their lengths.

Tokenising takes time in proportion to the characters, comparing two texts in proportion to the product of their
lengths (bit-parallel, 64 words a step): about 2 seconds each at the bounds below, whatever a workspace holds.
"""

from collections.abc import Iterable, Sequence

from django.db.models import Sum
from django.db.models.functions import Length
from django.utils.translation import gettext

from workbench.corpus.errors import Invalid
from workbench.corpus.models import Translation, Variant

__all__ = [
    "MOST_AFTER_A_WRITE",
    "MOST_PASSAGES",
    "check_collation",
    "count_affordable",
    "count_step",
    "is_measured_at_once",
    "weigh",
]

MOST_PASSAGES = 2_000
MOST_PAIRS = 300_000
MOST_STORED_PAIRS = 5_000_000  # some 120 MB while they are summed: a Bible in eighteen translations
MOST_CHARACTERS = 8_000_000
MOST_PRODUCTS = 10**12
MOST_COLLATED = 400_000  # characters of all witnesses together: about 2 seconds
MOST_IN_A_WRITE = 400_000  # characters of a passage in all translations; writers wait for each other
MOST_AFTER_A_WRITE = 2 * 10**12  # weights of passages (`weigh`), where no worker takes them: some 5 seconds


def count_affordable(passages: Sequence[int], translations: Sequence[Translation]) -> int:
    """Return how many of these passages (ids) may be measured at once in these translations: all of them, as a rule.

    0 where even one of them is too long. One query, which looks at `MOST_PASSAGES` of them at most.
    """
    pairs = max(1, len(translations) * (len(translations) - 1) // 2)
    count = min(len(passages), MOST_PASSAGES, MOST_PAIRS // pairs)
    lengths = _measure_lengths(passages, translations)
    for spent, most in ((sum(lengths), MOST_CHARACTERS), (sum(length**2 for length in lengths), MOST_PRODUCTS)):
        if spent > most:
            count = min(count, len(lengths) * most // spent)
    return count


def count_step(passages: int, translations: int) -> int:
    """Return the step at which stored counts are read: 1 for all passages, 2 for every second one, and so on."""
    pairs = max(1, translations * (translations - 1) // 2)
    return max(1, -(-passages * pairs // MOST_STORED_PAIRS))


def _measure_lengths(passages: Sequence[int], translations: Sequence[Translation]) -> list[int]:
    """Return the characters of all texts of a passage, for each of (evenly spread) passages that have any."""
    asked = passages[:: max(1, len(passages) // MOST_PASSAGES)][:MOST_PASSAGES]
    texts = Variant.objects.filter(passage__in=asked, translation__in=translations).order_by()
    return list(texts.values("passage").annotate(length=Sum(Length("text"))).values_list("length", flat=True))


def check_collation(texts: Sequence[str]) -> None:
    """Raise `Invalid` where the texts are too long to be collated while somebody waits."""
    if (length := sum(map(len, texts))) > MOST_COLLATED:
        message = gettext(
            "Texts of at most %(most_collated)s characters together can be collated at once; "
            "these have %(length)s. Choose fewer translations."
        ) % {"most_collated": f"{MOST_COLLATED:,}", "length": f"{length:,}"}
        raise Invalid.field("translations", message, code="too_long")


def weigh(length: int) -> int:
    """Return what it costs to compare the texts of a passage with each other, by their characters together."""
    return length**2


def is_measured_at_once(texts: Iterable[str]) -> bool:
    """Say whether a passage is short enough to be measured with each write; else it is measured after the write."""
    return sum(map(len, texts)) <= MOST_IN_A_WRITE
