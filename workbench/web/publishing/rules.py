"""Which of a work's rules count between translations of an edition."""

from collections.abc import Collection, Sequence

from workbench.interchange.document import RuleRecord
from workbench.text import Rule

__all__ = ["rules_between"]


def rules_between(rules: Sequence[RuleRecord], passage: str, compared: Collection[str] = ()) -> tuple[Rule, ...]:
    """Return the rules that count in a passage (its reference) where the translations `compared` (sigla) are.

    Without any, those that count between all.
    """
    return tuple(
        Rule(one.left, one.right, "letters" if one.of == "letters" else "words")
        for one in rules
        if one.passage in ("", passage) and (not one.translations or (compared and {*compared} <= {*one.translations}))
    )
