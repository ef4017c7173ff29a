"""The search page: words in all texts and comments that the person may see."""

from collections.abc import Iterator

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from workbench.accounts.errors import Invalid
from workbench.accounts.models import User
from workbench.corpus import limits
from workbench.corpus.searching import Found, Search, count_texts, find_hits
from workbench.review.searching import find_comments
from workbench.web.search.asking import Asked, read_asked
from workbench.web.search.lines import KeyWord, comment_lines, key_words, passage_lines
from workbench.web.search.tables import as_table
from workbench.web.site.pages import PersonRequest, page

__all__ = ["show"]

_SIZE = 25
_ROUNDS = 10
_IN_A_FILE = 5_000  # texts


@require_safe
@page
def show(request: PersonRequest) -> HttpResponse:
    """Show one page of what was found; `after` is the id of the last text that was read."""
    asked = read_asked(request.GET)
    context: dict[str, object] = {"words": asked.words, "longest": limits.SEARCH, "asked": asked}
    if not asked.words.strip():
        return render(request, "web/search/search.html", context)
    try:
        search = asked.search(request.user)
    except Invalid as error:
        context["problem"] = next(iter(error.fields.values()), error.detail)
        return render(request, "web/search/search.html", context, status=422)
    if asked.is_file:
        return as_table(_all_lines(request.user, search))
    further = _comments(request.user, search, asked, context) if asked.kind == "comments" else None
    if asked.kind == "texts":
        further = _texts(request.user, search, asked, context)
    context |= {"has_searched": True, "is_first": asked.after == 0}
    if further is not None:
        context["further"] = asked.address(after=str(further))
    return render(request, "web/search/search.html", context)


def _texts(user: User, search: Search, asked: Asked, context: dict[str, object]) -> int | None:
    found = _find(user, search, asked.after)
    if asked.view == "passages":
        context["lines"] = passage_lines(user, found.hits)
    else:
        context["key_words"] = key_words(user, found.hits)
    if found.hits and asked.after == 0:
        context["counts"] = count_texts(user=user, search=search)
    context |= {
        "as_lines": asked.address(view="lines"),
        "as_passages": asked.address(view="passages"),
        "as_file": asked.address(format="csv"),
    }
    return found.read_to


def _comments(user: User, search: Search, asked: Asked, context: dict[str, object]) -> int | None:
    hits, read_to = find_comments(user=user, search=search, size=_SIZE, after=asked.after)
    context["comments"] = comment_lines(hits)
    return read_to


def _find(user: User, search: Search, after: int) -> Found:
    """Search on while nothing is found, some rounds: nobody should have to press a button for every 5,000 texts."""
    found = find_hits(user=user, search=search, size=_SIZE, after=after)
    for _ in range(_ROUNDS - 1):
        if found.hits or found.read_to is None:
            break
        found = find_hits(user=user, search=search, size=_SIZE, after=found.read_to)
    return found


def _all_lines(user: User, search: Search) -> Iterator[KeyWord]:
    """Yield every place in the first `_IN_A_FILE` texts that have the words."""
    after, count = 0, 0
    while count < _IN_A_FILE:
        found = find_hits(user=user, search=search, size=200, after=after)
        yield from key_words(user, found.hits)
        count += len(found.hits)
        if found.read_to is None:
            return
        after = found.read_to
