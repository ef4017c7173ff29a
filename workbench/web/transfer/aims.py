"""What somebody wants a file for: the formats that serve it, the likeliest first, in words of that purpose."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

__all__ = ["AIMS", "Aim", "Choice"]


@dataclass(frozen=True, slots=True)
class Choice:
    """A format, what it is for somebody who has the aim, and (not the usual one, "") the way in which it is written."""

    format_name: str
    words: str | Promise
    way: str = ""


@dataclass(frozen=True, slots=True)
class Aim:
    """What a file is wanted for. `hint` says what becomes of it there; `name` stands in addresses (`?for=`)."""

    name: str
    title: str | Promise
    hint: str | Promise
    choices: tuple[Choice, ...]


AIMS = (
    Aim(
        "read",
        _("Read or print it"),
        _("Notes stand below, discussions under their passages."),
        (Choice("html", _("Web page, which prints as well")), Choice("epub", _("E-book"))),
    ),
    Aim(
        "edit",
        _("Edit and comment in Word or LibreOffice"),
        _("Comments and tracked changes find their places again when you import it."),
        (
            Choice("docx", _("Word document: one translation as a text, several as a table")),
            Choice("odt", _("LibreOffice text: the same")),
            Choice("docx", _("Word document: a table for review, each discussion in a row"), "review"),
            Choice("odt", _("LibreOffice text: a table for review"), "review"),
        ),
    ),
    Aim(
        "table",
        _("Work in a spreadsheet"),
        _("A row for each passage, a column for each translation."),
        (
            Choice("xlsx", _("Excel, with discussions in a column")),
            Choice("ods", _("LibreOffice, with discussions in a column")),
            Choice("csv", _("Any spreadsheet: texts alone")),
        ),
    ),
    Aim(
        "tool",
        _("Hand it to a translator’s tool"),
        _("Each passage is a unit; approval stays with the workbench’s own record."),
        (
            Choice("xliff", _("XLIFF 1.2: source, target, alternatives, notes")),
            Choice("xliff2", _("XLIFF 2.1: the same, for newer tools")),
            Choice("tmx", _("Translation memory with all translations")),
            Choice("po", _("PO: source and one translation")),
        ),
    ),
    Aim(
        "edition",
        _("Make an edition with an apparatus"),
        _("Where the translations part, the file says who reads what."),
        (
            Choice("tei", _("TEI P5 with the apparatus in the text")),
            Choice("tei", _("TEI P5 with the apparatus apart"), "endpoints"),
            Choice("tei", _("TEI P5 as texts beside each other whose passages are linked"), "links"),
            Choice("docx", _("Word document: the first translation, the others in footnotes"), "notes"),
            Choice("odt", _("LibreOffice text: the same"), "notes"),
            Choice("html", _("Web page: the same"), "notes"),
            Choice("epub", _("E-book: the same"), "notes"),
        ),
    ),
    Aim(
        "bible",
        _("Take it to a Bible program"),
        _("Passages have to be verses, such as Gen 1:1."),
        (
            Choice("usfm", _("Text with markers, a file for each book")),
            Choice("usx", _("As Paratext keeps it, a file for each book")),
            Choice("osis", _("For SWORD and archives, in one file")),
        ),
    ),
    Aim(
        "marks",
        _("Take discussions and marks of errors elsewhere"),
        _("With the words they speak of, who said it and when."),
        (
            Choice("annotations", _("Web annotations (W3C), with the texts")),
            Choice("mqm", _("Marks of errors as a table (MQM)")),
            Choice("mqm-json", _("Marks of errors for scripts (MQM)")),
        ),
    ),
    Aim(
        "count",
        _("Count or search with programs of your own"),
        _("Texts alone, easily taken apart."),
        (
            Choice("tsv", _("Table: a column for each translation")),
            Choice("tsv-long", _("Table: a row for each text")),
            Choice("csv-long", _("Table for spreadsheets: a row for each text")),
            Choice("plain", _("Plain text of one translation")),
        ),
    ),
    Aim(
        "keep",
        _("Keep all of it, or move it to another workbench"),
        _("Texts with their histories, discussions, rules and corrections."),
        (Choice("bundle", _("Bundle: everything in one file")),),
    ),
)
"""The aims, in the order in which they are offered; together they have every format."""
