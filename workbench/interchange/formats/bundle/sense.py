"""Whether a well-formed bundle means something: names resolve, revisions count, quotes stand where they
say.
"""

from collections.abc import Iterator, Mapping, Sequence

from workbench.interchange.document import (
    AnchorRecord,
    CommentRecord,
    PassageRecord,
    SuggestionRecord,
    ThreadRecord,
    VariantRecord,
    WorkRecord,
)
from workbench.interchange.errors import Problem
from workbench.interchange.formats.bundle.kinship import find_wrong_relations
from workbench.interchange.markup import find_wrong_spans

__all__ = ["find_nonsense"]


def find_nonsense(works: Sequence[WorkRecord]) -> Iterator[Problem]:
    """Yield what contradicts itself in the works of a bundle, each with its JSON Pointer."""
    for index, work in enumerate(works):
        yield from _of_work(work, f"/works/{index}")


def _of_work(work: WorkRecord, at: str) -> Iterator[Problem]:
    sigla = [translation.siglum for translation in work.translations]
    references = [passage.reference for passage in work.passages]
    yield from _repeated(sigla, f"{at}/translations/{{}}/siglum")
    yield from _repeated(references, f"{at}/passages/{{}}/reference")
    for index, passage in enumerate(work.passages):
        yield from _of_passage(passage, frozenset(sigla), f"{at}/passages/{index}")
        if len(passage.path) > len(work.levels):
            yield Problem(f"{at}/passages/{index}/path", f"Expected a label for each of {len(work.levels)} levels.")
    passages = {passage.reference: passage for passage in work.passages if passage.reference}
    for index, thread in enumerate(work.threads):
        yield from _of_thread(thread, passages.get(thread.passage), f"{at}/threads/{index}")
    yield from find_wrong_relations(work, frozenset(passages), at)


def _repeated(names: Sequence[str | None], pointer: str) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for index, name in enumerate(names):
        if name is not None and (earlier := first.setdefault(name, index)) != index:
            message = f"{name} stands at {pointer.format(earlier)} already."
            yield Problem(pointer.format(index), message)


def _of_passage(passage: PassageRecord, sigla: frozenset[str], at: str) -> Iterator[Problem]:
    yield from _repeated([variant.siglum for variant in passage.variants], f"{at}/variants/{{}}/siglum")
    for index, variant in enumerate(passage.variants):
        if variant.siglum not in sigla:
            yield Problem(f"{at}/variants/{index}/siglum", f"No translation is called {variant.siglum}.")
        yield from _of_variant(variant, f"{at}/variants/{index}")


def _of_variant(variant: VariantRecord, at: str) -> Iterator[Problem]:
    if variant.presence != "present" and variant.text:
        yield Problem(f"{at}/text", f"A variant that is {variant.presence} has no text.")
    yield from find_wrong_spans(variant.markup, len(variant.text), f"{at}/markup")
    for index, revision in enumerate(variant.revisions):
        yield from find_wrong_spans(revision.markup, len(revision.text), f"{at}/revisions/{index}/markup")
        if revision.number != index + 1:
            yield Problem(f"{at}/revisions/{index}/number", f"Expected {index + 1}: revisions count from 1.")
        if revision.presence != "present" and revision.text:
            yield Problem(f"{at}/revisions/{index}/text", f"A variant that is {revision.presence} has no text.")
    if variant.revisions:
        last = variant.revisions[-1]
        if (last.text, last.presence, last.markup) != (variant.text, variant.presence, variant.markup):
            yield Problem(f"{at}/revisions/{len(variant.revisions) - 1}", "The last revision is not the variant.")


