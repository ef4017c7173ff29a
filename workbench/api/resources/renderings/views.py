"""What each translation has for a word: /works/{slug}/renderings/, and words of its own: /works/{slug}/words/."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse
from rest_framework.response import Response

from workbench.accounts.errors import Invalid
from workbench.api.protocol.base import ApiView
from workbench.api.protocol.negotiation import IgnoreAccept
from workbench.api.protocol.operations import operation
from workbench.api.protocol.problems import bad_parameter
from workbench.api.resources.renderings.presenters import (
    RenderingTableShown,
    WordsShown,
    show_renderings,
    show_words,
)
from workbench.api.resources.renderings.schemas import RenderingQuery, WordQuery
from workbench.api.resources.texts.lookups import find_stretch_of, find_translation_of
from workbench.api.resources.works.lookups import find_work
from workbench.attachments import CSV, attachment
from workbench.corpus.models import Translation, Work
from workbench.corpus.queries import translations_of
from workbench.corpus.rendering import find_renderings
from workbench.corpus.rendering_tables import write_renderings, write_vocabulary
from workbench.corpus.vocabularies import kin_of, read_vocabularies
from workbench.text.concordance import find_avoided, find_distinctive, find_only_in

__all__ = ["RenderingsOfWork", "WordsOfWork"]

_MOST = 100


class RenderingsOfWork(ApiView):
    """What each translation has for a word of one."""

    content_negotiation_class = IgnoreAccept

    @operation(
        name="works_renderings",
        summary="Count what each translation has for a word",
        query=RenderingQuery,
        response=RenderingTableShown,
        media=("application/json", "text/csv"),
        refusals=(422,),
    )
    def get(self, slug: str) -> HttpResponse:
        """Grouped by the words, case and accents apart, each with its places.

        Where a word stands in very many passages, those counted are spread evenly over the work; `passages` narrows it.
        """
        work = find_work(self.user, slug, self.asked.get("workspace"))
        chosen = _chosen(work, self.asked)
        others = [one for one in translations_of(work) if one.pk != chosen.pk]
        stretch = find_stretch_of(work, self.asked)
        try:
            by_lemma = self.asked["forms"] == "lemmas"
            table = find_renderings(work, self.asked["word"], chosen, others, stretch, by_lemma=by_lemma)
        except Invalid as error:
            message = next(iter(error.fields.values()), error.detail)
            raise bad_parameter("word", message, code=error.code) from error
        if self.asked["format"] == "csv":
            return attachment(write_renderings(chosen, table), f"{work.slug}-renderings.csv", CSV)
        return Response(show_renderings(chosen, self.asked["word"], table))


class WordsOfWork(ApiView):
    """The words of a translation."""

    content_negotiation_class = IgnoreAccept

    @operation(
        name="works_words",
        summary="List the words of a translation's own",
        query=WordQuery,
        response=WordsShown,
        media=("application/json", "text/csv"),
        refusals=(422,),
    )
    def get(self, slug: str) -> HttpResponse:
        """Those that it has oftener than the others in its language, by their log-likelihood ratio (Dunning 1993),
        or the others oftener than it (`which`); words, or phrases (`unit`).

        With `without`, those that one other translation has nowhere, the most frequent first. Of a long work the words
        are counted by a task: `counted_at` says when, and there are none before.
        """
        work = find_work(self.user, slug, self.asked.get("workspace"))
        chosen = _chosen(work, self.asked)
        named = self.asked.get("without")
        without = find_translation_of(work, "without", named) if named else None
        kin = kin_of(chosen, list(translations_of(work)))
        counted = read_vocabularies(
            work, list({one.pk: one for one in (chosen, *kin, *filter(None, [without]))}.values()), self.asked["unit"]
        )
        find = find_avoided if self.asked["which"] == "avoided" else find_distinctive
        own, most = counted.words.get(chosen.pk), self.asked.get("most", _MOST)
        others = [counted.words[one.pk] for one in kin if one.pk in counted.words]
        words = find(own, others, most) if own and others else []
        if without:
            words = find_only_in(own, counted.words[without.pk], most) if own and without.pk in counted.words else []
        if self.asked["format"] == "csv":
            return attachment(write_vocabulary(chosen.siglum, words), f"{work.slug}-words.csv", CSV)
        return Response(show_words(chosen, without, counted, words))


def _chosen(work: Work, asked: Mapping[str, Any]) -> Translation:
    if written := asked.get("translation"):
        return find_translation_of(work, "translation", written)
    first = translations_of(work).first()
    if first is None:
        raise bad_parameter("translation", "The work has no translation.")
    return first
