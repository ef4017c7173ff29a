"""The index in SQLite: FTS5 without contents, which keeps the postings and no text.

A row's id is its variant's pk and its version (20 bits), so that rows come in the order of the variants. What was
written once is not taken out: that would need the words that stood there. A text of another version than the present
one is a candidate that `matching` refuses; the command `index --all` writes all anew.
"""

from collections.abc import Iterable

from django.db import connection

from workbench.corpus.concordance.encoding import encode, encoded_terms, encoded_wholes
from workbench.corpus.concordance.scope import Scope, Text
from workbench.text.concordance import Query, Term

__all__ = ["candidates", "clear", "put"]

_PUT = (
    "INSERT INTO corpus_indexedtext (variant_id, workspace_id, version) VALUES (%s, %s, %s) "
    "ON CONFLICT (variant_id) DO UPDATE SET version = excluded.version"
)
_INSERT = "INSERT INTO corpus_concordance (rowid, words, wholes, labels) VALUES (%s, %s, %s, %s)"
_SELECT = (
    "SELECT rowid >> 20, rowid & 1048575 FROM corpus_concordance WHERE corpus_concordance MATCH %s AND rowid > %s "
    "ORDER BY rowid LIMIT %s"
)
_VERSIONS = 1 << 20


def put(texts: Iterable[Text]) -> None:
    """Index texts."""
    rows = list(texts)
    with connection.cursor() as cursor:
        cursor.executemany(_PUT, [(one.variant, one.workspace, one.version) for one in rows])
        cursor.executemany(
            _INSERT,
            [
                (
                    (one.variant << 20) + one.version % _VERSIONS,
                    encoded_terms(one.text),
                    encoded_wholes(one.text),
                    one.labels,
                )
                for one in rows
            ],
        )


def clear() -> None:
    """Forget everything."""
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO corpus_concordance (corpus_concordance) VALUES ('delete-all')")


def candidates(query: Query, scope: Scope, after: int, most: int, *, is_exact: bool) -> list[tuple[int, int]]:
    """List at most `most` (variant, version) that may have what is asked for, by pk in rising order, after `after`.

    `is_exact`: the index folds as the query does, so that a text with an excluded word is out.
    """
    with connection.cursor() as cursor:
        begin = ((after + 1) << 20) - 1
        cursor.execute(_SELECT, [_expression(query, scope, is_exact=is_exact), begin, most])
        return [(pk, version) for pk, version in cursor.fetchall()]


def _expression(query: Query, scope: Scope, *, is_exact: bool) -> str:
    wanted = [_any(term) for term in query.wanted]
    wanted += [f"labels : ({' OR '.join(labels)})" for labels in scope.labels]
    unwanted = [_any(term) for term in query.excluded if is_exact and term.near is None]
    return " NOT ".join([f"({' AND '.join(wanted)})", *unwanted])


def _any(term: Term) -> str:
    return f"({' OR '.join(_write(one.terms, term) for one in term.writings)})"


def _write(terms: tuple[str, ...], term: Term) -> str:
    words = [f'"{encode(one)}"' for one in terms]
    words[-1] += " *" * term.is_prefix
    if term.near is not None:
        return f"({' AND '.join(f'words : {word}' for word in words)})"
    if len(words) == 1:
        return f"{{words wholes}} : {words[0]}"
    return f"words : {' + '.join(words)}"
