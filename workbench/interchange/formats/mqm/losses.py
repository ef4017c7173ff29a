"""What of a document does not come back, found by reading what would be written."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator

from workbench.interchange.document import WorkRecord

__all__ = ["describe_differences"]


def describe_differences(work: WorkRecord, back: WorkRecord) -> Iterator[str]:
    """Yield a sentence for each kind of thing that `work` has and `back`, read from what was written, has not."""
    if any((work.slug, work.author, work.language, work.description, work.series, work.numbering, work.title)):
        yield "What is said of the work itself is not carried."
    if lost := _count(work.translations, back.translations):
        yield f"{lost} translations come back with another role, language, translator or siglum, or not at all."
    if lost := _count([one.reference for one in work.passages], [one.reference for one in back.passages]):
        yield f"{lost} passages come back with another reference, or not at all."
    elif [one.reference for one in work.passages] != [one.reference for one in back.passages]:
        yield "The passages come back in another order."
    if headed := sum(bool(one.heading or one.path) for one in work.passages):
        yield f"The headings and paths of {headed} passages are not carried."
    if lost := _count(*([(p.reference, v) for p in one.passages for v in p.variants] for one in (work, back))):
        yield f"{lost} texts come back changed, without history or markup, or not at all."
    if lost := _count(work.threads, back.threads):
        yield f"{lost} threads come back in part, or not at all: a mark has one comment, and no state."
    elif work.threads != back.threads:
        yield "The threads come back in another order."
    if beside := len(work.groups) + len(work.derivations) + len(work.rules) + len(work.corrections):
        yield f"{beside} groups, derivations, equivalence rules and corrections are not carried."


def _count(there: Iterable[Hashable], back: Iterable[Hashable]) -> int:
    """Return how many of the things that are there do not come back."""
    return (Counter(there) - Counter(back)).total()
