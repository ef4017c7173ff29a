"""What lies between two states of a work: pure, from two records to values."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workbench.interchange.document import PassageRecord, ThreadRecord, VariantRecord, WorkRecord
from workbench.interchange.vocabulary import UNSETTLED_STATES

__all__ = ["Changes", "TextChange", "changes_between"]


@dataclass(frozen=True, slots=True)
class TextChange:
    """What the translation `siglum` read in a passage, and reads now; "" where it had or has no text."""

    reference: str
    siglum: str
    before: str
    after: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed from one state of a work to a later one; sigla and references in the order in which they stand.

    `described` are the translations of which something but the texts is said otherwise. `threads` were opened since,
    `settled` are no longer open.
    """

    texts: tuple[TextChange, ...] = ()
    passages_added: tuple[str, ...] = ()
    passages_removed: tuple[str, ...] = ()
    translations_added: tuple[str, ...] = ()
    translations_removed: tuple[str, ...] = ()
    described: tuple[str, ...] = ()
    rules: int = 0
    threads: int = 0
    settled: int = 0

    def __bool__(self) -> bool:
        return self != Changes()


Place = tuple[str, int]


def changes_between(before: WorkRecord, after: WorkRecord, *, with_threads: bool = True) -> Changes:
    """Compare two states of a work: passages by reference (of several alike: by order), translations by siglum.

    Texts of a translation that only one of the two holds are no changes of texts. Rules are counted, either way.
    """
    sigla = {one.siglum for one in before.translations} & {one.siglum for one in after.translations}
    old, new = _by_place(before), _by_place(after)
    languages = {one.siglum: one.language for one in after.translations}
    rules = {(one.left, one.right, one.passage) for one in before.rules}
    later_rules = {(one.left, one.right, one.passage) for one in after.rules}
    opened, settled = _count_threads(before, after) if with_threads else (0, 0)
    return Changes(
        texts=tuple(_text_changes(old, new, sigla, languages)),
        passages_added=tuple(place[0] for place in new if place not in old),
        passages_removed=tuple(place[0] for place in old if place not in new),
        translations_added=_missing(after, before),
        translations_removed=_missing(before, after),
        described=tuple(_described(before, after)),
        rules=len(rules ^ later_rules),
        threads=opened,
        settled=settled,
    )


def _by_place(work: WorkRecord) -> dict[Place, PassageRecord]:
    seen: dict[str, int] = {}
    places: dict[Place, PassageRecord] = {}
    for passage in work.passages:
        reference = passage.reference or ""
        seen[reference] = seen.get(reference, 0) + 1
        places[reference, seen[reference]] = passage
    return places


def _text_changes(
    old: Mapping[Place, PassageRecord],
    new: Mapping[Place, PassageRecord],
    sigla: set[str],
    languages: Mapping[str, str],
) -> Iterator[TextChange]:
    for place, passage in new.items():
        if place not in old:
            continue
        before, after = _texts(old[place]), _texts(passage)
        for siglum in sorted(sigla & (before.keys() | after.keys())):
            was, now = before.get(siglum, ("", "")), after.get(siglum, ("", ""))
            if was != now:
                yield TextChange(place[0], siglum, was[0], now[0], languages.get(siglum, ""))


def _texts(passage: PassageRecord) -> dict[str, tuple[str, str]]:
    return {one.siglum: _said(one) for one in passage.variants}


def _said(variant: VariantRecord) -> tuple[str, str]:
    return variant.text, variant.presence


def _missing(having: WorkRecord, lacking: WorkRecord) -> tuple[str, ...]:
    known = {one.siglum for one in lacking.translations}
    return tuple(one.siglum for one in having.translations if one.siglum not in known)


def _described(before: WorkRecord, after: WorkRecord) -> Iterator[str]:
    old = {one.siglum: one for one in before.translations}
    for one in after.translations:
        if one.siglum in old and one != old[one.siglum]:
            yield one.siglum


def _count_threads(before: WorkRecord, after: WorkRecord) -> tuple[int, int]:
    old = {_identity(thread): thread for thread in before.threads}
    new = {_identity(thread): thread for thread in after.threads}
    was_open = {name for name, thread in old.items() if thread.state in UNSETTLED_STATES}
    settled = sum(name not in new or new[name].state not in UNSETTLED_STATES for name in was_open)
    return len(new.keys() - old.keys()), settled


def _identity(thread: ThreadRecord) -> tuple[str, str]:
    return thread.passage, thread.created_at
