"""Which other forms of words translations have, where the extra `lemmas` knows their languages."""

from collections.abc import Iterable, Sequence

from workbench.corpus.models import Translation, Work
from workbench.corpus.vocabularies import read_vocabularies
from workbench.text import Rule
from workbench.text.concordance import read_words
from workbench.text.words.lemmas import knows_forms, lemma_of

__all__ = ["forms_in"]


def forms_in(work: Work, translations: Sequence[Translation], words: str) -> list[Rule]:
    """Return the forms that translations of a work have of each of the words, as rules; two queries.

    In a long work those count that were there when its words were counted last (`vocabularies`).
    """
    known = [one for one in translations if knows_forms(one.language)]
    counted = read_vocabularies(work, known).words if known else {}
    asked = [word for word in read_words(words) if any(map(str.isalpha, word))]
    found = dict.fromkeys(
        (word, form)
        for one in known
        for word, form in _forms(asked, counted[one.pk].written.values() if one.pk in counted else (), one.language)
        if word != form
    )
    return [Rule(*pair) for pair in found]


def _forms(asked: Sequence[str], written: Iterable[str], language: str) -> list[tuple[str, str]]:
    lemmas = {lemma_of(word, language): word for word in asked}
    return [(lemmas[lemma], form) for form in written if (lemma := lemma_of(form, language)) in lemmas]
