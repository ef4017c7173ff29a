"""Where in one version stands what another has."""

from workbench.text.checking.findings import Version
from workbench.text.words.spans import Span

__all__ = ["place_beside"]


def place_beside(span: Span, one: Version, other: Version) -> Span:
    """Return the empty place in one version behind the last word that both have before a span of the other."""
    ends = {fact.value: fact.span.end for fact in reversed(one.facts.content)}
    before = [fact.value for fact in other.facts.content if fact.span.end <= span.start and fact.value in ends]
    end = ends[before[-1]] if before else 0
    return Span(end, end)
