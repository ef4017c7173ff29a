"""The style guide of a work: its rules and those of its workspace; reading, adding, changing, taking out."""

from collections.abc import Sequence
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from workbench.accounts.models import Role, User
from workbench.accounts.permissions import require_role
from workbench.corpus.actions import add_style_rule, delete_style_rule, edit_style_rule
from workbench.corpus.models import StyleRule, Work
from workbench.corpus.style import in_order, rules_of
from workbench.review.citing import cite, cited_in
from workbench.review.filters import UNSETTLED, ThreadFilter, count_threads
from workbench.review.rendering import render_comment
from workbench.web.discussion.citing import NO_RULES, rules_for
from workbench.web.site.lookups import find_work
from workbench.web.site.pages import PersonRequest, page, posted, rights_in
from workbench.web.site.parameters import posted_version, refuse_unknown
from workbench.web.wording.forms import STYLE_FIELDS, StyleRuleForm

__all__ = ["add", "delete", "edit", "read", "show"]

_SIZE = 100


@require_safe
@page
def show(request: PersonRequest, workspace: str, slug: str) -> HttpResponse:
    """List the rules that count in a work, in the order of their marks."""
    work = find_work(request.user, workspace, slug)
    refuse_unknown(request.GET, {"page"})
    shown = Paginator(in_order(rules_of(work)), _SIZE).get_page(request.GET.get("page"))
    rules = _set(request.user, work, list(shown))
    context = {"work": work, "page": shown, "rules": rules, **rights_in(request.user, work.workspace_id)}
    return render(request, "web/wording/style.html", context)


@require_safe
@page
def read(request: PersonRequest, workspace: str, slug: str, pk: int) -> HttpResponse:
    """Show a rule, and how many open discussions of the work cite it."""
    work = find_work(request.user, workspace, slug)
    rule = _find(work, pk)
    ((_, html),) = _set(request.user, work, [rule])
    words = f"§{rule.mark}"
    (citing,) = count_threads(request.user, [ThreadFilter(work=work, state=UNSETTLED, words=words)])
    discussions = f"{reverse('web:work_review', args=[work.workspace.slug, work.slug])}?{urlencode({'q': words})}"
    context = {"work": work, "rule": rule, "html": html, "citing": citing, "discussions": discussions}
    return render(request, "web/wording/style_rule.html", context | rights_in(request.user, work.workspace_id))


@require_http_methods(["GET", "HEAD", "POST"])
@page
def add(request: PersonRequest, workspace: str, slug: str) -> HttpResponse:
    """Add a rule to the style guide of the work or of its workspace."""
    work = find_work(request.user, workspace, slug)
    require_role(request.user, work.workspace_id, Role.EDITOR)
    form = StyleRuleForm(posted(request))
    if form.is_valid():
        with form.showing_refusals():
            scope = work if form.cleaned_data["scope"] == "work" else None
            rule = add_style_rule(actor=request.user, workspace=work.workspace, work=scope, **form.said)
            messages.success(request, gettext("%(rule)s is in the style guide.") % {"rule": rule})
            return redirect(_address(work))
    context = {"work": work, "form": form, "title": gettext("Add a rule"), "verb": gettext("Add it")}
    return render(request, "web/wording/style_form.html", context, status=form.status if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@page
def edit(request: PersonRequest, workspace: str, slug: str, pk: int) -> HttpResponse:
    """Change a rule."""
    work = find_work(request.user, workspace, slug)
    rule = _find(work, pk)
    require_role(request.user, work.workspace_id, Role.EDITOR)
    initial = {name: getattr(rule, name) for name in (*STYLE_FIELDS, "version")}
    form = StyleRuleForm(posted(request), initial=initial, is_new=False)
    if form.is_valid():
        with form.showing_refusals():
            version = form.cleaned_data["version"] or 0
            edit_style_rule(actor=request.user, rule=rule, version=version, changes=form.said)
            return redirect("web:style_rule", work.workspace.slug, work.slug, rule.pk)
    context = {"work": work, "form": form, "rule": rule, "title": str(rule), "verb": gettext("Save")}
    return render(request, "web/wording/style_form.html", context, status=form.status if form.errors else 200)


@require_POST
@page
def delete(request: PersonRequest, workspace: str, slug: str, pk: int) -> HttpResponse:
    """Take a rule out; remarks keep its mark as words."""
    work = find_work(request.user, workspace, slug)
    rule = _find(work, pk)
    delete_style_rule(actor=request.user, rule=rule, version=posted_version(request.POST))
    messages.success(request, gettext("%(rule)s is no longer in the style guide.") % {"rule": rule})
    return redirect(_address(work))


def _set(user: User, work: Work, rules: Sequence[StyleRule]) -> list[tuple[StyleRule, SafeString]]:
    """Set the texts of rules, which may cite each other."""
    marks = {mark for rule in rules for mark in cited_in(rule.text)}
    cited = rules_for(user, [work], marks)[work.pk] if marks else NO_RULES
    html = [cite(render_comment(rule.text), cited) for rule in rules]
    return [(rule, mark_safe(text)) for rule, text in zip(rules, html, strict=True)]  # noqa: S308 - by the one sanitiser


def _find(work: Work, pk: int) -> StyleRule:
    found = rules_of(work).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def _address(work: Work) -> str:
    return reverse("web:style", args=[work.workspace.slug, work.slug])
