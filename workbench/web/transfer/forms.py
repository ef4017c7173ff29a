"""The form of importing: how what was brought is to be read, and where it goes."""

from pathlib import PurePath
from typing import Any, cast

from django import forms
from django.utils.translation import gettext, gettext_lazy

from workbench.accounts.errors import Refused
from workbench.corpus import limits
from workbench.corpus.transfer import ImportOptions
from workbench.interchange.errors import Problem
from workbench.interchange.numberings import NUMBERINGS
from workbench.interchange.options import Boilerplate, Changes, Header, Layout, Quoting, ReadOptions, Split
from workbench.interchange.registry import FORMATS
from workbench.review.transfer import SourceFile, Unreadable
from workbench.web.site.describing import DescribedForm
from workbench.web.site.telling import tell, tell_lazily
from workbench.web.site.uploads import ENCODINGS, SPLITS

__all__ = ["ChoicesForm"]

_FORMATS = (
    ("", gettext_lazy("by what the file is")),
    *((one.name, tell_lazily(one.label)) for one in FORMATS.values()),
)
_LAYOUTS = (
    ("auto", gettext_lazy("as the first line says")),
    ("wide", gettext_lazy("one column per translation")),
    ("long", gettext_lazy("a row for each text")),
    ("single", gettext_lazy("two columns: reference and text")),
)
_DELIMITERS = (
    ("", gettext_lazy("as the format has it")),
    (",", gettext_lazy("comma")),
    (";", gettext_lazy("semicolon")),
    ("\t", gettext_lazy("tab")),
    ("|", "|"),
)
_QUOTING = (("rfc4180", gettext_lazy("around a cell")), ("none", gettext_lazy("part of the text")))
_BOILERPLATE = (
    ("keep", gettext_lazy("are read as they stand")),
    ("leave_out", gettext_lazy("are left out where they are found")),
)
_HEADERS = (
    ("auto", gettext_lazy("names the columns, unless it looks like a passage")),
    ("names", gettext_lazy("names the columns")),
    ("none", gettext_lazy("is a passage")),
)
_CHANGES = (
    ("suggestions", gettext_lazy("become suggestions on the text before them")),
    ("base", gettext_lazy("are left out: the text before them")),
    ("final", gettext_lazy("are taken as accepted: the text after them")),
    ("both", gettext_lazy("make two translations, before and after them")),
)
_MATCHES = (
    ("auto", gettext_lazy("by reference where the file has them, otherwise by order")),
    ("reference", gettext_lazy("by reference")),
    ("order", gettext_lazy("by order, from the first passage on")),
)
_NUMBERINGS = [
    ("", gettext_lazy("as in the work")),
    *((name, tell_lazily(words)) for name, words in NUMBERINGS.items()),
]
_EXISTING = (
    ("refuse", gettext_lazy("nothing at all is imported")),
    ("keep", gettext_lazy("the work’s text stays")),
    ("revise", gettext_lazy("the file’s text becomes a new revision")),
)


