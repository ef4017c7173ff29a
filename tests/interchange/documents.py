"""Documents to try formats on: generated ones, and the parts they are made of."""

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from workbench.interchange.document import (
    AnchorRecord,
    CommentRecord,
    CorrectionRecord,
    DerivationRecord,
    Document,
    GroupRecord,
    MarkRecord,
    MoveRecord,
    PassageRecord,
    RevisionRecord,
    RuleRecord,
    SpanRecord,
    SuggestionRecord,
    ThreadRecord,
    TranslationRecord,
    VariantRecord,
    WorkRecord,
)
from workbench.interchange.markup import arrange_spans
from workbench.interchange.vocabulary import (
    ALIGNMENTS,
    CATEGORIES,
    CORRECTIONS,
    DERIVATIONS,
    MARKUP,
    MOVES,
    POINTS,
    PRESENCES,
    ROLES,
    SEVERITIES,
)
from workbench.text.words.languages import is_language_tag
from workbench.text.words.validity import InvalidText, check_text

AWKWARD = st.sampled_from(
    [
        "=1+1",
        "'=x",
        "''",
        "'tis",
        '"=x',
        "@a",
        "-",
        "+",
        "＝x",
        "[omitted]",
        "'[joined]",
        '"',
        ",",
        ";",
        "\t",
        "\n",
        "1. x",
        "\ufeff",
    ]
)


def is_storable(text: str) -> bool:
    """Whether the text can be stored, and comes back as it is."""
    try:
        return check_text(text) == text
    except InvalidText:
        return False


def texts(**size: int) -> st.SearchStrategy[str]:
    """Texts that may be stored, awkward ones among them."""
    free = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")) | st.sampled_from("\t\n '\"=,;"), **size)
    return st.builds("".join, st.lists(AWKWARD | free, max_size=3)).filter(is_storable)


def names(longest: int) -> st.SearchStrategy[str]:
    """Sigla and references."""
    return texts().map(lambda text: " ".join(text.split())[:longest].strip()).filter(bool)


LINES = texts().map(lambda text: " ".join(text.split()))
TAGS = st.sampled_from(["", "en", "de", "zh-Hant", "sr-Latn-RS", "x-mine"]).filter(
    lambda tag: not tag or is_language_tag(tag)
)
TIMES = st.datetimes().map(lambda time: time.isoformat(timespec="seconds") + "Z")


@st.composite
def documents_of_texts(draw: Any, *, least: int = 0) -> Document:
    """What a table of at least `least` passages carries: translations with languages, references, texts, presences."""
    sigla = draw(st.lists(names(20), min_size=1, max_size=3, unique=True))
    translations = tuple(TranslationRecord(siglum, draw(TAGS)) for siglum in sigla)
    references = draw(st.lists(names(100), min_size=least, max_size=4, unique=True))
    passages = tuple(PassageRecord(reference, draw(_variants(sigla))) for reference in references)
    return Document((WorkRecord(translations=translations, passages=passages),))


@st.composite
def _variants(draw: Any, sigla: list[str]) -> tuple[VariantRecord, ...]:
    variants = []
    for siglum in sigla:
        state = draw(st.sampled_from(("absent", *PRESENCES)))
        if state == "present":
            variants.append(VariantRecord(siglum, draw(texts().filter(bool))))
        elif state != "absent":
            variants.append(VariantRecord(siglum, "", state))
    return tuple(variants)


@st.composite
def full_documents(draw: Any) -> Document:
    """What a bundle carries: all of it."""
    return Document(tuple(draw(st.lists(full_works(), max_size=2))))


@st.composite
def full_works(draw: Any) -> WorkRecord:
    """A work with histories and discussions."""
    sigla = draw(st.lists(names(20), min_size=1, max_size=3, unique=True))
    references = draw(st.lists(names(100), max_size=3, unique=True))
    levels = tuple(draw(st.lists(names(20), max_size=3)))
    passages = tuple(
        PassageRecord(
            reference,
            tuple(draw(_with_history(siglum, order)) for siglum in sigla),
            draw(LINES),
            tuple(draw(st.lists(names(100), max_size=len(levels)))),
        )
        for order, reference in enumerate(references, 1)
    )
    return WorkRecord(
        title=draw(LINES),
        slug=draw(st.sampled_from(["", "a", "a-2"])),
        language=draw(TAGS),
        description=draw(texts()),
        translations=tuple(draw(_described(siglum)) for siglum in sigla),
        passages=passages,
        threads=tuple(draw(_thread(passage)) for passage in (*passages, PassageRecord(None)) if draw(st.booleans())),
        levels=levels,
        numbering=draw(st.sampled_from(("", "rsc"))),
        series=draw(LINES),
        groups=(GroupRecord("".join(sigla)[:18] + "#!", draw(LINES), tuple(sigla)),) if draw(st.booleans()) else (),
        derivations=tuple(
            DerivationRecord(siglum, sigla[0], draw(st.sampled_from(DERIVATIONS))) for siglum in sigla[1:]
        ),
        rules=tuple(
            RuleRecord(
                draw(names(200)),
                draw(names(200)),
                draw(st.sampled_from(("", *references))),
                draw(LINES),
                of=draw(st.sampled_from(("", "letters"))),
                translations=tuple(draw(st.sampled_from((sigla[:0], sigla[:2])))) if len(sigla) > 1 else (),
            )
            for _ in range(draw(st.integers(0, 2)))
        ),
        corrections=tuple(
            draw(_corrected(passage)) for passage in passages if any(one.text for one in passage.variants)
        ),
    )


