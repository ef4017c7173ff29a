"""What an import of texts would do, found out without writing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext

from workbench.corpus.errors import Conflict
from workbench.corpus.models import Translation, Variant, Work
from workbench.corpus.transfer.bridging import bridged, describe_bridges
from workbench.corpus.transfer.matching import MatchedPassage, match_passages
from workbench.corpus.transfer.options import ImportOptions
from workbench.corpus.transfer.order import OrderedPassage, arrange_passages, describe_places
from workbench.corpus.transfer.own_order import describe_own_order, with_own_order
from workbench.corpus.transfer.paths import with_paths
from workbench.corpus.transfer.renumbering import renumbered
from workbench.corpus.transfer.standing import StandingPassage, read_passages
from workbench.interchange.document import TranslationRecord, VariantRecord, WorkRecord
from workbench.interchange.markup import pack_markup
from workbench.text.words.languages import are_one_tag, is_known_language, recognise_language

__all__ = ["Change", "Stored", "TextPlan", "plan_texts"]


@dataclass(frozen=True, slots=True)
class Stored:
    """What stands in the work now: the variant `pk` at `version`."""

    pk: int
    version: int
    text: str
    presence: str
    markup: str = ""

    def is_said_by(self, record: VariantRecord) -> bool:
        """Whether it is what the document says; a document without markup says nothing of it."""
        same = (self.text, self.presence) == (record.text, record.presence)
        return same and (not record.markup or self.markup == pack_markup(record.markup))


@dataclass(frozen=True, slots=True)
class Change:
    """A variant whose stored text differs from the document's."""

    reference: str
    stored: Stored
    record: VariantRecord


@dataclass(frozen=True, slots=True)
class TextPlan:
    """What becomes of a work's texts. `work` is None where one is made.

    `stored` holds the variants that are there, by (reference, siglum). `changes` are those that differ:
    they are revised or kept as `options` say. `unmatched` are the work's passages that the document
    does not speak of. `order` has all passages as they will stand.
    """

    record: WorkRecord
    options: ImportOptions
    work: Work | None = None
    passages: Sequence[MatchedPassage] = ()
    translations: Sequence[tuple[TranslationRecord, Translation | None]] = ()
    stored: Mapping[tuple[str, str], Stored] = field(default_factory=dict)
    changes: Sequence[Change] = ()
    unmatched: Sequence[str] = ()
    order: Sequence[OrderedPassage] = ()
    warnings: Sequence[str] = ()

    def variants(self) -> Iterator[tuple[MatchedPassage, VariantRecord]]:
        """Yield every variant of the document with its passage."""
        return ((matched, variant) for matched in self.passages for variant in matched.record.variants)

    def new_variants(self) -> Iterator[tuple[MatchedPassage, VariantRecord]]:
        """Yield the variants that are not entered in the work yet."""
        known = self.stored
        if not known:
            return self.variants()
        return (
            (matched, variant)
            for matched, variant in self.variants()
            if (matched.reference, variant.siglum) not in known
        )


def plan_texts(record: WorkRecord, work: Work | None, options: ImportOptions) -> TextPlan:
    """Find out what importing `record` into `work` (None: a new one) would do. A fixed number of queries.

    Nothing is locked: carrying the plan out fails if a text changed in between. Raises `Invalid` where
    passages cannot be matched, `Conflict` where texts differ and the options refuse that.
    """
    passages = read_passages(work) if work else []
    record = with_paths(record, work, {passage.reference for passage in passages})
    record = bridged(renumbered(record, work, passages, options.numbering), passages)
    translations = _match_translations(record, work)
    matched = match_passages(record.passages, passages, options.match)
    ordered = arrange_passages(passages, matched)
    said: tuple[str, ...] = tuple(describe_bridges(record)) if work else ()
    if work and (numbered := with_own_order(matched, ordered, translations)):
        matched, ordered = numbered, arrange_passages(passages, numbered)
        said = (*said, *describe_own_order(matched, ordered, translations[0][0].siglum))
    stored = _stored_variants(work, matched, translations) if work else {}
    plan = TextPlan(
        record=record,
        options=options,
        work=work,
        passages=matched,
        translations=translations,
        stored=stored,
        changes=tuple(_changes(matched, stored)) if stored else (),
        unmatched=_unmatched(passages, matched),
        order=ordered,
        warnings=(*_warnings(work, matched, ordered, translations), *said),
    )
    if plan.changes and options.existing == "refuse":
        raise _refusal(plan.changes)
    return plan


