"""What an equivalence rule would do, before it stands: how many differences it makes equal. Writes nothing."""

from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import combinations, groupby
from operator import attrgetter

from django.db.models import Exists, OuterRef, Q, QuerySet

from workbench.accounts.models import Role, User, Workspace
from workbench.corpus.actions.equivalences import checked_rule, checked_translations
from workbench.corpus.models import Passage, Presence, Translation, Variant, Work
from workbench.corpus.models.equivalence import Of
from workbench.corpus.permissions import require_role
from workbench.corpus.queries import WorkRules, holding, sides_alike
from workbench.text import Difference, Rule, diff
from workbench.text.words.languages import language_of

__all__ = ["MOST_CHARACTERS", "MOST_PASSAGES", "RulePreview", "preview_equivalence"]

MOST_PASSAGES = 500
MOST_CHARACTERS = 1_000_000  # of the texts compared; a text counts as often as it is compared
MOST_READ = 20_000_000  # characters of the texts looked at, compared or not


@dataclass(frozen=True, slots=True)
class RulePreview:
    """`gone`: differences that would be none; `narrowed`: those that would be smaller; `passages`: where they stand.

    Each pair of translations into one language counts by itself. `is_whole`: all passages with the words were read.
    """

    gone: int
    narrowed: int
    passages: int
    is_whole: bool


def preview_equivalence(
    *,
    actor: User,
    workspace: Workspace,
    left: str,
    right: str,
    of: str = Of.WORDS,
    work: Work | None = None,
    passage: Passage | None = None,
    translations: Collection[Translation] = (),
) -> RulePreview:
    """Count what `add_equivalence` would make equal, beside the rules that stand.

    Refuses the people and the words that it would refuse.

    Reads at most `MOST_PASSAGES` passages and compares at most `MOST_CHARACTERS` characters, and says where it stopped.
    """
    require_role(actor, workspace, Role.EDITOR)
    left, right = checked_rule(left, right, of)
    rule = Rule(left, right, "letters" if of == Of.LETTERS else "words")
    among = checked_translations(passage.work if passage else work, translations)
    reading = _Reading(rule, *sides_alike(rule, workspace.pk), among)
    within = {"pk": passage.pk} if passage else {"work": work} if work else {}
    found = list(reading.find(Passage.objects.filter(workspace=workspace, **within))[: MOST_PASSAGES + 1])
    for rows in reading.by_passage(found[:MOST_PASSAGES]):
        if not reading.read(rows):
            return reading.result(is_whole=False)
    return reading.result(is_whole=len(found) <= MOST_PASSAGES)


class _Reading:
    """The counts so far, and how much has been compared.

    `left` and `right` are what counts as the same as each side of the rule already, in any of the passages; `among` the
    translations (ids) that it is limited to, none if it is not.
    """

    def __init__(self, rule: Rule, left: frozenset[str], right: frozenset[str], among: Set[int]) -> None:
        self._rule = rule
        self._among = among
        self._sides = left, right
        self._left, self._unread = MOST_CHARACTERS, MOST_READ
        self._gone = self._narrowed = self._passages = 0
        self._standing: dict[int, WorkRules] = {}

    def read(self, rows: Sequence[Variant]) -> bool:
        """Count in one passage; say whether there was room for all of it."""
        held = [[_holds(row, side) for side in self._sides] for row in rows]
        pairs = [
            (one, other)
            for (one, mine), (other, theirs) in combinations(zip(rows, held, strict=True), 2)
            if ((mine[0] and theirs[1]) or (mine[1] and theirs[0])) and _may_differ(one, other)
        ]
        length = sum(len(one.text) + len(other.text) for one, other in pairs)
        self._unread -= sum(len(row.text) for row in rows)
        if length > self._left or self._unread < 0:
            return False
        self._left -= length
        counts = [self._compare(*pair) for pair in pairs]
        self._gone += sum(gone for gone, _ in counts)
        self._narrowed += sum(narrowed for _, narrowed in counts)
        self._passages += any(map(any, counts))
        return True

    def find(self, passages: QuerySet[Passage]) -> QuerySet[Passage]:
        """Return the passages in which a text may hold the left words and a text the right ones."""
        texts = Variant.objects.filter(passage=OuterRef("pk"), presence=Presence.PRESENT)
        held = [Q(Exists(texts.filter(holding(side)))) for side in self._sides]
        return passages.filter(*held).order_by("work_id", "position")

    def by_passage(self, passages: Sequence[Passage]) -> Iterator[list[Variant]]:
        """Yield the texts of each passage that may hold either side, in the works' order, one passage in memory."""
        rows = Variant.objects.filter(holding(frozenset.union(*self._sides)), passage__in=passages)
        if self._among:
            rows = rows.filter(translation__in=self._among)
        loaded = rows.filter(presence=Presence.PRESENT).select_related("work", "passage", "translation")
        ordered = loaded.order_by("work_id", "passage__position", "translation__position")
        for _, texts in groupby(ordered.iterator(chunk_size=20), attrgetter("passage_id")):
            yield list(texts)

    def _compare(self, one: Variant, other: Variant) -> tuple[int, int]:
        if one.work_id not in self._standing:
            self._standing[one.work_id] = WorkRules(one.work)
        rules = self._standing[one.work_id].of(one.passage, (one.translation_id, other.translation_id))
        before = diff(one.text, other.text, rules=rules).differences
        after = diff(one.text, other.text, rules=(*rules, self._rule)).differences
        places = {(difference.left, difference.right) for difference in after}
        changed = [difference for difference in before if (difference.left, difference.right) not in places]
        left_over = [any(_overlap(old, new) for new in after) for old in changed]
        return left_over.count(False), left_over.count(True)

    def result(self, *, is_whole: bool) -> RulePreview:
        """Return the counts."""
        return RulePreview(self._gone, self._narrowed, self._passages, is_whole)


def _may_differ(one: Variant, other: Variant) -> bool:
    languages = {language_of(variant.translation.language) for variant in (one, other)}
    return len(languages) == 1 and one.text != other.text


def _holds(variant: Variant, words: Iterable[str]) -> bool:
    text = variant.text.casefold()
    return any(side.split(maxsplit=1)[0].casefold() in text for side in words)


def _overlap(old: Difference, new: Difference) -> bool:
    return any(a.start < b.end and b.start < a.end for a, b in ((old.left, new.left), (old.right, new.right)))
