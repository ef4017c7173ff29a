"""What somebody looks for, read from one line.

    words               all of them, anywhere in the text, in any order
    "several words"     one after the other
    word* "king of s*"  the last word only by its beginning
    -word -"words"      not in the text
    "two words"~5       in any order, at most five words between the first and the last

As in common search engines; the number behind the tilde is Lucene's proximity, counted in words between.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import regex

from workbench.text.concordance.terms import read_terms
from workbench.text.words.keys import Rule

__all__ = ["BadQuery", "Query", "Term", "Writing", "parse_query", "with_rules"]

MOST_TERMS = 20
MOST_NEAR = 100

_QUOTES = '"“”„«»＂'
_ONE_QUOTE = str.maketrans(dict.fromkeys(_QUOTES, '"'))
_TERM = regex.compile(
    r"""(?<not>(?<!\S)[-−])?(?:"(?<phrase>[^"]*)"(?:~(?<near>\d{1,3})(?!\S))?|(?<word>[^\s"]+))""", regex.V1
)


class BadQuery(ValueError):
    """What is wrong with a query, and what was expected."""


@dataclass(frozen=True, slots=True)
class Writing:
    """One way in which a term may stand: as written, and by its terms."""

    written: str
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """Words looked for together, in one of several writings.

    `near`: how many words may stand between the first and the last, in any order; None: they follow each other.
    """

    writings: tuple[Writing, ...]
    is_prefix: bool = False
    is_excluded: bool = False
    near: int | None = None

    @property
    def other_writings(self) -> tuple[str, ...]:
        """What counts as the term beside what was typed."""
        first = self.writings[0].written
        return tuple(dict.fromkeys(one.written for one in self.writings if one.written != first))


@dataclass(frozen=True, slots=True)
class Query:
    """Terms that a text must have (one at least), and those that it may not."""

    terms: tuple[Term, ...]

    @property
    def wanted(self) -> tuple[Term, ...]:
        """The terms that must stand in the text."""
        return tuple(term for term in self.terms if not term.is_excluded)

    @property
    def excluded(self) -> tuple[Term, ...]:
        """The terms that may not."""
        return tuple(term for term in self.terms if term.is_excluded)


def parse_query(line: str) -> Query:
    """Read a query. Raises `BadQuery`, which says what was expected, for a line that asks for nothing."""
    plain = line.translate(_ONE_QUOTE)
    if plain.count('"') % 2:
        raise BadQuery("A quotation mark stands alone: two are expected around the words of a phrase.")
    terms = tuple(filter(None, map(_read_term, _TERM.finditer(plain))))
    if len(terms) > MOST_TERMS:
        raise BadQuery(f"At most {MOST_TERMS} words and phrases are expected.")
    if all(term.is_excluded for term in terms):
        raise BadQuery("At least one word to look for is expected; a sign alone is none.")
    return Query(terms)


def with_rules(query: Query, rules: Iterable[Rule]) -> Query:
    """Let a term stand also as its equals: the other sides of the rules that it is a side of, however far."""
    sides = [[Writing(side, _keys(side)) for side in (rule.left, rule.right)] for rule in rules]
    return Query(tuple(replace(term, writings=tuple(_widen(term.writings, sides))) for term in query.terms))


def _widen(writings: Iterable[Writing], sides: Iterable[list[Writing]]) -> Iterator[Writing]:
    found = {one.terms: one for one in writings}
    waiting = list(found)
    while waiting:
        keys = waiting.pop()
        for pair in sides:
            if any(side.terms == keys for side in pair):
                new = {side.terms: side for side in pair if side.terms and side.terms not in found}
                found.update(new)
                waiting += new
    yield from found.values()


def _read_term(match: "regex.Match[str]") -> Term | None:
    written = match["phrase"] if match["phrase"] is not None else match["word"]
    is_prefix = written.rstrip().endswith("*")
    written = written.strip().rstrip("*")
    if "*" in written:
        raise BadQuery("A star is expected at the end of a word: “king*”.")
    near = match["near"]
    if near is not None and int(near) > MOST_NEAR:
        raise BadQuery(f"At most {MOST_NEAR} words in between are expected.")
    writings = tuple(_writings(written))
    if not writings:
        return None
    return Term(writings, is_prefix, match["not"] is not None, None if near is None else int(near))


def _writings(written: str) -> Iterator[Writing]:
    """Give a term by its parts, and where it is one word with signs inside, by the whole ("to-day", "today")."""
    terms = read_terms(written)
    if terms.keys:
        yield Writing(written, tuple(terms.keys))
        if terms.wholes[0] and terms.lengths[0] == len(terms.keys):
            yield Writing(written, (terms.wholes[0],))


def _keys(written: str) -> tuple[str, ...]:
    return tuple(read_terms(written).keys)
