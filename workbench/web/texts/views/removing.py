"""Deleting for good what an owner wants gone. It is asked first, and refused while threads speak of the words."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from workbench.accounts.models import Role
from workbench.accounts.permissions import require_role
from workbench.corpus.actions import delete_passage, delete_translation, delete_work
from workbench.corpus.models import Job, Work
from workbench.review.transfer.asking import ask_deletion, is_deleted_at_once
from workbench.web.site.forms import PageForm
from workbench.web.site.lookups import find_passage, find_translation, find_work
from workbench.web.site.pages import PersonRequest, page, posted
from workbench.web.texts.consequences import of_passage, of_translation
from workbench.web.texts.forms import ConfirmForm, TypedForm

__all__ = ["remove_passage", "remove_translation", "remove_work"]


@require_http_methods(["GET", "HEAD", "POST"])
@page
def remove_work(request: PersonRequest, workspace: str, slug: str) -> HttpResponse:
    """Delete a work with all that is in it, once its owner has typed its title; a large one when there is time."""
    work = _find_owned(request, workspace, slug)
    said = {"title": work.title}
    form = TypedForm(
        posted(request),
        initial={"version": work.version},
        asks=gettext("Type the title of the work: %(title)s") % said,
        denies=gettext("This is not the title of the work: %(title)s.") % said,
        expected=work.title,
    )

    def delete(version: int) -> Job | None:
        if not is_deleted_at_once(work):
            return ask_deletion(actor=request.user, work=work, version=version)
        delete_work(actor=request.user, work=work, version=version)
        return None

    return _ask(
        request,
        work,
        form,
        delete,
        asked=gettext("Delete %(title)s?") % said,
        done=gettext("Deleted: %(title)s.") % said,
        consequence=gettext("All its passages, translations, revisions and threads go with it. This can’t be undone."),
        is_work=True,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@page
def remove_translation(request: PersonRequest, workspace: str, slug: str, pk: int) -> HttpResponse:
    """Delete a translation and its texts, once its owner has typed its siglum."""
    work = _find_owned(request, workspace, slug)
    translation = find_translation(work, pk)
    said = {"siglum": translation.siglum}
    form = TypedForm(
        posted(request),
        initial={"version": translation.version},
        asks=gettext("Type the siglum: %(siglum)s") % said,
        denies=gettext("This is not the siglum: %(siglum)s.") % said,
        expected=translation.siglum,
    )

    def delete(version: int) -> None:
        delete_translation(actor=request.user, translation=translation, version=version)

    return _ask(
        request,
        work,
        form,
        delete,
        asked=gettext("Delete translation %(siglum)s?") % said,
        done=gettext("Deleted: translation %(siglum)s.") % said,
        consequence=str(of_translation(translation)),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@page
def remove_passage(request: PersonRequest, workspace: str, slug: str, pk: int) -> HttpResponse:
    """Delete a passage and its texts."""
    work = _find_owned(request, workspace, slug)
    passage = find_passage(work, pk)
    form = ConfirmForm(posted(request), initial={"version": passage.version})

    def delete(version: int) -> None:
        delete_passage(actor=request.user, passage=passage, version=version)

    said = {"reference": passage.reference}
    return _ask(
        request,
        work,
        form,
        delete,
        asked=gettext("Delete passage %(reference)s?") % said,
        done=gettext("Deleted: passage %(reference)s.") % said,
        consequence=str(of_passage(passage)),
    )


def _find_owned(request: PersonRequest, workspace: str, slug: str) -> Work:
    work = find_work(request.user, workspace, slug)
    require_role(request.user, work.workspace_id, Role.OWNER)
    return work


def _ask(
    request: PersonRequest,
    work: Work,
    form: PageForm,
    delete: Callable[[int], Job | None],
    *,
    asked: str,
    done: str,
    consequence: str,
    is_work: bool = False,
) -> HttpResponse:
    """Show the question; once it is answered, delete, and go to what is left."""
    if form.is_valid():
        with form.showing_refusals():
            if job := delete(form.cleaned_data["version"]):
                return redirect("web:job", job.pk)
            messages.success(request, done)
            return redirect("web:library") if is_work else redirect("web:work", work.workspace.slug, work.slug)
    context = {"work": work, "form": form, "form_title": asked, "verb": gettext("Delete for good")}
    context["consequence"] = consequence
    return render(request, "web/texts/work_form.html", context, status=form.status if form.errors else 200)
