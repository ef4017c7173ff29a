"""A work, or a frozen state of it, as a folder of plain HTML that reads from a disk, without script or network.

A script beside the pages adds what reading can do without: the choice of columns, words that answer each other, and a
search by an index of words that lies beside them (`index`).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import cast

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string

from workbench.interchange.document import Document, WorkRecord
from workbench.interchange.formats import bundle
from workbench.interchange.terminology import TermRecord
from workbench.publishing.glossing import read_terms
from workbench.publishing.layouts import LAYOUTS, PAPERS
from workbench.text import Ignorable
from workbench.web.publishing.figures import read_figures
from workbench.web.publishing.index import SHARDS, entries_file, shard_files
from workbench.web.publishing.printing import print_style
from workbench.web.publishing.sheets import PER_PAGE, Entry, Reading, Sheet, Version
from workbench.web.publishing.terms import list_terms

__all__ = ["Edition", "files_of", "write_edition", "write_print_page"]

MARKER = ".translation-workbench-edition"
PRINT_PAGE = "print.html"
_SHEETS = ("tokens", "page", "controls", "marks", "compare", "variation", "matrix", "strokes", "frozen", "edition")


@dataclass(frozen=True, slots=True)
class Edition:
    """What an edition is of. `address`: where the frozen state is found, "" for a work as it stands.

    `paper` is what it is printed on, `layout` how it is set: see `publishing.layouts`.
    """

    work: WorkRecord
    view: Mapping[str, object]
    title: str
    day: date
    address: str = ""
    digest: str = ""
    paper: str = next(iter(PAPERS))
    layout: str = next(iter(LAYOUTS))

    @property
    def ignore(self) -> frozenset[Ignorable]:
        """What makes no difference."""
        return frozenset(cast("list[Ignorable]", self.view.get("ignore", [])))

    @property
    def terms(self) -> list[TermRecord]:
        """Its glossary."""
        return read_terms(self.view)


def write_edition(edition: Edition, folder: Path) -> Iterator[str]:
    """Write the files, and yield the name of each as it is written.

    Raises `FileExistsError` unless the folder is new, empty, or an edition that this one then takes the place of.
    """
    _clear(folder)
    (folder / MARKER).write_text("Written by Translation Workbench; what is here may be written over.\n")
    reading = Reading(edition.work, edition.view)
    yield _write(folder, "style.css", _style() + print_style(edition.title, _sheet_of(edition)))
    yield _write(folder, "edition.js", _script())
    yield _write(folder, "bundle.json", bundle.write(Document((edition.work,))).decode())
    shared = {"edition": edition, "state": edition, "work": edition.work, "entries": reading.entries}
    yield _write(folder, "index.html", _render("index", shared))
    for number in range(1, reading.pages + 1):
        context = {**shared, "sheet": reading.sheet(number)}
        yield _write(folder, f"page-{number}.html", _render("page", context))
        yield _write(folder, f"differences-{number}.html", _render("differences", context))
    figures = read_figures(edition.work, edition.ignore)
    yield _write(folder, "variation.html", _render("variation", {**shared, "figures": figures}))
    if edition.terms:
        yield _write(folder, "glossary.html", _render("glossary", {**shared, "terms": list_terms(edition.terms)}))
    yield from _write_index(edition, reading, folder, shared)


def files_of(edition: Edition) -> int:
    """Return how many names `write_edition` yields."""
    return 7 + bool(edition.terms) + 2 * max(1, -(-len(edition.work.passages) // PER_PAGE)) + SHARDS


def write_print_page(edition: Edition, folder: Path) -> Path:
    """Write all of it as one page to be printed, sheet by sheet, the notes at its end, and return its path."""
    reading, path = Reading(edition.work, edition.view), folder / PRINT_PAGE
    shared = {"edition": edition, "state": edition, "work": edition.work, "notes_at_end": True}
    head, between, foot = re.split("<!-- sheets -->|<!-- notes -->", _render("print", shared))
    notes: list[tuple[Entry, Version]] = []
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(head)
        for number in range(1, reading.pages + 1):
            sheet = reading.sheet(number)
            notes += _notes_of(sheet)
            file.write(render_to_string("web/publishing/text.html", {"sheet": sheet, **shared}))
        file.write(between + _render("notes", {"notes": notes, "terms": list(list_terms(edition.terms))}) + foot)
    return path


def _notes_of(sheet: Sheet) -> Iterator[tuple[Entry, Version]]:
    for section in sheet.sections:
        yield from ((section.entry, version) for version in section.versions if version.footnotes)


def _write_index(edition: Edition, reading: Reading, folder: Path, shared: Mapping[str, object]) -> Iterator[str]:
    (folder / "index").mkdir(exist_ok=True)
    yield _write(folder, "search.html", _render("search", shared))
    yield _write(folder, "index/entries.js", entries_file(reading.entries))
    for number, script in shard_files(edition.work.passages):
        yield _write(folder, f"index/{number}.js", script)


def _sheet_of(edition: Edition) -> str:
    """Return the sheet that is printed on: two facing pages are one sheet, turned."""
    return f"{edition.paper} landscape" if edition.layout == "facing" else edition.paper


def _clear(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    there = list(folder.iterdir())
    if there and not (folder / MARKER).exists():
        raise FileExistsError(f"{folder} holds other things: a new or empty folder is expected.")
    for file in [*there, *(folder / "index").glob("*.js")]:
        if file.is_file():
            file.unlink()


def _render(name: str, context: Mapping[str, object]) -> str:
    return render_to_string(f"web/publishing/edition_{name}.html", dict(context))


def _write(folder: Path, name: str, text: str) -> str:
    (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return name


def _style() -> str:
    found = (finders.find(f"web/css/{name}.css") for name in _SHEETS)
    return "\n".join(Path(str(path)).read_text(encoding="utf-8") for path in found)


def _script() -> str:
    return Path(str(finders.find("web/js/edition.js"))).read_text(encoding="utf-8")
