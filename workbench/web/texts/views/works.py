"""The work page and what may be done to a work and its translations."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from workbench.accounts.models import Role, Workspace
from workbench.accounts.permissions import require_role
from workbench.accounts.queries import roles_of
from workbench.corpus.actions import add_translation, create_work, edit_translation, edit_work
from workbench.corpus.comparing import read_distances, read_places
from workbench.corpus.models import Translation, Work
from workbench.corpus.queries import translations_with_counts
from workbench.corpus.relations import describe_derivations, describe_groups, read_relations
from workbench.notices.news import news_counts
from workbench.notices.queries import is_followed
from workbench.review.queries import open_counts, open_counts_by_passage
from workbench.web.discussion.cards import cards_on_work
from workbench.web.discussion.standings import read_progress
from workbench.web.reading.overview import draw_overview
from workbench.web.site.forms import PageForm
from workbench.web.site.lookups import find_translation, find_work
from workbench.web.site.pages import PersonRequest, page, posted, rights_in
from workbench.web.texts.derivations import read_derivations
from workbench.web.texts.forms import EditWorkForm, NewWorkForm, TranslationForm
from workbench.web.texts.groups import read_groups
from workbench.web.variation.descent import draw_descent
from workbench.web.variation.heat import draw_heat
from workbench.web.variation.kinship import Kin, read_kin
from workbench.web.variation.state import VariationState
from workbench.web.variation.strokes import draw_strokes

__all__ = ["change_translation", "create", "edit", "new_translation", "show"]

CONTENTS = 200
_WORK_FIELDS = ("title", "author", "language", "description", "series", "numbering", "slug")
_TRANSLATION_FIELDS = (
    *("siglum", "language", "role", "translator", "year"),
    *("title", "source", "numbering", "citation", "rights", "notes"),
)


@require_safe
@page
def show(request: PersonRequest, workspace: str, slug: str) -> HttpResponse:
    """Show what a work is, its translations with their progress, and its passages."""
    work = find_work(request.user, workspace, slug)
    translations = list(translations_with_counts(work))
    passage_count = work.passages.count()
    passages = list(work.passages.order_by("position")[: CONTENTS + 1])
    open_threads = open_counts_by_passage(work)
    progress = read_progress(work)
    relations = read_relations(work)
    context = {
        "work": work,
        **rights_in(request.user, work.workspace_id),
        "translations": translations,
        "witnesses": [(translation, progress.get(translation.pk, ())) for translation in translations],
        "passages": passages[:CONTENTS],
        "has_more": len(passages) > CONTENTS,
        "passage_count": passage_count,
        "has_verdicts": bool(progress),
        "open_threads": open_counts([work.pk]).get(work.pk, 0),
        "overview": draw_overview(passages, open_threads),
        "heat": draw_heat(work, translations, passages) if len(passages) <= CONTENTS else (),
        "is_followed": is_followed(request.user, work),
        "on_work": cards_on_work(request.user, work),
        "news": news_counts(request.user, now=timezone.now()).get(work.pk, 0),
        "waiting": sum(not passage.is_measured for passage in passages),
        "groups": relations.groups,
        "descent": draw_descent(relations.derivations),
        "kin": _read_kin(work, translations, passage_count),
    }
    if len(passages) > CONTENTS:
        context |= _overview_of_long(work, translations)
    return render(request, "web/texts/work.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@page
def create(request: PersonRequest) -> HttpResponse:
    """Make a new work in one of the workspaces where the person may write."""
    workspaces = _writable(request)
    choices = [(workspace.slug, workspace.name) for workspace in workspaces.values()]
    form = NewWorkForm(posted(request), workspaces=choices)
    if form.is_valid():
        details = {name: form.cleaned_data[name] for name in _WORK_FIELDS}
        with form.showing_refusals():
            work = create_work(actor=request.user, workspace=workspaces[form.cleaned_data["workspace"]], **details)
            messages.success(request, gettext("The work is made. Now it wants translations and passages."))
            return _to(work)
    return _form(request, form, gettext("New work"), gettext("Make the work"), has_room=bool(choices))


@require_http_methods(["GET", "HEAD", "POST"])
@page
def edit(request: PersonRequest, workspace: str, slug: str) -> HttpResponse:
    """Change what is said of a work."""
    work = find_work(request.user, workspace, slug)
    require_role(request.user, work.workspace_id, Role.EDITOR)
    initial = {name: getattr(work, name) for name in (*_WORK_FIELDS, "version")}
    related = {"groups": describe_groups(work), "derivations": describe_derivations(work)}
    form = EditWorkForm(posted(request), initial={**initial, **related})
    if form.is_valid():
        changes = {name: form.cleaned_data[name] for name in _WORK_FIELDS if form.cleaned_data[name] or name != "slug"}
        with form.showing_refusals():
            work = edit_work(
                actor=request.user,
                work=work,
                version=form.cleaned_data["version"] or 0,
                changes=changes,
                groups=read_groups(form.cleaned_data["groups"]) if "groups" in form.data else None,
                derivations=read_derivations(form.cleaned_data["derivations"]) if "derivations" in form.data else None,
            )
            return _to(work)
    return _form(request, form, gettext("Edit %(title)s") % initial, gettext("Save"), work=work)


@require_http_methods(["GET", "HEAD", "POST"])
@page
def new_translation(request: PersonRequest, workspace: str, slug: str) -> HttpResponse:
    """Add a translation to a work."""
    work = find_work(request.user, workspace, slug)
    require_role(request.user, work.workspace_id, Role.EDITOR)
    form = TranslationForm(posted(request))
    if form.is_valid():
        details = {name: form.cleaned_data[name] for name in _TRANSLATION_FIELDS}
        with form.showing_refusals():
            add_translation(actor=request.user, work=work, **details)
            return _to(work)
    return _form(request, form, gettext("Add a translation"), gettext("Add it"), work=work)


@require_http_methods(["GET", "HEAD", "POST"])
@page
def change_translation(request: PersonRequest, workspace: str, slug: str, pk: int) -> HttpResponse:
    """Change what is said of a translation."""
    work = find_work(request.user, workspace, slug)
    translation = find_translation(work, pk)
    require_role(request.user, work.workspace_id, Role.EDITOR)
    initial = {name: getattr(translation, name) for name in (*_TRANSLATION_FIELDS, "version")}
    form = TranslationForm(posted(request), initial=initial)
    if form.is_valid():
        changes = {name: form.cleaned_data[name] for name in _TRANSLATION_FIELDS}
        version = form.cleaned_data["version"] or 0
        with form.showing_refusals():
            edit_translation(actor=request.user, translation=translation, version=version, changes=changes)
            return _to(work)
    return _form(request, form, gettext("Edit translation %(siglum)s") % initial, gettext("Save"), work=work)


def _read_kin(work: Work, translations: Sequence[Translation], passages: int) -> list[Kin]:
    """Read how far the translations lie apart; nothing where nothing is known of any two."""
    distances = read_distances(work, translations, passages)
    is_known = any(value for row in distances for value in row)
    return read_kin(translations, distances) if is_known else []


def _overview_of_long(work: Work, translations: Sequence[Translation]) -> dict[str, object]:
    """Draw the bar of a work with more passages than it has room for."""
    state = VariationState(tuple(translations))
    places = read_places(work)
    is_measured = any(place.variation is not None for place in places)
    return {
        "state": state,
        "strokes": draw_strokes(places) if is_measured else [],
        "overview": [],
        "waiting": sum(place.is_waiting for place in places),
    }


def _writable(request: PersonRequest) -> dict[str, Workspace]:
    roles = roles_of(request.user)
    workspaces = Workspace.objects.visible_to(request.user).order_by("name")
    return {one.slug: one for one in workspaces if Role(roles[one.pk]).rank >= Role.EDITOR.rank}


def _form(request: PersonRequest, form: PageForm, title: str, verb: str, **context: object) -> HttpResponse:
    context |= {"form": form, "form_title": title, "verb": verb}
    return render(request, "web/texts/work_form.html", context, status=form.status if form.errors else 200)


def _to(work: Work) -> HttpResponse:
    return redirect("web:work", work.workspace.slug, work.slug)
