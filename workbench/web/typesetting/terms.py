"""A glossary's terms marked in a text."""

from workbench.text.checking import Glossary, Standing
from workbench.web.typesetting.marking import Mark

__all__ = ["mark_terms"]


def mark_terms(glossary: Glossary, text: str, language: str) -> list[Mark]:
    """Mark the terms and renderings in a text in a language (a tag); what is not wanted says so."""
    return [_mark(one, language) for one in glossary.find(text, language)]


def _mark(one: Standing, language: str) -> Mark:
    wanted = " ".join(one.entry.in_language(language, "wanted"))
    if one.status == "forbidden":
        said = f"Not wanted for “{one.entry.words}”" + (f"; wanted: {wanted}" if wanted else "")
        attributes = (("class", "term term-unwanted"), ("title", said))
        return Mark(one.span.start, one.span.end, "span", attributes, before="(not wanted: ", after=")")
    title = f"In the glossary: {one.entry.words}"
    return Mark(one.span.start, one.span.end, "span", (("class", "term"), ("title", title)))
