"""How much a difference matters to somebody who asks where two versions say something else.

Two thirds of the letters of a free translation part from another; few of the places part in what is said. By what the
words of a difference state (`words.facts`), not by their number: a `number` of another value, a `negation` or a `name`
on one side alone, `content` words on one side that nothing answers. Everything else is form.
"""

from typing import Literal, NamedTuple, get_args

from workbench.text.difference.comparison import Difference
from workbench.text.words.facts import Facts, read_facts
from workbench.text.words.nearness import nearness
from workbench.text.words.spans import Span
from workbench.text.words.stops import SENTENCE_ENDS

__all__ = ["FAINT", "MATTERS", "STRONG", "Matter", "Weight", "weigh_difference"]

Matter = Literal["number", "negation", "name", "content", ""]
MATTERS: tuple[Matter, ...] = tuple(one for one in get_args(Matter) if one)
STRONG = 0.6
"""From here on a difference is shown strong; below `FAINT`, faint."""
FAINT = 0.2
_FORM = frozenset({"case", "punctuation", "spacing", "diacritics", "spelling", "move"})
_FORM_WEIGHT = 0.05
_LIGHT_WEIGHT = 0.1
_OF_A_WORD = 0.2  # each content word without an answer
_MOST_CONTENT = 0.9
_OPENERS = frozenset(":\"'“‘«")  # after which a sentence begins too
_NEGATION, _NAME = 0.9, 0.8


class Weight(NamedTuple):
    """How much a difference matters, 0..1, and in which respect: "" for mere form or light words."""

    value: float
    matter: Matter


def weigh_difference(difference: Difference, left: str, right: str, language: str) -> Weight:
    """Weigh a difference of two texts in a language (a tag)."""
    if difference.type in _FORM:
        return Weight(_FORM_WEIGHT, "")
    if difference.type == "number":
        return Weight(_FORM_WEIGHT, "") if difference.note.startswith("the same value") else Weight(1.0, "number")
    mine, theirs = _facts(left, difference.left, language), _facts(right, difference.right, language)
    if bool(mine.negations) != bool(theirs.negations):
        return Weight(_NEGATION, "negation")
    if _has_other_name(mine, theirs) or _has_other_name(theirs, mine):
        return Weight(_NAME, "name")
    alone = max(_count_unanswered(mine, theirs), _count_unanswered(theirs, mine))
    if not alone:
        return Weight(_LIGHT_WEIGHT, "")
    return Weight(min(_MOST_CONTENT, _OF_A_WORD * alone + _LIGHT_WEIGHT), "content")


def _facts(text: str, span: Span, language: str) -> Facts:
    """Read what the words of a span state; a word before them keeps the first from beginning a sentence."""
    before = text[: span.start].rstrip()[-1:]
    begins = not before or before in SENTENCE_ENDS or before in _OPENERS
    return read_facts(span.of(text) if begins else f"a {span.of(text)}", language)


def _has_other_name(mine: Facts, theirs: Facts) -> bool:
    """Tell whether one side names somebody whom the other does not, in no other spelling either."""
    there = {one.value for one in theirs.names} | set(theirs.text.casefold().split())
    return any(name.value not in there and not any(nearness(name.value, one) for one in there) for name in mine.names)


def _count_unanswered(mine: Facts, theirs: Facts) -> int:
    there = {one.value for one in theirs.content}
    return sum(one.value not in there for one in mine.content)