def as_verses(work: WorkRecord) -> WorkRecord:
    """Return the work with verses for passages, by what they are called everywhere."""
    names = {one.reference or "": f"Gen 1:{number}" for number, one in enumerate(work.passages, 1)}
    return replace(
        work,
        levels=(),
        passages=tuple(replace(one, reference=names[one.reference or ""], path=()) for one in work.passages),
        threads=tuple(replace(one, passage=names.get(one.passage, "")) for one in work.threads),
        rules=tuple(replace(one, passage=names.get(one.passage, "")) for one in work.rules),
        corrections=tuple(replace(one, passage=names[one.passage]) for one in work.corrections),
    )


def first_translations(work: WorkRecord, count: int) -> WorkRecord:
    """Return the work with so many of its translations, and what is said of these alone."""
    kept = {one.siglum for one in work.translations[:count]}
    return replace(
        work,
        translations=work.translations[:count],
        passages=tuple(
            replace(one, variants=tuple(each for each in one.variants if each.siglum in kept)) for one in work.passages
        ),
        threads=tuple(one for one in work.threads if kept.issuperset(each.siglum for each in one.anchors)),
        corrections=tuple(one for one in work.corrections if kept.issuperset(each.siglum for each in one.marks)),
        groups=(),
        derivations=(),
        rules=(),
    )


@st.composite
def _corrected(draw: Any, passage: PassageRecord) -> CorrectionRecord:
    texts = [(one.siglum, one.text) for one in passage.variants if one.text]
    marks = [MarkRecord(siglum, 0, len(text), text, number % 2) for number, (siglum, text) in enumerate(texts)]
    kind = draw(st.sampled_from(CORRECTIONS))
    return CorrectionRecord(kind, passage.reference or "", tuple(marks), draw(LINES), draw(LINES))


def _described(siglum: str) -> st.SearchStrategy[TranslationRecord]:
    return st.builds(
        TranslationRecord,
        siglum=st.just(siglum),
        language=TAGS,
        role=st.sampled_from(ROLES),
        translator=LINES,
        year=st.sampled_from(["", "1611", "c. 1890"]),
        citation=texts(),
        title=LINES,
        source=st.sampled_from(["", "https://example.org/a?b=c"]),
        numbering=st.sampled_from(["", "vul"]),
    )


@st.composite
def _with_history(draw: Any, siglum: str, order: int) -> VariantRecord:
    states = draw(st.lists(texts() | st.sampled_from(PRESENCES[1:]), max_size=3))
    revisions = tuple(draw(_revision(number, state)) for number, state in enumerate(states, 1))
    last = revisions[-1] if revisions else draw(_revision(1, draw(texts())))
    return VariantRecord(
        siglum,
        last.text,
        last.presence,
        revisions,
        draw(st.sampled_from(("", *ALIGNMENTS))),
        last.markup,
        draw(st.just("") | names(100)),
        draw(st.sampled_from((None, order))),
    )


@st.composite
def _revision(draw: Any, number: int, state: str) -> RevisionRecord:
    text = "" if state in PRESENCES[1:] else state
    return RevisionRecord(
        number,
        text,
        state if state in PRESENCES[1:] else "present",
        reason=draw(LINES),
        author=draw(LINES),
        created_at=draw(TIMES),
        markup=draw(markup_of(text)),
    )


@st.composite
def markup_of(draw: Any, text: str) -> tuple[SpanRecord, ...]:
    """Spans that may stand in the text, nested and crossing, in their order."""
    spans = []
    for _ in range(draw(st.integers(0, 4))):
        start, end = sorted(draw(st.tuples(*[st.integers(0, len(text))] * 2)))
        kinds = sorted(POINTS) if start == end else MARKUP
        spans.append(SpanRecord(draw(st.sampled_from(kinds)), start, end, draw(LINES), draw(texts()), draw(TAGS)))
    return arrange_spans(spans)


@st.composite
def _thread(draw: Any, passage: PassageRecord) -> ThreadRecord:
    anchors = tuple(draw(_anchor(variant)) for variant in passage.variants if variant.text)
    suggestion = (
        SuggestionRecord(0, draw(texts()), draw(st.sampled_from(("rejected", "open"))), "No.", base=draw(texts()))
        if anchors and draw(st.booleans())
        else None
    )
    comments = (CommentRecord("mira", draw(texts()), draw(TIMES), suggestion=suggestion),)
    return ThreadRecord(
        passage.reference or "",
        comments,
        anchors,
        category=draw(st.sampled_from(("", *CATEGORIES))),
        severity=draw(st.sampled_from(("", *SEVERITIES))),
        labels=draw(st.sampled_from(((), ("urgent",), ("ask the archive", "straße")))),
        due_on=draw(st.sampled_from(("", "2026-12-24"))),
    )


@st.composite
def _anchor(draw: Any, variant: VariantRecord) -> AnchorRecord:
    start = draw(st.integers(0, len(variant.text) - 1))
    end = draw(st.integers(start + 1, len(variant.text)))
    revision = len(variant.revisions) or 1
    state, meant = draw(st.sampled_from((("placed", ""), ("changed", "other words"))))
    moves = tuple(
        MoveRecord(kind, 1, "before", revision) for kind in draw(st.lists(st.sampled_from(MOVES), max_size=2))
    )
    quote = variant.text[start:end]
    return AnchorRecord(variant.siglum, revision, start, end, quote, state=state, meant=meant, moves=moves)