def _match_translations(
    record: WorkRecord, work: Work | None
) -> tuple[tuple[TranslationRecord, Translation | None], ...]:
    known = {translation.siglum: translation for translation in work.translations.all()} if work else {}
    return tuple((_recognise(one), known.get(one.siglum)) for one in record.translations)


def _recognise(record: TranslationRecord) -> TranslationRecord:
    """Take a language's name for its tag."""
    return replace(record, language=recognise_language(record.language))


def _stored_variants(
    work: Work,
    matched: Sequence[MatchedPassage],
    translations: Sequence[tuple[TranslationRecord, Translation | None]],
) -> dict[tuple[str, str], Stored]:
    sigla = {translation.pk: translation.siglum for _, translation in translations if translation}
    references = {one.passage.pk: one.reference for one in matched if one.passage}
    rows = Variant.objects.filter(work=work, translation__in=list(sigla)).order_by("pk")
    columns = rows.values_list("passage_id", "translation_id", "pk", "version", "text", "presence", "markup")
    return {
        (references[passage], sigla[translation]): Stored(pk, version, text, presence, markup)
        for passage, translation, pk, version, text, presence, markup in columns.iterator(chunk_size=5_000)
        if passage in references
    }


def _changes(matched: Sequence[MatchedPassage], stored: Mapping[tuple[str, str], Stored]) -> Iterator[Change]:
    for one in matched:
        for variant in one.record.variants:
            there = stored.get((one.reference, variant.siglum))
            if there and not there.is_said_by(variant):
                yield Change(one.reference, there, variant)


def _unmatched(passages: Sequence[StandingPassage], matched: Sequence[MatchedPassage]) -> tuple[str, ...]:
    spoken_of = {one.reference for one in matched}
    return tuple(passage.reference for passage in passages if passage.reference not in spoken_of)


def _warnings(
    work: Work | None,
    matched: Sequence[MatchedPassage],
    ordered: Sequence[OrderedPassage],
    translations: Sequence[tuple[TranslationRecord, Translation | None]],
) -> Iterator[str]:
    if said := describe_places(ordered):
        yield said
    if meant := [one for one in matched if one.is_written_otherwise]:
        shown = f"{meant[0].record.reference} is {meant[0].reference}"
        yield f"{len(meant):,} references are written otherwise in the work: {shown}."
    for record, translation in translations:
        if record.language and not is_known_language(record.language):
            yield f"{record.language}, the language of {record.siglum}, is not known here. Is the tag meant so?"
        if translation and record.language and not are_one_tag(translation.language, record.language):
            yield (
                f"{record.siglum} is {record.language} in the file and {translation.language or 'unsaid'} "
                "in the work, where nothing was changed."
            )
    histories = sum(len(v.revisions) > 1 for one in matched if one.passage for v in one.record.variants)
    if work and histories:
        yield f"{histories:,} variants have earlier revisions in the file; only new variants take them over."


def _refusal(changes: Sequence[Change]) -> Conflict:
    shown = {f"{one.reference}/{one.record.siglum}": "The work has another text here." for one in changes[:50]}
    message = gettext(
        "%(changes)s variants have another text in the work. Expected the choice to keep "
        "what stands there or to revise it."
    ) % {"changes": f"{len(changes):,}"}
    return Conflict(message, code="texts_differ", fields=shown)
