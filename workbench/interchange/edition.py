"""A work as an edition prints it: one text, and in notes to its words what others read, `cat] dog B; om. C`."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from workbench.interchange.corrections import engine_corrections
from workbench.interchange.document import (
    CorrectionRecord,
    Document,
    PassageRecord,
    SpanRecord,
    ThreadRecord,
    TranslationRecord,
    VariantRecord,
)
from workbench.interchange.losses import only_work
from workbench.interchange.markup import arrange_spans
from workbench.text.collation import Entry, Reading, apparatus, collate, correct
from workbench.text.words.languages import language_of

__all__ = ["as_edition", "without_others", "writing_editions"]


def as_edition(document: Document) -> Document:
    """Return the first translation alone, with a note at each place where others in its language part from it.

    The places are those of the apparatus that pages show. Who has no words in a passage is not asked, nor is anybody
    where the first has none; after lost words a text is silent. Raises `FormatError` for several works.
    """
    work, alone = only_work(document), without_others(document)
    base, *others = work.translations or (TranslationRecord(""),)
    kin = [base, *(one for one in others if language_of(one.language) == language_of(base.language))]
    corrections = defaultdict[str | None, list[CorrectionRecord]](list)
    for one in work.corrections:
        corrections[one.passage].append(one)
    sigla = [one.siglum for one in kin]
    passages = tuple(_annotate(one, sigla, corrections[one.reference]) for one in work.passages)
    return replace(alone, works=(replace(alone.works[0], passages=passages),))


def without_others(document: Document) -> Document:
    """Return the first translation alone, without notes, and what is left out for it as warnings: all that an edition
    loses, without comparing texts.
    """
    work = only_work(document)
    base = work.translations[0].siglum if work.translations else ""
    threads = tuple(one for one in work.threads if _speaks_of(one, base))
    edited = replace(
        work,
        translations=work.translations[:1],
        passages=tuple(_annotate(one, [base], ()) for one in work.passages),
        threads=threads,
        groups=(),
        derivations=(),
        corrections=(),
    )
    if not (others := len(work.translations) - 1) > 0:
        return Document((edited,), document.warnings)
    said = [f"{others} other translations stand in notes, as far as they part; they do not come back."]
    if left := len(work.threads) - len(threads):
        said.append(f"{left} threads are left out: they speak of other translations.")
    return Document((edited,), (*document.warnings, *said))


def writing_editions(write: Callable[[Document], bytes]) -> Callable[[Document], bytes]:
    """Return what writes a document as an edition in the format that `write` writes."""
    return lambda document: write(as_edition(document))


def _speaks_of(thread: ThreadRecord, siglum: str) -> bool:
    return all(anchor.siglum == siglum for anchor in thread.anchors)


def _annotate(passage: PassageRecord, sigla: Sequence[str], said: Sequence[CorrectionRecord]) -> PassageRecord:
    """Return the passage with the first of these translations alone, and notes on what the others read."""
    base = next((one for one in passage.variants if one.siglum == sigla[0]), None)
    if base is None:
        return replace(passage, variants=())
    present = [one for siglum in sigla for one in passage.variants if one.siglum == siglum and one.text]
    notes = _notes(present, said) if base.text and len(present) > 1 else ()
    return replace(passage, variants=(replace(base, markup=arrange_spans([*base.markup, *notes])),))


def _notes(present: Sequence[VariantRecord], said: Sequence[CorrectionRecord]) -> Iterator[SpanRecord]:
    texts = [one.text for one in present]
    lost = [tuple(span.end for span in one.markup if span.kind == "lacuna") for one in present]
    table = correct(collate(texts, base=0), engine_corrections(said, present))
    for entry in apparatus(table if any(lost) else table.regions(), texts, 0, lost):  # silence begins at a word
        place = entry.lemma.start + len(entry.lemma.of(texts[0]).rstrip())
        yield SpanRecord("note", place, place, text=_written(entry, texts[0], [one.siglum for one in present]))


def _written(entry: Entry, text: str, sigla: Sequence[str]) -> str:
    """Return an entry as one writes it; where the text has no words, a + stands for what others add."""
    readings = (f"{_said(one)} {' '.join(sigla[at] for at in one.witnesses)}" for one in entry.readings)
    return f"{entry.lemma.of(text).strip() or '+'}] {'; '.join(readings)}"


def _said(reading: Reading) -> str:
    """Quote a reading; what is not left out but moved, or comes from elsewhere, says so."""
    words = reading.text.strip()
    if reading.transposed:
        return f"{words} (transp.)" if words else "transp."
    return words or "om."
