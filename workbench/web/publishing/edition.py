"""A work, or a frozen state of it, as a folder of plain HTML that reads from a disk, without script or network."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string

from workbench.interchange.document import Document, WorkRecord
from workbench.interchange.formats import bundle
from workbench.web.publishing.sheets import Reading

__all__ = ["Edition", "write_edition"]

MARKER = ".translation-workbench-edition"
_SHEETS = ("tokens", "page", "controls", "marks", "frozen")


@dataclass(frozen=True, slots=True)
class Edition:
    """What an edition is of. `address`: where the frozen state is found, "" for a work as it stands."""

    work: WorkRecord
    view: Mapping[str, object]
    title: str
    day: date
    address: str = ""
    digest: str = ""


def write_edition(edition: Edition, folder: Path) -> Iterator[str]:
    """Write the files, and yield the name of each as it is written.

    Raises `FileExistsError` unless the folder is new, empty, or an edition that this one then takes the place of.
    """
    _clear(folder)
    (folder / MARKER).write_text("Written by Translation Workbench; what is here may be written over.\n")
    reading = Reading(edition.work, edition.view)
    yield _write(folder, "style.css", _style())
    yield _write(folder, "bundle.json", bundle.write(Document((edition.work,))).decode())
    shared = {"edition": edition, "state": edition, "work": edition.work, "entries": reading.entries}
    yield _write(folder, "index.html", render_to_string("web/publishing/edition_index.html", shared))
    for number in range(1, reading.pages + 1):
        context = {**shared, "sheet": reading.sheet(number)}
        yield _write(folder, f"page-{number}.html", render_to_string("web/publishing/edition_page.html", context))


def _clear(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    there = list(folder.iterdir())
    if there and not (folder / MARKER).exists():
        raise FileExistsError(f"{folder} holds other things: a new or empty folder is expected.")
    for file in there:
        if file.is_file():
            file.unlink()


def _write(folder: Path, name: str, text: str) -> str:
    (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return name


def _style() -> str:
    found = (finders.find(f"web/css/{name}.css") for name in _SHEETS)
    return "\n".join(Path(str(path)).read_text(encoding="utf-8") for path in found)
