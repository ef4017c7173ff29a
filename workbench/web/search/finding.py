"""A page of what was found in the texts, for whoever looks."""

from workbench.accounts.models import Viewer
from workbench.corpus.searching import Found, Search, count_texts, find_hits
from workbench.web.search.asking import Asked
from workbench.web.search.lines import key_words, passage_lines

__all__ = ["SIZE", "find_texts"]

SIZE = 25
_ROUNDS = 10


def find_texts(user: Viewer, search: Search, asked: Asked) -> dict[str, object]:
    """Return what a template shows of the texts with the words: lines, counts, and the addresses of more."""
    found = _find(user, search, asked.after)
    context: dict[str, object] = {
        "has_searched": True,
        "is_first": asked.after == 0,
        "as_lines": asked.address(view="lines"),
        "as_passages": asked.address(view="passages"),
        "as_file": asked.address(format="csv"),
    }
    if asked.view == "passages":
        context["lines"] = passage_lines(user, found.hits)
    else:
        context["key_words"] = key_words(user, found.hits)
    if found.hits and asked.after == 0:
        context["counts"] = count_texts(user=user, search=search)
    if found.read_to is not None:
        context["further"] = asked.address(after=str(found.read_to))
    return context


def _find(user: Viewer, search: Search, after: int) -> Found:
    """Search on while nothing is found, some rounds: nobody should have to press a button for every 5,000 texts."""
    found = find_hits(user=user, search=search, size=SIZE, after=after)
    for _ in range(_ROUNDS - 1):
        if found.hits or found.read_to is None:
            break
        found = find_hits(user=user, search=search, size=SIZE, after=found.read_to)
    return found