class ChoicesForm(DescribedForm):
    """How a file is read and where it goes. Everything has a safe default: an empty form is a valid one."""

    work = forms.ChoiceField(required=False, label=gettext_lazy("Into"))
    title = forms.CharField(required=False, max_length=limits.TITLE, label=gettext_lazy("Title of the new work"))
    siglum = forms.CharField(
        required=False,
        max_length=limits.SIGLUM,
        label=gettext_lazy("Siglum of the translation"),
        help_text=gettext_lazy("Where the file holds one and does not name it: A, KJV, Hale."),
    )
    language = forms.CharField(
        required=False,
        max_length=35,
        help_text=gettext_lazy("Where the file does not say: a tag such as en, de-CH or zh-Hans."),
        label=gettext_lazy("Language"),
    )
    format = forms.ChoiceField(required=False, choices=_FORMATS, label=gettext_lazy("Format"))
    encoding = forms.ChoiceField(required=False, choices=ENCODINGS, label=gettext_lazy("Encoding"))
    split = forms.ChoiceField(required=False, choices=SPLITS, label=gettext_lazy("In plain text a passage is"))
    join_lines = forms.BooleanField(required=False, label=gettext_lazy("Make one line of the lines of a passage"))
    boilerplate = forms.ChoiceField(
        required=False, choices=_BOILERPLATE, label=gettext_lazy("Running heads and page numbers")
    )
    layout = forms.ChoiceField(required=False, choices=_LAYOUTS, label=gettext_lazy("A table has"))
    delimiter = forms.ChoiceField(required=False, choices=_DELIMITERS, label=gettext_lazy("Separator"))
    header = forms.ChoiceField(required=False, choices=_HEADERS, label=gettext_lazy("The first row of a table"))
    columns = forms.CharField(
        required=False,
        max_length=1000,
        label=gettext_lazy("Columns to take"),
        help_text=gettext_lazy(
            "Of a table, besides the references: names or letters, with commas between: KJV, D. All if empty."
        ),
    )
    changes = forms.ChoiceField(required=False, choices=_CHANGES, label=gettext_lazy("Changes tracked in a document"))
    called = forms.CharField(
        required=False,
        max_length=1000,
        label=gettext_lazy("Translations of the file are"),
        help_text=gettext_lazy("Where it calls them by their languages, and there are several in one: de=A; de 2=B."),
    )
    quoting = forms.ChoiceField(required=False, choices=_QUOTING, label=gettext_lazy("Quotation marks are"))
    match = forms.ChoiceField(required=False, choices=_MATCHES, label=gettext_lazy("Passages are matched"))
    numbering = forms.ChoiceField(required=False, choices=_NUMBERINGS, label=gettext_lazy("Verses are counted"))
    existing = forms.ChoiceField(
        required=False, choices=_EXISTING, label=gettext_lazy("Where the work has another text")
    )
    reason = forms.CharField(
        required=False,
        max_length=limits.REASON,
        label=gettext_lazy("Reason"),
        help_text=gettext_lazy("It stands in the history of the texts."),
    )
    beside = forms.ChoiceField(required=False, label=gettext_lazy("Read beside it"))

    FIRST = ("work", "title", "siglum", "language")
    READING = (
        "format",
        "encoding",
        "split",
        "join_lines",
        "boilerplate",
        "layout",
        "header",
        "columns",
        "called",
        "changes",
        "delimiter",
        "quoting",
    )
    MEETING = ("match", "numbering", "existing", "reason")

    def __init__(self, *args: Any, works: list[tuple[str, str]], sigla: list[str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, auto_id="choice_%s", **kwargs)
        self._offer("work", [("", gettext("a new work")), *works])
        self._offer("beside", [("", gettext("the first other translation")), *((one, one) for one in sigla or [])])

    def query(self) -> dict[str, str]:
        """Return what was chosen as it stands in an address, without what is the default."""
        chosen = {name: value for name, value in self.cleaned_data.items() if value not in {"", False, None}}
        return {name: "on" if value is True else str(value) for name, value in chosen.items()}

    def file(self, name: str, data: bytes, maximum: int) -> SourceFile:
        """Return the source with everything said about it."""
        chosen = self.cleaned_data
        reading = ReadOptions(
            encoding=chosen["encoding"] or None,
            siglum=chosen["siglum"],
            language=chosen["language"],
            title=chosen["title"] or PurePath(name).stem,
            split=cast("Split", chosen["split"] or "paragraphs"),
            join_lines=chosen["join_lines"],
            layout=cast("Layout", chosen["layout"] or "auto"),
            delimiter=chosen["delimiter"],
            quoting=cast("Quoting", chosen["quoting"] or "rfc4180"),
            boilerplate=cast("Boilerplate", chosen["boilerplate"] or "keep"),
            header=cast("Header", chosen["header"] or "auto"),
            columns=chosen["columns"],
            called=chosen["called"],
            changes=cast("Changes", chosen["changes"] or "suggestions"),
            max_bytes=maximum,
        )
        return SourceFile(name, data, chosen["format"], reading, self.details())

    def options(self) -> ImportOptions:
        """Return how the document meets the work."""
        chosen = self.cleaned_data
        return ImportOptions(
            match=chosen["match"] or "auto",
            existing=chosen["existing"] or "refuse",
            title=chosen["title"],
            reason=chosen["reason"],
            numbering=chosen["numbering"],
        )

    def show_problems(self, error: Refused) -> list[Problem]:
        """Show what is wrong with a choice at its field; return what is wrong with the file, with its places."""
        if not isinstance(error, Unreadable):
            self.refuse(error)
            return []
        for problem in error.problems:
            if problem.where in self.fields:
                self.add_error(problem.where, forms.ValidationError(tell(problem.message), code=error.code))
        return [problem for problem in error.problems if problem.where not in self.fields]

    @property
    def first(self) -> list[forms.BoundField]:
        """The fields that nearly everybody needs."""
        return [self[name] for name in self.FIRST]

    @property
    def groups(self) -> list[tuple[str, list[forms.BoundField]]]:
        """All others, by what they are about."""
        named = (
            (gettext("Who made it, when, and where it is from"), self.DESCRIBED),
            (gettext("How it is read"), self.READING),
            (gettext("How it meets the work"), self.MEETING),
        )
        return [(name, [self[field] for field in fields]) for name, fields in named]

    @property
    def has_more(self) -> bool:
        """Whether one of the others was chosen or is wrong."""
        return any(self[name].errors or self[name].value() for name in (*self.DESCRIBED, *self.READING, *self.MEETING))

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices
