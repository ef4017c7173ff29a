"""Proposing where the words of a running text stand in a work. Nothing here writes."""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

from django.utils.translation import gettext

from workbench.accounts.checks import checked_language, checked_text
from workbench.accounts.models import Role, User
from workbench.accounts.permissions import require_role
from workbench.corpus import limits
from workbench.corpus.models import Passage, Translation, Variant, Work
from workbench.review.errors import Invalid
from workbench.text.meaning import load
from workbench.text.placing import Placing, distribute_beside, propose
from workbench.text.words.languages import language_of

__all__ = ["Ground", "choose_voices", "propose_placing", "read_ground"]

TOGETHER = 500_000
"""So many code points, of the text as often as there are translations beside it, are placed in some ten seconds."""
FOREIGN = 3
"""A translation in another language takes so many times as long."""
VOICES = 5


@dataclass(frozen=True, slots=True)
class Ground:
    """What a text is placed on: the passages of a work, and what its translations say, the one beside it first.

    `columns` has one sequence of texts for each of `translations`, "" where it has no words.
    """

    passages: Sequence[Passage]
    translations: Sequence[Translation]
    columns: Sequence[Sequence[str]]

    @property
    def beside(self) -> Translation:
        """The translation to read beside the text."""
        return self.translations[0]


def read_ground(work: Work, *, beside: str, without: str = "") -> Ground:
    """Read the passages of a work with its translations, `beside` or the first first; not the one called `without`.

    Raises `Invalid` for the siglum of no translation, for a work of too many passages, and for one without texts.
    """
    passages = list(work.passages.order_by("position")[: limits.PLACED_PASSAGES + 1])
    if len(passages) > limits.PLACED_PASSAGES:
        message = gettext("At most %(placed_passages)s passages can be placed by meaning; the work has more.") % {
            "placed_passages": f"{limits.PLACED_PASSAGES:,}"
        }
        raise Invalid.field("work", message, code="too_many")
    translations = [one for one in work.translations.order_by("position") if one.siglum != without]
    if beside and beside not in {one.siglum for one in translations}:
        raise Invalid.field(
            "beside", gettext("The siglum of another translation of the work is expected."), code="unknown"
        )
    texts = _texts(work)
    filled = [one for one in translations if any(texts.get((one.pk, passage.pk), "").strip() for passage in passages)]
    ordered = sorted(filled, key=lambda one: one.siglum != beside)
    if not ordered or (beside and ordered[0].siglum != beside):
        raise Invalid.field(
            "beside", gettext("A translation with texts to place it beside is expected."), code="no_texts"
        )
    columns = [[texts.get((one.pk, passage.pk), "") for passage in passages] for one in ordered]
    return Ground(passages, ordered, columns)


def propose_placing(
    *, actor: User, work: Work, text: str, beside: str = "", without: str = "", language: str = ""
) -> tuple[Placing, Ground]:
    """Propose which words of `text` belong to which passage of the work, read beside its translations.

    These are `beside`, or the first, then those in the text's `language`, then others, as many as time allows.

    Raises `NotAllowed` below the role of editor, `Invalid` for a text that is empty or over limits.PLACED_TEXT.
    """
    require_role(actor, work.workspace_id, Role.EDITOR)
    text = checked_text("text", text, maximum=limits.PLACED_TEXT, required=True)
    language = checked_language("language", language)
    ground = read_ground(work, beside=beside, without=without)
    voices = choose_voices(ground, language, len(text))
    return propose(text, distribute_beside(voices, text, encoder=load())), ground


def choose_voices(ground: Ground, language: str, length: int) -> list[Sequence[str]]:
    """Return the columns of the ground that a text of so many code points is read beside, the one beside it first."""
    tongue = language_of(language)
    foreign = [bool(tongue) and language_of(one.language) not in {"", tongue} for one in ground.translations]
    first, *others = zip(foreign, ground.columns, strict=True)
    chosen, left = [first[1]], TOGETHER - length * (FOREIGN if first[0] else 1)
    for is_foreign, column in sorted(others, key=itemgetter(0))[: VOICES - 1]:
        left -= length * (FOREIGN if is_foreign else 1)
        if left >= 0:
            chosen.append(column)
    return chosen


def _texts(work: Work) -> dict[tuple[int, int], str]:
    rows = Variant.objects.filter(work=work).values_list("translation_id", "passage_id", "text")
    return {(translation, passage): text for translation, passage, text in rows.iterator(chunk_size=5_000)}
