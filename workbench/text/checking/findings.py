"""The values of this package."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from workbench.text.words.facts import Facts, read_facts
from workbench.text.words.spans import Span

__all__ = ["KINDS", "Finding", "Says", "Version", "found_in"]

KINDS: Final = (
    "number",
    "name",
    "negation",
    "omission",
    "word",
    "untranslated",
    "length",
    "term",
    "spelling",
    "script",
    "pasted",
    "doubled",
    "brackets",
    "end",
)
"""What findings are about, the gravest first."""


@dataclass(frozen=True)
class Version:
    """One version of a passage: who says it (`witness`), in which language (a tag).

    `usual` is how long its translation is as a rule, against the mean of the work's translations in its language.
    """

    witness: int
    language: str
    text: str
    usual: float = 1.0

    @property
    def length(self) -> float:
        """Its characters, as if all translations were of one length as a rule."""
        return len(self.text) / self.usual

    @cached_property
    def facts(self) -> Facts:
        """What it states."""
        return read_facts(self.text, self.language)


class Says(NamedTuple):
    """What another version has in the place; "" for nothing."""

    witness: int
    words: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to look at in the version `witness`: `span` of its text, empty for a place where something is wanting.

    `words` are those of the span. `weight` is how sure and how grave, 0..1. `note` says what was found, in words;
    `others` what the others have there.
    """

    kind: str
    witness: int
    span: Span
    words: str
    weight: float
    note: str
    others: tuple[Says, ...] = ()


def found_in(kind: str, one: Version, span: Span, weight: float, note: str, others: tuple[Says, ...] = ()) -> Finding:
    """Return a finding in a version."""
    return Finding(kind, one.witness, span, span.of(one.text), weight, note, others)
