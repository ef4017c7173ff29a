"""A glossary's terms marked in a text, and what the states of renderings are called."""

from django.utils.translation import gettext, gettext_lazy

from workbench.text.checking import Glossary, Standing
from workbench.web.typesetting.marking import Mark

__all__ = ["STATUS_WORDS", "mark_terms"]

STATUS_WORDS = {
    "wanted": gettext_lazy("wanted"),
    "allowed": gettext_lazy("allowed"),
    "forbidden": gettext_lazy("not wanted"),
}


def mark_terms(glossary: Glossary, text: str, language: str) -> list[Mark]:
    """Mark the terms and renderings in a text in a language (a tag); what is not wanted says so."""
    return [_mark(one, language) for one in glossary.find(text, language)]


def _mark(one: Standing, language: str) -> Mark:
    wanted = " ".join(one.entry.in_language(language, "wanted"))
    if one.status == "forbidden":
        said = (
            gettext("Not wanted for “%(term)s”; wanted: %(wanted)s") if wanted else gettext("Not wanted for “%(term)s”")
        )
        said = said % {"term": one.entry.words, "wanted": wanted}
        attributes = (("class", "term term-unwanted"), ("title", said))
        before = f"({gettext('not wanted:')} "
        return Mark(one.span.start, one.span.end, "span", attributes, before=before, after=")")
    title = gettext("In the glossary: %(term)s") % {"term": one.entry.words}
    return Mark(one.span.start, one.span.end, "span", (("class", "term"), ("title", title)))