def _of_thread(thread: ThreadRecord, passage: PassageRecord | None, at: str) -> Iterator[Problem]:
    if passage is None and (thread.passage or thread.anchors):
        message = f"No passage has the reference {thread.passage}." if thread.passage else "Anchors stand in a passage."
        yield Problem(f"{at}/passage", message)
        return
    if not thread.comments:
        yield Problem(f"{at}/comments", "Expected at least one comment: it opens the thread.")
    variants = {variant.siglum: variant for variant in passage.variants} if passage else {}
    for index, anchor in enumerate(thread.anchors):
        yield from _of_anchor(anchor, variants, f"{at}/anchors/{index}")
    for index, comment in enumerate(thread.comments):
        yield from _of_comment(comment, thread, variants, f"{at}/comments/{index}")


def _of_anchor(anchor: AnchorRecord, variants: Mapping[str, VariantRecord], at: str) -> Iterator[Problem]:
    variant = variants.get(anchor.siglum)
    if variant is None:
        yield Problem(f"{at}/siglum", f"The passage has no variant of {anchor.siglum}.")
        return
    texts = [revision.text for revision in variant.revisions] or [variant.text]
    if anchor.revision > len(texts):
        yield Problem(f"{at}/revision", f"Expected a revision from 1 to {len(texts)}.")
        return
    if (anchor.state == "changed") != bool(anchor.meant):
        yield Problem(f"{at}/meant", "A changed anchor, and no other, says what words it meant.")
    if anchor.state != "orphaned" and anchor.revision != len(texts):
        yield Problem(f"{at}/revision", f"A {anchor.state} anchor stands in the present revision, {len(texts)}.")
    for index, move in enumerate(anchor.moves):
        if move.to_revision > len(texts):
            yield Problem(f"{at}/moves/{index}/to_revision", f"Expected a revision from 1 to {len(texts)}.")
    text = texts[anchor.revision - 1]
    if not anchor.start < anchor.end <= len(text):
        yield Problem(f"{at}/end", f"Expected start < end <= {len(text)}, the length of the text.")
    elif text[anchor.start : anchor.end] != anchor.quote:
        yield Problem(f"{at}/quote", "These words do not stand at start:end of the revision.")


def _of_comment(
    comment: CommentRecord, thread: ThreadRecord, variants: Mapping[str, VariantRecord], at: str
) -> Iterator[Problem]:
    if comment.deleted_at and comment.body:
        yield Problem(f"{at}/body", "A deleted comment has no body.")
    if comment.suggestion is None:
        return
    if comment.suggestion.anchor >= len(thread.anchors):
        yield Problem(f"{at}/suggestion/anchor", f"The thread has {len(thread.anchors)} anchors, counted from 0.")
        return
    yield from _of_successor(comment.suggestion, thread, f"{at}/suggestion/superseded_by")
    siglum = thread.anchors[comment.suggestion.anchor].siglum
    yield from _of_suggestion(comment.suggestion, variants.get(siglum), f"{at}/suggestion")


def _of_successor(suggestion: SuggestionRecord, thread: ThreadRecord, at: str) -> Iterator[Problem]:
    if not suggestion.superseded_by:
        return
    if suggestion.state != "superseded":
        yield Problem(at, "Only what is superseded says by what.")
    successor = thread.comments[suggestion.superseded_by - 1 : suggestion.superseded_by]
    if not any(one.suggestion and one.suggestion is not suggestion for one in successor):
        yield Problem(at, "Expected another comment of the thread that has a suggestion, counted from 1.")


def _of_suggestion(suggestion: SuggestionRecord, variant: VariantRecord | None, at: str) -> Iterator[Problem]:
    if suggestion.state == "rejected" and not suggestion.reason:
        yield Problem(f"{at}/reason", "A rejection has a reason.")
    if suggestion.state == "open" and suggestion.decided_at:
        yield Problem(f"{at}/decided_at", "An open suggestion was not decided yet.")
    written = max(len(variant.revisions), 1) if variant else 0
    if suggestion.revision is not None and suggestion.revision > written:
        yield Problem(f"{at}/revision", f"Expected a revision from 1 to {written}.")
