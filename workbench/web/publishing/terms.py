"""A published glossary, as its page shows it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workbench.interchange.terminology import TermRecord
from workbench.text.words.languages import direction_of, name_of_language
from workbench.web.typesetting.terms import STATUS_WORDS

__all__ = ["Said", "list_terms"]


@dataclass(frozen=True, slots=True)
class Said:
    """Words of a glossary with their language and a note; `renderings` of a term, the `status` of a rendering."""

    words: str
    language: str
    note: str
    status: str = ""
    renderings: tuple["Said", ...] = ()

    @property
    def direction(self) -> str:
        """Which way its language runs."""
        return direction_of(self.language) if self.language else "auto"

    @property
    def language_name(self) -> str:
        """What its language is called; "" for any."""
        return name_of_language(self.language) if self.language else ""


def list_terms(terms: Iterable[TermRecord]) -> Iterator[Said]:
    """Yield the terms with their renderings; a star, which stands for any ending, is written as a dash."""
    for term in terms:
        said = [
            Said(_plain(one.words), one.language, one.note, str(STATUS_WORDS[one.status])) for one in term.renderings
        ]
        yield Said(_plain(term.words), term.language, term.note, renderings=tuple(said))


def _plain(words: str) -> str:
    return f"{words[:-1]}-" if words.endswith("*") else words
