"""What is brought: a file, or a text typed or pasted, and how it may have been written down."""

from typing import Any

from django import forms
from django.utils.translation import gettext, gettext_lazy

from workbench.web.site.forms import PageForm

__all__ = ["ENCODINGS", "SPLITS", "UploadForm"]

ENCODINGS = (
    ("", gettext_lazy("UTF-8 or, with a mark, UTF-16")),
    ("utf-16-le", gettext_lazy("UTF-16, little endian")),
    ("utf-16-be", gettext_lazy("UTF-16, big endian")),
    ("cp1252", gettext_lazy("Windows, Western (1252)")),
    ("iso8859-1", "Latin-1 (ISO 8859-1)"),
    ("iso8859-15", "Latin-9 (ISO 8859-15)"),
    ("cp1250", gettext_lazy("Windows, Central European (1250)")),
    ("iso8859-2", "Latin-2 (ISO 8859-2)"),
    ("cp1251", gettext_lazy("Windows, Cyrillic (1251)")),
    ("koi8-r", gettext_lazy("KOI8-R, Russian")),
    ("koi8-u", gettext_lazy("KOI8-U, Ukrainian")),
    ("cp1253", gettext_lazy("Windows, Greek (1253)")),
    ("cp1254", gettext_lazy("Windows, Turkish (1254)")),
    ("cp1255", gettext_lazy("Windows, Hebrew (1255)")),
    ("cp1256", gettext_lazy("Windows, Arabic (1256)")),
    ("shift_jis", gettext_lazy("Shift JIS, Japanese")),
    ("euc_jp", gettext_lazy("EUC-JP, Japanese")),
    ("gb18030", gettext_lazy("GB 18030, Chinese")),
    ("big5", gettext_lazy("Big5, Chinese")),
    ("euc_kr", gettext_lazy("EUC-KR, Korean")),
    ("mac-roman", gettext_lazy("Macintosh, Western")),
)
"""What the pages offer of `interchange.encodings.ENCODINGS`; the API and the command take all of those."""

SPLITS = (
    ("paragraphs", gettext_lazy("a paragraph (up to a blank line)")),
    ("lines", gettext_lazy("a line")),
    ("numbered", gettext_lazy("a numbered point (1. or [1] or Ruth 1:1)")),
    ("documents", gettext_lazy("a paragraph of one of several letters or decisions, without the web page around them")),
)


class UploadForm(PageForm):
    """A file, or a text typed or pasted."""

    file = forms.FileField(required=False, label=gettext_lazy("File"), allow_empty_file=True)
    text = forms.CharField(
        required=False,
        strip=False,
        label=gettext_lazy("Or paste the text"),
        widget=forms.Textarea(attrs={"class": "text", "rows": 8}),
    )

    def clean(self) -> dict[str, Any]:
        """Want one of the two."""
        if bool(self.cleaned_data.get("file")) == bool(self.cleaned_data.get("text")):
            self.add_error(
                "file", forms.ValidationError(gettext("Either a file or a text is expected."), code="required")
            )
        return self.cleaned_data

    def brought(self) -> tuple[str, bytes]:
        """Return the name and the bytes of what was brought; a pasted text has the name of a text file."""
        file = self.cleaned_data["file"]
        if file:
            return file.name, file.read()
        return "pasted.txt", self.cleaned_data["text"].encode()
