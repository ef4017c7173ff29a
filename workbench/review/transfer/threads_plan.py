"""Discussions of a document into the work: which are there already, where their words stand.

An anchor speaks of a numbered revision of the file. New variants bring their revisions along, so the
number stays; in a variant that the work has already, the revision with the same text is looked for. A
thread whose words stand in no revision of the work is not imported, and a warning says so: it never
lands on other words.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from workbench.corpus.models import Revision
from workbench.corpus.transfer import TextPlan, moment_as_text
from workbench.interchange.document import (
    AnchorRecord,
    CommentRecord,
    MoveRecord,
    SuggestionRecord,
    ThreadRecord,
    VariantRecord,
)
from workbench.review.models import Anchor, Comment

__all__ = ["Cell", "PlannedThread", "ThreadPlan", "plan_threads"]

Cell = tuple[str, str]
"""A passage's reference and a translation's siglum."""

Words = tuple[tuple[str, int, str], ...]
"""What a thread speaks of: siglum, start and quote of each anchor."""


@dataclass(frozen=True, slots=True)
class PlannedThread:
    """A thread to be made, with its anchors' `revisions`, `states` and `moves`, its suggestions' `written` in the
    work. `reference` is "" for one on the work as a whole.
    """

    record: ThreadRecord
    reference: str
    revisions: tuple[int, ...]
    states: tuple[str, ...]
    moves: tuple[tuple[MoveRecord, ...], ...]
    written: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class ThreadPlan:
    """What becomes of a document's discussions. `replies` are new comments of threads that are there, by their pk."""

    made: tuple[PlannedThread, ...] = ()
    unchanged: int = 0
    warnings: tuple[str, ...] = ()
    replies: tuple[tuple[int, CommentRecord], ...] = ()


@dataclass(frozen=True, slots=True)
class _There:
    """The threads that a work has, by what they are known by, and the moments and words of their comments.

    `moments`: by reference, moment and words; `words`: by reference, author, words and what they are on.
    """

    moments: dict[tuple[str, str, str], int] = field(default_factory=dict)
    words: dict[tuple[str, str, str, Words], int] = field(default_factory=dict)
    comments: dict[int, set[tuple[str, str]]] = field(default_factory=dict)

    def find(self, thread: ThreadRecord, reference: str) -> int | None:
        """Return the thread that is this one: by its moment; where the file has none, by its author and its words."""
        body = thread.comments[0].body
        if thread.created_at:
            return self.moments.get((reference, _second(thread.created_at), body))
        return self.words.get((reference, thread.author, body, _words(thread.anchors)))

    def new_comments(self, pk: int, thread: ThreadRecord) -> Iterator[CommentRecord]:
        """Yield the comments of a thread that is there which are not: somebody replied in the file."""
        known = self.comments.get(pk, set())
        for comment in thread.comments[1:]:
            if comment.suggestion is None and comment.body and (_second(comment.created_at), comment.body) not in known:
                yield comment


@dataclass(frozen=True, slots=True)
class _Texts:
    """The revisions of a variant as they will be after the import, and as the file counts them."""

    after: Sequence[str]
    in_file: Sequence[str]

    def number_after(self, number: int) -> int | None:
        """Return the number that the file's revision `number` will have, the latest with its text."""
        text = self.in_file[number - 1]
        found = (at for at in range(len(self.after), 0, -1) if self.after[at - 1] == text)
        return number if self.after == self.in_file else next(found, None)


def plan_threads(texts: TextPlan, people: Collection[str] = ()) -> ThreadPlan:
    """Find out what becomes of the discussions of `texts.record`. At most four queries, none without
    threads.
    """
    threads = texts.record.threads
    if not threads:
        return ThreadPlan()
    references = {"": ""} | {one.record.reference: one.reference for one in texts.passages if one.record.reference}
    there = _threads_there(texts)
    revisions = _revisions_after(texts, {references[thread.passage] for thread in threads})
    made, warnings, unchanged = [], [], 0
    replies: list[tuple[int, CommentRecord]] = []
    for thread in threads:
        reference = references[thread.passage]
        if (pk := there.find(thread, reference)) is not None:
            unchanged += 1
            replies += ((pk, comment) for comment in there.new_comments(pk, thread))
        elif (reference or not thread.anchors) and (planned := _planned(thread, reference, revisions)):
            made.append(planned)
        else:
            warnings.append(_not_carried(thread))
    warnings += _lost_assignees([one.record for one in made], people)
    return ThreadPlan(tuple(made), unchanged, tuple(warnings), tuple(replies))


def _lost_assignees(threads: Sequence[ThreadRecord], people: Collection[str]) -> list[str]:
    """Say whom threads are assigned to that nobody said which accounts they are: such threads become nobody's."""
    lost = Counter(thread.assignee for thread in threads if thread.assignee and thread.assignee not in people)
    if not lost:
        return []
    names = ", ".join(f"{name} ({count:,})" for name, count in lost.most_common(5))
    more = f" and {len(lost) - 5:,} more" if len(lost) > 5 else ""
    return [f"{lost.total():,} threads are assigned to names in the file and will be to nobody: {names}{more}."]


