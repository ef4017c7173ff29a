"""Renderings and words, as they are sent."""

from typing import TypedDict

from workbench.api.resources.people.presenters import Moment, optional_moment
from workbench.corpus.models import Translation
from workbench.corpus.rendering import RenderedAs, RenderingTable
from workbench.corpus.vocabularies import Counted
from workbench.text.concordance import Distinctive
from workbench.text.words.signature import SIGNATURE

__all__ = ["RenderingTableShown", "WordsShown", "show_renderings", "show_words"]


class RenderedPlaceShown(TypedDict):
    """A place of the words, and what stands for them."""

    passage: int
    reference: str
    words: str
    rendering: str


class RenderedAsShown(TypedDict):
    """One rendering ("" for none) as it is written most often, and where."""

    rendering: str
    count: int
    places: list[RenderedPlaceShown]


class TranslationRenderingsShown(TypedDict):
    """What one translation has, the most frequent first. `consistency`: Simpson's index, null for a single place."""

    translation: str
    total: int
    consistency: float | None
    renderings: list[RenderedAsShown]


class RenderingTableShown(TypedDict):
    """`texts` have the words; `looked_at` of them were counted, spread evenly over the work where they are many.

    `signature`: how words were cut.
    """

    translation: str
    word: str
    texts: int
    looked_at: int
    translations: list[TranslationRenderingsShown]
    signature: str


class WordShown(TypedDict):
    """A word, how often it stands here and elsewhere, and its log-likelihood ratio G²."""

    word: str
    count: int
    elsewhere: int
    log_likelihood: float


class WordsShown(TypedDict):
    """Words of a translation. `total`: all of them; `counted_at`: when, null for now; `signature`: how they are cut."""

    translation: str
    without: str | None
    total: int
    counted_at: Moment | None
    words: list[WordShown]
    signature: str


def show_renderings(translation: Translation, word: str, table: RenderingTable) -> RenderingTableShown:
    """Show a table."""
    return {
        "translation": translation.siglum,
        "word": word,
        "texts": table.texts,
        "looked_at": table.looked_at,
        "translations": [
            {
                "translation": one.translation.siglum,
                "total": one.total,
                "consistency": one.consistency,
                "renderings": [_show_rendering(each) for each in one.renderings],
            }
            for one in table.columns
        ],
        "signature": SIGNATURE,
    }


def _show_rendering(one: RenderedAs) -> RenderedAsShown:
    places: list[RenderedPlaceShown] = [
        {
            "passage": place.passage.pk,
            "reference": place.passage.reference,
            "words": place.words,
            "rendering": place.rendering,
        }
        for place in one.places
    ]
    return {"rendering": one.words, "count": one.count, "places": places}


def show_words(
    translation: Translation, without: Translation | None, counted: Counted, words: list[Distinctive]
) -> WordsShown:
    """Show words."""
    own = counted.words.get(translation.pk)
    shown: list[WordShown] = [
        {"word": one.written, "count": one.count, "elsewhere": one.other, "log_likelihood": round(one.score, 3)}
        for one in words
    ]
    return {
        "translation": translation.siglum,
        "without": without.siglum if without else None,
        "total": own.total if own else 0,
        "counted_at": optional_moment(counted.at),
        "words": shown,
        "signature": SIGNATURE,
    }
