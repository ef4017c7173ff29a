"""Forms and queries about files: what is brought, and how it is to be read."""

from types import MappingProxyType
from typing import get_args

from workbench.api.protocol.fields import Choice, File, Flag, Listed, Schema, Text
from workbench.api.protocol.operations import WorkspaceQuery
from workbench.corpus import limits
from workbench.corpus.models import Translation
from workbench.corpus.transfer.options import Existing, Match
from workbench.interchange.numberings import NUMBERINGS
from workbench.interchange.options import Boilerplate, Changes, Header, Layout, Quoting, Split
from workbench.interchange.registry import APPARATUS, FORMATS
from workbench.publishing.layouts import LAYOUTS, PAPERS

__all__ = ["ExportQuery", "ImportToDo", "NewDeletion", "NewExport", "NewImport"]


APPARATUS_HELP = (
    "TEI: in the text (segmentation), apart (endpoints), or none but linked texts (links). Documents: notes, review."
)


class ImportToDo(Schema):
    """A file, where it goes, and what it does not say itself."""

    formerly = MappingProxyType({"furniture": "boilerplate"})

    file = File(help_text="At most 50 MB.")
    workspace = Text(help_text="The slug of the workspace it goes into.")
    work = Text(required=False, help_text="The slug of a work it adds to; without one, new works are made.")
    format = Choice(list(FORMATS), required=False, help_text="If neither the content nor the name of the file says it.")
    encoding = Text(required=False, help_text="If it is neither UTF-8 nor UTF-16 with a byte order mark.")
    siglum = Text(limit=limits.SIGLUM, required=False, help_text="Of the translation, where the file names none.")
    language = Text(limit=35, required=False, help_text="Of the translation, where the file names none.")
    role = Choice(Translation.Role.values, required=False, help_text="Of the one translation of the file.")
    translator = Text(limit=limits.LINE, required=False, help_text="Where the file does not say; so the next five.")
    year = Text(limit=40, required=False)
    translation_title = Text(limit=limits.LINE, required=False)
    source = Text(limit=limits.ADDRESS, required=False, help_text="Where its text is from.")  # type: ignore[assignment]
    citation = Text(limit=limits.NOTE, required=False)
    rights = Text(limit=limits.NOTE, required=False)
    split = Choice(get_args(Split), required=False, help_text="What a passage is in plain text.")
    join_lines = Choice(["true", "false"], required=False, help_text="Make one line of a hard-wrapped passage.")
    boilerplate = Choice(
        get_args(Boilerplate), required=False, help_text="Running heads and page numbers in plain text."
    )
    layout = Choice(get_args(Layout), required=False, help_text="Of a table.")
    delimiter = Text(required=False, help_text="Of a table.")
    quoting = Choice(get_args(Quoting), required=False, help_text="none: quotation marks are text.")
    header = Choice(get_args(Header), required=False, help_text="Whether the first row of a table names its columns.")
    columns = Text(required=False, help_text="Of a table, to be taken: names or letters, separated by commas.")
    changes = Choice(
        get_args(Changes),
        required=False,
        help_text="What becomes of changes tracked in a document, or of del and add in TEI.",
    )
    called = Text(
        required=False,
        help_text="How the file's translations are called here, by their names in it: `de=A; de 2=B`. "
        "Asked where it names them by a language in which there are several.",
    )
    match = Choice(get_args(Match), required=False, help_text="How passages find those of the work.")
    numbering = Choice(list(NUMBERINGS), required=False, help_text="How the file counts verses, if not as the work.")
    existing = Choice(get_args(Existing), required=False, help_text="What happens where another text stands already.")
    title = Text(limit=limits.TITLE, required=False, help_text="Of a new work.")
    slug = Text(limit=limits.SLUG, required=False, help_text="Of a new work.")
    reason = Text(limit=limits.REASON, required=False, help_text="Of the revisions that are written.")


class NewImport(ImportToDo):
    """A file that is imported at once, or tried."""

    dry_run = Choice(["true", "false"], required=False, help_text="Only say what would happen.")


class NewExport(Schema):
    """Which work becomes a file, in which format, and which of its translations."""

    work = Text(help_text="Its slug.")
    workspace = Text(required=False, help_text="The workspace's slug, where several works are called so.")
    format = Choice(
        [*FORMATS, "edition"], required=False, default="bundle", help_text="edition: plain pages that need no server."
    )
    translations = Listed(required=False, default="", help_text="Sigla separated by commas, if not all.")
    apparatus = Choice(["", *APPARATUS], required=False, default="", help_text=APPARATUS_HELP)
    frozen = Text(required=False, help_text="Of an edition: a frozen state's address, instead of the work as it is.")
    layout = Choice(list(LAYOUTS), required=False, help_text="Of an edition: how it is set.")
    paper = Choice(list(PAPERS), required=False, help_text="Of an edition: what it is printed on.")
    remarks = Flag(required=False, help_text="Of an edition: with the remarks and their authors' names.")
    epub = Flag(required=False, help_text="Of an edition: also as an e-book.")
    pdf = Flag(required=False, help_text="Of an edition: also as a PDF, where the machine can print.")


class NewDeletion(Schema):
    """Which work is to go."""

    work = Text(help_text="Its slug.")
    workspace = Text(required=False, help_text="The workspace's slug, where several works are called so.")


class ExportQuery(WorkspaceQuery):
    """In which format, and which translations."""

    format = Choice(list(FORMATS), required=False, default="bundle")
    translations = Listed(required=False, help_text="Sigla separated by commas, if not all.")
    apparatus = Choice(list(APPARATUS), required=False, help_text=APPARATUS_HELP)