def _threads_there(texts: TextPlan) -> _There:
    if texts.work is None:
        return _There()
    anchors: dict[int, list[tuple[str, int, str]]] = defaultdict(list)
    placed = Anchor.objects.filter(thread__work=texts.work).order_by("thread_id", "position")
    for one, siglum, start, quote in placed.values_list("thread_id", "variant__translation__siglum", "start", "quote"):
        anchors[one].append((siglum, start, quote))
    there = _There()
    comments = Comment.objects.filter(thread__work=texts.work).order_by("pk")
    told = ("thread__passage__reference", "thread__created_at", "thread__attributed_to", "created_at", "body")
    for one, place, began_at, author, created_at, body in comments.values_list("thread_id", *told):
        reference = place or ""
        if one not in there.comments:
            there.moments.setdefault((reference, _second(moment_as_text(began_at)), body), one)
            there.words.setdefault((reference, author, body, tuple(anchors[one])), one)
        there.comments.setdefault(one, set()).update({(_second(moment_as_text(created_at)), body), ("", body)})
    return there


def _second(moment: str) -> str:
    """Return a moment to the second: some formats have no more, and it stays the same moment."""
    return moment[:19]


def _words(anchors: Iterable[AnchorRecord]) -> Words:
    return tuple((anchor.siglum, anchor.start, anchor.quote) for anchor in anchors)


def _revisions_after(texts: TextPlan, references: set[str]) -> dict[Cell, _Texts]:
    """Return the revisions that the variants of these passages will have, for every cell of the document."""
    cells = {
        (one.reference, variant.siglum): variant for one, variant in texts.variants() if one.reference in references
    }
    stored = _stored_revisions(texts, cells)
    revised = {(one.reference, one.record.siglum) for one in texts.changes if texts.options.existing == "revise"}
    found = {}
    for cell, variant in cells.items():
        in_file = _texts_of(variant)
        new = [variant.text] if cell in revised else []
        found[cell] = _Texts([*stored[cell], *new] if cell in texts.stored else in_file, in_file)
    return found


def _texts_of(variant: VariantRecord) -> list[str]:
    return [revision.text for revision in variant.revisions] or [variant.text]


def _stored_revisions(texts: TextPlan, cells: Iterable[Cell]) -> Mapping[Cell, list[str]]:
    by_variant = {texts.stored[cell].pk: cell for cell in cells if cell in texts.stored}
    revisions = Revision.objects.filter(variant__in=list(by_variant)).order_by("variant_id", "number")
    stored: dict[Cell, list[str]] = defaultdict(list)
    for variant, text in revisions.values_list("variant_id", "text"):
        stored[by_variant[variant]].append(text)
    return stored


def _planned(thread: ThreadRecord, reference: str, revisions: Mapping[Cell, _Texts]) -> PlannedThread | None:
    places = [_place(anchor, revisions[reference, anchor.siglum]) for anchor in thread.anchors]
    if not all(number for number, _ in places):
        return None
    return PlannedThread(
        record=thread,
        reference=reference,
        revisions=tuple(number or 0 for number, _ in places),
        states=tuple(state for _, state in places),
        moves=tuple(tuple(_moves(anchor, revisions[reference, anchor.siglum])) for anchor in thread.anchors),
        written=tuple(_written(comment.suggestion, thread, reference, revisions) for comment in thread.comments),
    )


def _place(anchor: AnchorRecord, texts: _Texts) -> tuple[int | None, str]:
    number = texts.number_after(anchor.revision)
    return number, anchor.state if number == len(texts.after) else "orphaned"


def _moves(anchor: AnchorRecord, texts: _Texts) -> Iterator[MoveRecord]:
    """Yield what became of the anchor, in the revisions as the work will count them; none that it does not have."""
    for move in anchor.moves:
        is_known = move.from_passage or move.from_revision <= len(texts.in_file)
        after = texts.number_after(move.to_revision)
        before = move.from_revision if move.from_passage or not is_known else texts.number_after(move.from_revision)
        if is_known and after and before:
            yield replace(move, from_revision=before, to_revision=after)


def _written(
    suggestion: SuggestionRecord | None,
    thread: ThreadRecord,
    reference: str,
    revisions: Mapping[Cell, _Texts],
) -> int | None:
    if suggestion is None or suggestion.revision is None:
        return None
    siglum = thread.anchors[suggestion.anchor].siglum
    return revisions[reference, siglum].number_after(suggestion.revision)


def _not_carried(thread: ThreadRecord) -> str:
    return f"A thread of {thread.author or 'somebody'} on {thread.passage} is left out: its words are not in the work."
