"""The search page: words in all texts and comments that the person may see."""

from collections.abc import Iterator

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from workbench.accounts.errors import Invalid
from workbench.accounts.models import User
from workbench.corpus import limits
from workbench.corpus.searching import Search, find_hits
from workbench.review.searching import find_comments
from workbench.web.search.asking import Asked, read_asked
from workbench.web.search.finding import SIZE, find_texts
from workbench.web.search.lines import KeyWord, comment_lines, key_words
from workbench.web.search.tables import as_table
from workbench.web.site.pages import PersonRequest, page

__all__ = ["show"]

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
    if asked.forms == "lemmas":
        context["other_forms"] = [form for term in search.query.wanted for form in term.other_writings]
    if asked.is_file:
        return as_table(_all_lines(request.user, search))
    context |= (
        _comments(request.user, search, asked) if asked.kind == "comments" else find_texts(request.user, search, asked)
    )
    return render(request, "web/search/search.html", context)


def _comments(user: User, search: Search, asked: Asked) -> dict[str, object]:
    hits, read_to = find_comments(user=user, search=search, size=SIZE, after=asked.after)
    further = {"further": asked.address(after=str(read_to))} if read_to is not None else {}
    return {"comments": comment_lines(hits), "has_searched": True, "is_first": asked.after == 0, **further}


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
