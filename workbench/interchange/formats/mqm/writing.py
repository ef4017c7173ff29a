"""A work as ratings: a row for each mark, and for each text on which there is none."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from workbench.interchange.document import AnchorRecord, PassageRecord, ThreadRecord, TranslationRecord, WorkRecord
from workbench.interchange.formats.mqm.gathering import SOURCE
from workbench.interchange.formats.mqm.labels import NO_ERROR, category_of, label_of, severity_name
from workbench.interchange.formats.mqm.ratings import COLUMNS
from workbench.interchange.formats.mqm.spans import Span, mark
from workbench.interchange.limits import MAX_SIGLUM

__all__ = ["in_cells", "parts_of", "rows_of"]

Row = Sequence[str]


def rows_of(work: WorkRecord) -> Iterator[Row]:
    """Yield the column names and the rows: by passage, in it by translation, the marks in the order of the threads."""
    source = next((one.siglum for one in work.translations if one.role == "original"), SOURCE)
    systems = [one for one in work.translations if one.siglum != source]
    threads = _by_text(work.threads, source)
    places: Counter[str] = Counter()
    yield COLUMNS
    for passage in work.passages:
        doc, segment = parts_of(passage.reference or "")
        places[doc] += 1
        where = (doc, str(places[doc]) if doc else "", segment)
        for system in systems:
            found = threads.get((passage.reference or "", system.siglum), ())
            yield from _rows_of_text(passage, source, system, where, found)


def _rows_of_text(
    passage: PassageRecord, source: str, system: TranslationRecord, where: Row, threads: Sequence[ThreadRecord]
) -> Iterator[Row]:
    texts = {one.siglum: one.text for one in passage.variants if one.presence in {"present", "omitted"}}
    if system.siglum not in texts:
        return
    pair = texts.get(source, ""), texts[system.siglum]
    beginning = [_name_of(system), *where]
    for thread in threads:
        spans = _spans(thread, source, pair[0]), _spans(thread, system.siglum, pair[1])
        if spans[0] and spans[1] == [(0, len(pair[1]))]:
            spans = spans[0], []  # it was marked in the source alone
        marked = [mark(text, some) for text, some in zip(pair, spans, strict=True)]
        yield in_cells(*beginning, thread.author, *marked, *_said(thread))
    if not threads:
        yield in_cells(*beginning, "", *pair, NO_ERROR, NO_ERROR, "")


def in_cells(*cells: str) -> Row:
    """Return cells as a row has them: without TAB and line ends."""
    return [" ".join(cell.replace("\t", " ").split("\n")) for cell in cells]


def _by_text(threads: Iterable[ThreadRecord], source: str) -> Mapping[tuple[str, str], list[ThreadRecord]]:
    """Return the threads by the passage's reference and the siglum of the system they speak of."""
    found: dict[tuple[str, str], list[ThreadRecord]] = {}
    for thread in threads:
        siglum = next((anchor.siglum for anchor in thread.anchors if anchor.siglum != source), None)
        if siglum is not None:
            found.setdefault((thread.passage, siglum), []).append(thread)
    return found


def _spans(thread: ThreadRecord, siglum: str, text: str) -> list[Span]:
    return [(one.start, one.end) for one in thread.anchors if one.siglum == siglum and _stands(one, text)]


def _stands(anchor: AnchorRecord, text: str) -> bool:
    return anchor.state != "orphaned" and text[anchor.start : anchor.end] == anchor.quote


def _said(thread: ThreadRecord) -> tuple[str, str, str]:
    """Return category, severity and comment: the file's own category where the first comment still begins with it."""
    bodies = [comment.body for comment in thread.comments if comment.body]
    label, _, rest = bodies[0].partition("\n\n") if bodies else ("", "", "")
    severity = severity_name(thread.severity)
    if "\n" not in label and label and category_of(label) == thread.category and label != NO_ERROR:
        return label, severity, " ".join(filter(None, [rest, *bodies[1:]]))
    return label_of(thread.category), severity, " ".join(bodies)


def parts_of(reference: str) -> tuple[str, str]:
    """Return a document's name and a segment's number that together make the reference."""
    doc, _, segment = reference.rpartition(":")
    return (doc, segment) if doc and segment else ("", reference)


def _name_of(system: TranslationRecord) -> str:
    """Return the system's name: its translator's where the siglum is the beginning of that, else the siglum."""
    return system.translator if system.translator[:MAX_SIGLUM].strip() == system.siglum else system.siglum
