"""The page on which words are replaced across a work: shown first, then done as edits or suggestions, taken back."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods, require_POST

from workbench.accounts.errors import Invalid
from workbench.accounts.models import Role
from workbench.accounts.permissions import require_role
from workbench.corpus.models import Translation, Work
from workbench.corpus.queries import translations_of
from workbench.journal.kinds import Kind
from workbench.journal.models import Event
from workbench.review.actions import replace_words, undo_replacing
from workbench.review.replacing import Foreseen, ReplaceWishes, Replacing, foresee_replacing
from workbench.text.words.digits import read_digits
from workbench.text.words.languages import direction_of
from workbench.web.site.lookups import find_work
from workbench.web.site.pages import PersonRequest, page, rights_in
from workbench.web.site.parameters import choose_one, refuse_unknown
from workbench.web.typesetting.marking import Aside, Mark, mark_text

__all__ = ["show", "undo"]

_SIZE = 50
_KNOWN = frozenset({"find", "put", "translation", "case", "after"})
_RECENT = 8


@require_http_methods(["GET", "HEAD", "POST"])
@page
def show(request: PersonRequest, workspace: str, slug: str) -> HttpResponse:
    """Show which texts have the words and how they would read; replace them in those that stay chosen."""
    work = find_work(request.user, workspace, slug)
    require_role(request.user, work.workspace_id, Role.REVIEWER)
    translations = list(translations_of(work))
    query = request.POST if request.method == "POST" else request.GET
    wishes = _read(query, translations)
    context: dict[str, object] = {"work": work, "translations": translations, "wishes": wishes, "status": 200}
    try:
        if request.method == "POST":
            return _replace(request, work, wishes)
        refuse_unknown(request.GET, _KNOWN)
        if wishes.find.strip():
            after = read_digits(query.get("after", "")) or 0
            found = foresee_replacing(user=request.user, work=work, wishes=wishes, size=_SIZE, after=after)
            context |= _found(found, wishes)
    except Invalid as error:
        context |= {"problem": next(iter(error.fields.values()), error.detail), "status": 422}
    context |= {"recent": _recent(work), **rights_in(request.user, work.workspace_id)}
    return render(request, "web/wording/replacing.html", context, status=int(str(context["status"])))


@require_POST
@page
def undo(request: PersonRequest, workspace: str, slug: str, pk: int) -> HttpResponse:
    """Take back what was replaced."""
    work = find_work(request.user, workspace, slug)
    replacement = _events(work, Kind.WORDS_REPLACED).filter(pk=pk).first()
    if replacement is None:
        raise Http404
    done = undo_replacing(actor=request.user, work=work, replacement=replacement)
    said = [gettext("Taken back in %(done)s.") % {"done": done.done}]
    if done.left:
        said.append(gettext("%(left)s were left, since they were changed meanwhile.") % {"left": done.left})
    messages.success(request, " ".join(said))
    return redirect(_address(work))


def _said(places: int, texts: int, *, as_suggestions: bool) -> str:
    if as_suggestions:
        said = ngettext(
            "Suggested at %(places)s place in %(texts)s texts.",
            "Suggested at %(places)s places in %(texts)s texts.",
            places,
        )
    else:
        said = ngettext(
            "Replaced at %(places)s place in %(texts)s texts.",
            "Replaced at %(places)s places in %(texts)s texts.",
            places,
        )
    return said % {"places": places, "texts": texts}


def _replace(request: PersonRequest, work: Work, wishes: ReplaceWishes) -> HttpResponse:
    seen = _seen(request.POST.getlist("text"))
    as_suggestions = choose_one("as", request.POST.get("as", "edits"), ["edits", "suggestions"]) == "suggestions"
    done = replace_words(actor=request.user, work=work, wishes=wishes, seen=seen, as_suggestions=as_suggestions)
    messages.success(request, _said(done.places, done.texts, as_suggestions=as_suggestions))
    return redirect(f"{_address(work)}?{_query(wishes)}")


def _seen(values: Sequence[str]) -> dict[int, int]:
    """Read the texts that stayed chosen, each as its id and the version that was shown."""
    pairs = [value.partition(":") for value in values]
    read = [(read_digits(pk, longest=18), read_digits(version, longest=9)) for pk, _, version in pairs]
    return {pk: version for pk, version in read if pk is not None and version is not None}


def _found(found: Foreseen, wishes: ReplaceWishes) -> dict[str, object]:
    further = f"{_query(wishes)}&after={found.read_to}" if found.read_to is not None else ""
    return {"rows": [(one, _mark(one, wishes)) for one in found.rows], "has_searched": True, "further": further}


def _mark(one: Replacing, wishes: ReplaceWishes) -> dict[str, object]:
    """Set a text with its words struck out and the others beside them."""
    marks = [Mark(span.start, span.end, "del", (("class", "replaced"),)) for span in one.spans]
    asides = [Aside(span.end, "ins", f" {wishes.put}") for span in one.spans] if wishes.put else []
    language = one.variant.translation.language
    html = mark_text(one.variant.text, marks, asides)
    return {"html": html, "language": language, "direction": direction_of(language)}


def _recent(work: Work) -> list[tuple[Event, Event | None]]:
    """Return what was replaced lately, each with what took it back, if it was."""
    found = list(_events(work, Kind.WORDS_REPLACED).select_related("actor").order_by("-cursor")[:_RECENT])
    backs = _events(work, Kind.WORDS_PUT_BACK).filter(subject__in=[one.pk for one in found])
    by_subject: Mapping[int, Event] = {one.subject: one for one in backs}
    return [(one, by_subject.get(one.pk)) for one in found]


def _events(work: Work, kind: Kind) -> QuerySet[Event]:
    return Event.objects.filter(workspace=work.workspace_id, work=work.pk, kind=kind)


def _read(query: QueryDict, translations: Sequence[Translation]) -> ReplaceWishes:
    siglum = choose_one("translation", query.get("translation", ""), ["", *[one.siglum for one in translations]])
    chosen = next((one for one in translations if one.siglum == siglum), None)
    match_case = choose_one("case", query.get("case", "match"), ["match", "any"]) == "match"
    return ReplaceWishes(query.get("find", ""), query.get("put", ""), chosen, match_case)


def _query(wishes: ReplaceWishes) -> str:
    said = {"find": wishes.find, "put": wishes.put, "case": "" if wishes.match_case else "any"}
    said["translation"] = wishes.translation.siglum if wishes.translation else ""
    return urlencode({name: value for name, value in said.items() if value})


def _address(work: Work) -> str:
    return reverse("web:replace", args=[work.workspace.slug, work.slug])
