"""The rules of style that count in a work: its own, and those of its workspace."""

import re

from django.db.models import QuerySet

from workbench.corpus.models import StyleRule, Work

__all__ = ["MARK", "in_order", "is_mark", "rules_of"]

MARK = r"\w+(?:[.-]\w+)*"
"""How the mark of a rule reads: letters and digits, with single points and hyphens between."""

_PARTS = re.compile(r"([0-9]+)|([^0-9]+)")


def is_mark(words: str) -> bool:
    """Tell whether words can be the mark of a rule: letters and digits, with single points and hyphens between."""
    return re.fullmatch(MARK, words) is not None


def rules_of(work: Work) -> QuerySet[StyleRule]:
    """Return the rules that count in a work, its own and the workspace's, in the order in which they were made."""
    return StyleRule.objects.counting_in(work).select_related("work", "workspace", "created_by").order_by("pk")


def in_order(rules: QuerySet[StyleRule]) -> list[StyleRule]:
    """Return rules in the order of their marks, numbers as numbers: 3.2 before 3.10."""
    return sorted(rules, key=lambda rule: (_parts(rule.mark), rule.pk))


def _parts(mark: str) -> list[tuple[int, int, str]]:
    found = _PARTS.findall(mark.casefold())
    return [(0, int(number), "") if number else (1, 0, letters) for number, letters in found]
