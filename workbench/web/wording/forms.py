"""Forms about words. The actions decide what may stand in them."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from workbench.corpus.models import Term
from workbench.web.site.forms import PageForm

__all__ = ["STYLE_FIELDS", "StyleRuleForm", "TermFileForm", "TermForm", "initial_of"]

STYLE_FIELDS = ("mark", "title", "text", "wanted", "unwanted")
_SCOPES = (("work", gettext_lazy("this work")), ("workspace", gettext_lazy("all works of the workspace")))
_LINES = {
    "wanted": (
        gettext_lazy("Wanted"),
        gettext_lazy("A rendering on each line, a note behind a bar; a star stands for any ending: wrecker* | of 1934"),
    ),
    "allowed": (gettext_lazy("Allowed"), gettext_lazy("Also taken, where the wanted ones do not do")),
    "forbidden": (gettext_lazy("Not wanted"), gettext_lazy("A check finds these")),
}


class TermForm(PageForm):
    """A term and its renderings: a line each, behind its language if that is not said once for all: `en: wrecker*`."""

    words = forms.CharField(
        label=gettext_lazy("Term"), widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"})
    )
    language = forms.CharField(
        required=False,
        label=gettext_lazy("Language of the term"),
        help_text=gettext_lazy("A tag such as ru; any if empty"),
    )
    rendered = forms.CharField(
        required=False,
        label=gettext_lazy("Language of the renderings"),
        help_text=gettext_lazy("Or before each of them: en: wrecker*"),
    )
    note = forms.CharField(required=False, label=gettext_lazy("Note"))
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    scope = forms.ChoiceField(
        choices=_SCOPES, widget=forms.RadioSelect, initial="work", label=gettext_lazy("In the glossary of")
    )

    def __init__(self, *args: Any, is_new: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, (label, hint) in _LINES.items():
            widget = forms.Textarea(attrs={"rows": 2, "dir": "auto"})
            self.fields[name] = forms.CharField(required=False, label=label, help_text=hint, widget=widget)
        order = ["words", "language", "rendered", *_LINES, "note", *(["scope"] if is_new else []), "version"]
        if not is_new:
            del self.fields["scope"]
        self.order_fields(order)

    @property
    def said(self) -> dict[str, Any]:
        """The term, as the action takes it."""
        renderings = [one for status in _LINES for one in self._read(status)]
        return {**{name: self.cleaned_data[name] for name in ("words", "language", "note")}, "renderings": renderings}

    def _read(self, status: str) -> Iterable[dict[str, str]]:
        for line in filter(None, map(str.strip, self.cleaned_data[status].splitlines())):
            words, _, note = line.partition(" | ")
            tag, colon, rest = words.partition(": ")
            is_tagged = bool(colon) and len(tag) <= 35 and " " not in tag
            language, words = (tag, rest) if is_tagged else (self.cleaned_data["rendered"], words)
            yield {"language": language, "words": words, "status": status, "note": note}


class StyleRuleForm(PageForm):
    """A rule of the style guide."""

    mark = forms.CharField(
        label=gettext_lazy("Mark"),
        help_text=gettext_lazy("Short, such as 3.2 or names: remarks cite the rule as §3.2 or §names"),
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )
    title = forms.CharField(label=gettext_lazy("Title"), widget=forms.TextInput(attrs={"dir": "auto"}))
    text = forms.CharField(
        required=False,
        label=gettext_lazy("What it says"),
        help_text=gettext_lazy("Markdown, as in comments"),
        widget=forms.Textarea(attrs={"rows": 6, "dir": "auto"}),
    )
    wanted = forms.CharField(
        required=False,
        label=gettext_lazy("An example of what is wanted"),
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    unwanted = forms.CharField(
        required=False,
        label=gettext_lazy("An example of what is not wanted"),
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    scope = forms.ChoiceField(
        choices=_SCOPES, widget=forms.RadioSelect, initial="work", label=gettext_lazy("In the style guide of")
    )

    def __init__(self, *args: Any, is_new: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_new:
            del self.fields["scope"]

    @property
    def said(self) -> dict[str, str]:
        """The rule, as the actions take it."""
        return {name: self.cleaned_data[name] for name in STYLE_FIELDS}


class TermFileForm(PageForm):
    """A glossary as a file."""

    file = forms.FileField(
        label=gettext_lazy("CSV or TBX"), help_text=gettext_lazy("A table has the columns term, language, rendering, …")
    )
    scope = forms.ChoiceField(
        choices=_SCOPES, widget=forms.RadioSelect, initial="work", label=gettext_lazy("Into the glossary of")
    )


def initial_of(term: Term) -> dict[str, Any]:
    """Return what the form of a term begins with."""
    languages = {one["language"] for one in term.renderings}
    common = languages.pop() if len(languages) == 1 else ""
    lines: dict[str, list[str]] = {status: [] for status in _LINES}
    for one in term.renderings:
        tag = f"{one['language']}: " if one["language"] and one["language"] != common else ""
        lines[one["status"]].append(f"{tag}{one['words']}{' | ' if one['note'] else ''}{one['note']}")
    said = {status: "\n".join(found) for status, found in lines.items()}
    named = {name: getattr(term, name) for name in ("words", "language", "note", "version")}
    return {**named, **said, "rendered": common}
