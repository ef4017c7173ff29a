"""What a document holds, counted by kind, and what sentences about losses name: what goes in comes out or is named."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from workbench.interchange.document import Document, ThreadRecord, VariantRecord, WorkRecord
from workbench.interchange.vocabulary import MARKUP

__all__ = ["KINDS", "count_kinds", "find_unnamed"]

Counting = Callable[[WorkRecord], int]

_NOTHING = r"A work without texts|cannot be read again"
_ALL = r"What is said of the work itself"
_DETAILS = r"details of|translations come back|translations are not carried"
_TEXTS = r"texts come back changed|passages come back|passages without text|read back otherwise"
_MARKS = r"marks that touch|marks in words|Marks that are cut"
_THREADS = (
    r"threads are not carried|threads without words|they do not come back|threads come back in part|"
    r"threads on the work as a whole"
)
_WORDS = rf"{_THREADS}|become (?:notes|comments)|words and the state are carried"


def _of_texts(has: Callable[[VariantRecord], bool]) -> Counting:
    return lambda work: sum(has(one) for passage in work.passages for one in passage.variants)


def _of_threads(has: Callable[[ThreadRecord], object]) -> Counting:
    return lambda work: sum(bool(has(one)) for one in work.threads)


def _of_translations(name: str, default: str = "") -> Counting:
    return lambda work: sum(getattr(one, name) != default for one in work.translations)


def _of_work(name: str) -> Counting:
    return lambda work: bool(getattr(work, name))


def _of_markup(kind: str) -> Counting:
    return lambda work: sum(
        span.kind == kind for passage in work.passages for one in passage.variants for span in one.markup
    )


KINDS: dict[str, tuple[Counting, str]] = {
    "translations": (lambda work: len(work.translations), r"translations are not carried|translations come back"),
    "languages": (_of_translations("language"), r"language is not carried|translations (?:come back|are not carried)"),
    "roles": (_of_translations("role", "translation"), _DETAILS),
    "translators": (_of_translations("translator"), _DETAILS),
    "years": (_of_translations("year"), _DETAILS),
    "citations": (_of_translations("citation"), _DETAILS),
    "rights": (_of_translations("rights"), _DETAILS),
    "titles of translations": (_of_translations("title"), _DETAILS),
    "sources": (_of_translations("source"), _DETAILS),
    "passages": (lambda work: len(work.passages), r"passages without text|passages come back|read back otherwise"),
    "references": (lambda work: sum(bool(one.reference) for one in work.passages), rf"references are not|{_TEXTS}"),
    "headings": (
        lambda work: sum(bool(one.heading) for one in work.passages),
        r"headings are not|headings and paths|Headings of",
    ),
    "paths": (lambda work: sum(bool(one.path) for one in work.passages), r"tree of the work|headings and paths"),
    "texts": (_of_texts(lambda one: bool(one.text)), rf"{_TEXTS}|white space becomes"),
    "presences": (_of_texts(lambda one: one.presence != "present"), _TEXTS),
    "printed references": (_of_texts(lambda one: bool(one.reference)), rf"print themselves|{_TEXTS}"),
    "orders of reading": (_of_texts(lambda one: one.order is not None), rf"order of reading|{_TEXTS}"),
    "placings": (_of_texts(lambda one: bool(one.alignment)), rf"came to their passages|{_TEXTS}"),
    "histories": (_of_texts(lambda one: bool(one.revisions)), rf"history of|{_TEXTS}"),
    **{kind: (_of_markup(kind), rf"Markup is not carried: (?:{kind}|\d)|{_MARKS}|{_TEXTS}") for kind in MARKUP},
    "threads": (_of_threads(lambda one: True), _THREADS),
    "answers": (_of_threads(lambda one: one.comments[1:]), _WORDS),
    "authors": (_of_threads(lambda one: any(said.author for said in one.comments)), _WORDS),
    "dates": (_of_threads(lambda one: any(said.created_at > "1971" for said in one.comments)), _WORDS),
    "states": (_of_threads(lambda one: one.state != "open"), _WORDS),
    "places of threads": (_of_threads(lambda one: one.anchors), _WORDS),
    "further places": (_of_threads(lambda one: one.anchors[1:]), rf"first of their places|{_WORDS}"),
    "suggestions": (_of_threads(lambda one: any(said.suggestion for said in one.comments)), rf"suggestions|{_WORDS}"),
    "categories": (_of_threads(lambda one: one.category), rf"lose their category|{_WORDS}"),
    "severities": (_of_threads(lambda one: one.severity), rf"lose their category|{_WORDS}"),
    "assignees": (_of_threads(lambda one: one.assignee), rf"lose their category|{_WORDS}"),
    "labels": (_of_threads(lambda one: one.labels), rf"lose their labels|{_WORDS}"),
    "due days": (_of_threads(lambda one: one.due_on), rf"lose their labels|{_WORDS}"),
    "groups": (lambda work: len(work.groups), r"groups"),
    "derivations": (lambda work: len(work.derivations), r"derivations"),
    "equivalence rules": (lambda work: len(work.rules), r"equivalence rules"),
    "corrections and links": (lambda work: len(work.corrections), r"corrections"),
    **{f"{name} of the work": (_of_work(name), _ALL) for name in ("title", "author", "language", "description")},
    "series": (_of_work("series"), _ALL),
    "numbering": (_of_work("numbering"), _ALL),
    "levels": (_of_work("levels"), rf"{_ALL}|names of the levels|tree of the work"),
}
"""By what is counted: how, and by which words a sentence about losses names it."""


_NEVER_MADE = frozenset({"passages", "texts", "threads"})


def count_kinds(document: Document) -> Counter[str]:
    """Return how much of each kind a document holds."""
    return Counter({name: sum(map(count, document.works)) for name, (count, _) in KINDS.items()})


def find_unnamed(before: Document, after: Document, losses: Iterable[str]) -> Iterator[str]:
    """Yield, of each kind of which more went in than came out and was named, how much is missing in silence, and what
    came out that never went in.
    """
    went, came, said = count_kinds(before), count_kinds(after), list(losses)
    for name, (_, words) in KINDS.items():
        named = sum(_number(one, name, went[name]) for one in said if re.search(f"{_NOTHING}|{words}", one))
        missing = went[name] - came[name] - named
        if missing > 0 or (name in _NEVER_MADE and came[name] > went[name]):
            yield f"{name}: {went[name]} in, {came[name]} out, {max(missing, 0)} not named"


def _number(sentence: str, kind: str, everything: int) -> int:
    """Return how many things of a kind a sentence names; one without a number, or of texts with their marks, all."""
    found = re.search(r"\d[\d,]*", sentence)
    is_of_texts = kind in MARKUP and "without history or markup" in sentence
    return int(found[0].replace(",", "")) if found and not is_of_texts else everything
