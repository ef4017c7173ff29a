"""A text edited in place, as suggestions: what was changed in it is for others to decide."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from workbench.accounts.models import Role
from workbench.accounts.permissions import require_role
from workbench.corpus import limits
from workbench.corpus.models import Variant
from workbench.review.actions import suggest_edits
from workbench.text import with_lf_line_ends
from workbench.text.words.languages import direction_of
from workbench.web.site.forms import PageForm
from workbench.web.site.lookups import find_cell
from workbench.web.site.pages import PersonRequest, page, posted

__all__ = ["suggest"]


class EditsForm(PageForm):
    """The text as it should read, and why."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**31 - 1)
    text = forms.CharField(strip=False, widget=forms.Textarea(attrs={"class": "text", "rows": 8, "autofocus": True}))
    body = forms.CharField(
        label=gettext_lazy("Why"),
        required=False,
        max_length=limits.COMMENT,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
        help_text=gettext_lazy("Said in each discussion that this opens."),
    )

    def clean_text(self) -> str:
        """Return the text with LF line ends, as texts are kept."""
        return with_lf_line_ends(self.cleaned_data["text"])


@require_http_methods(["GET", "HEAD", "POST"])
@page
def suggest(request: PersonRequest, workspace: str, slug: str, pk: int, variant: int) -> HttpResponse:
    """Show a text to be edited; open a discussion with a suggestion for each place that was changed."""
    work, passage, row = find_cell(request.user, workspace, slug, pk, variant)
    require_role(request.user, work.workspace_id, Role.REVIEWER)
    form = _form(request, row)
    if form.is_valid():
        with form.showing_refusals():
            made = suggest_edits(actor=request.user, variant=row, **form.cleaned_data)
            messages.success(request, _said(len(made)))
            return redirect("web:passage", workspace, slug, pk)
    context = {"work": work, "passage": passage, "variant": row, "translation": row.translation, "form": form}
    status = form.status if form.is_bound else 200
    return render(request, "web/discussion/suggest_edits.html", context, status=status)


def _said(number: int) -> str:
    said = ngettext(
        "%(n)s suggestion was made; they stand in the margin.",
        "%(n)s suggestions were made; they stand in the margin.",
        number,
    )
    return said % {"n": number}


def _form(request: PersonRequest, variant: Variant) -> EditsForm:
    form = EditsForm(posted(request), initial={"text": variant.text, "version": variant.version})
    language = variant.translation.language
    form.fields["text"].widget.attrs |= {"lang": language, "dir": direction_of(language)}
    form.fields["text"].label = gettext("%(siglum)s as it should read") % {"siglum": variant.translation.siglum}
    return form
