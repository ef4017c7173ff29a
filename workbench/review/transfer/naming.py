"""Which translation of a work one of a file becomes, asked where its language alone does not say it."""

from collections.abc import Iterator

from django.utils.translation import gettext

from workbench.corpus.models import Work
from workbench.interchange.document import Document, TranslationRecord
from workbench.interchange.naming import is_named_by_language, parse_names
from workbench.review.errors import Invalid
from workbench.text.words.languages import language_of

__all__ = ["ask_which"]


def ask_which(document: Document, work: Work | None, called: str) -> None:
    """Raise `Invalid` where a file calls a translation by its language and the work has some in it, of which not one
    alone can be meant. `called` is what was said of it. One query.
    """
    if work is None or not document.works:
        return
    known = dict(work.translations.order_by("position").values_list("siglum", "language"))
    said = set(parse_names(called).values())
    unsaid = [
        one
        for one in document.works[0].translations
        if one.siglum not in known and one.siglum not in said and is_named_by_language(one.siglum, one.language)
    ]
    if questions := list(_questions(unsaid, known)):
        raise Invalid.field("called", " ".join(questions), code="which_translation")


def _questions(unsaid: list[TranslationRecord], known: dict[str, str]) -> Iterator[str]:
    languages = [language_of(one.language) for one in unsaid]
    for one, language in zip(unsaid, languages, strict=True):
        there = [siglum for siglum, tag in known.items() if language_of(tag) == language]
        if there and len(there) + languages.count(language) > 2:
            said = gettext(
                "The file has a translation in %(language)s, called %(name)s; the work has %(sigla)s. "
                "Say which it is (%(name)s=%(first)s), or that it is new (%(name)s=%(name)s)."
            )
            sigla = ", ".join(there)
            yield said % {"language": one.language, "name": one.siglum, "sigla": sigla, "first": there[0]}
