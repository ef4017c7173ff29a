"""The index in PostgreSQL: a `tsvector` beside each text, with GIN, written lexeme by lexeme and never by its parser.

A lexeme is a term; with "=" before it, a whole word that is written with signs; with "#" before it, a label of the
text. PostgreSQL keeps at most 256 places of a lexeme, none beyond the 16,383rd, and a megabyte for a text: what has
more is labelled `#long` and has no places, or `#full` and no words; both are candidates for more than they hold.
"""

from collections.abc import Iterable

from django.db import connection

from workbench.corpus.concordance.encoding import encode, encoded_terms, encoded_wholes
from workbench.corpus.concordance.scope import Scope, Text
from workbench.text.concordance import Query, Term

__all__ = ["candidates", "clear", "put"]

_PUT = (
    "INSERT INTO corpus_indexedtext (variant_id, workspace_id, version, words) VALUES (%s, %s, %s, %s::tsvector) "
    "ON CONFLICT (variant_id) DO UPDATE SET version = excluded.version, words = excluded.words "
    "WHERE corpus_indexedtext.version < excluded.version"
)
_SELECT = (
    "SELECT variant_id, version FROM corpus_indexedtext WHERE words @@ %s::tsquery AND variant_id > %s "
    "ORDER BY variant_id LIMIT %s"
)
_MOST_PLACES = 250
_LAST_PLACE = 16_000
_MOST_BYTES = 900_000


def put(texts: Iterable[Text]) -> None:
    """Index texts, unless a later version of one is indexed already."""
    rows = [(one.variant, one.workspace, one.version, _vector(one.text, one.labels)) for one in texts]
    with connection.cursor() as cursor:
        cursor.executemany(_PUT, rows)


def clear() -> None:
    """Do nothing: what the index has of a text goes with its row."""


def candidates(query: Query, scope: Scope, after: int, most: int, *, is_exact: bool) -> list[tuple[int, int]]:
    """List at most `most` (variant, version) that may have what is asked for, by pk in rising order, after `after`.

    `is_exact`: the index folds as the query does, so that a text with an excluded word is out.
    """
    with connection.cursor() as cursor:
        cursor.execute(_SELECT, [_expression(query, scope, is_exact=is_exact), after, most])
        return [(pk, version) for pk, version in cursor.fetchall()]


def _vector(text: str, labels: str) -> str:
    places: dict[str, list[str]] = {}
    words = encoded_terms(text).split()
    for place, word in enumerate(words, 1):
        places.setdefault(word, []).append(str(place))
    kinds = [*labels.split()]
    if len(words) > _LAST_PLACE or any(len(found) > _MOST_PLACES for found in places.values()):
        kinds.append("long")
        lexemes = [f"'{word}'" for word in places]
    else:
        lexemes = [f"'{word}':{','.join(found)}" for word, found in places.items()]
    lexemes += [f"'={word}'" for word in dict.fromkeys(encoded_wholes(text).split())]
    if sum(map(len, map(str.encode, lexemes))) > _MOST_BYTES:
        kinds, lexemes = [*labels.split(), "full"], []
    return " ".join([*lexemes, *map(_quote_label, kinds)])


def _quote_label(label: str) -> str:
    return f"'#{label}'"


def _expression(query: Query, scope: Scope, *, is_exact: bool) -> str:
    wanted = [_any(term) for term in query.wanted]
    wanted = [f"('#full' | {' & '.join(wanted)})"]
    wanted += [f"({' | '.join(map(_quote_label, labels))})" for labels in scope.labels]
    unwanted = [_any(term) for term in query.excluded if is_exact and term.near is None and _is_single(term)]
    return " & ".join([*wanted, *(f"!{one}" for one in unwanted)])


def _is_single(term: Term) -> bool:
    """Tell whether places take no part: only then is what the index finds for certain in the text."""
    return all(len(one.terms) == 1 for one in term.writings)


def _any(term: Term) -> str:
    return f"({' | '.join(_write(one.terms, term) for one in term.writings)})"


def _write(terms: tuple[str, ...], term: Term) -> str:
    star = ":*" * term.is_prefix
    words = [f"'{encode(one)}'" for one in terms]
    words[-1] += star
    everything = " & ".join(words)
    if term.near is not None:
        return f"({everything})"
    if len(words) == 1:
        return f"({words[0]} | '={encode(terms[0])}'{star})"
    return f"(({' <-> '.join(words)}) | ('#long' & {everything}))"
