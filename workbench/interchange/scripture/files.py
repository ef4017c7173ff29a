"""Files of one book each: one by itself, or those of a Bible, of several even, in a ZIP with a folder a translation."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from urllib.parse import quote, unquote

from workbench.interchange.archives import Archive, open_archive, write_archive
from workbench.interchange.books import BOOKS
from workbench.interchange.checks import complaint_about_language, complaint_about_siglum, problems_of_translation
from workbench.interchange.document import Document, TranslationRecord
from workbench.interchange.errors import FormatError, Problem
from workbench.interchange.limits import MAX_SIGLUM
from workbench.interchange.losses import only_work
from workbench.interchange.options import ReadOptions
from workbench.interchange.scripture.gathering import Gatherer, document_of
from workbench.interchange.scripture.telling import Told, books_of, refuse_without_verses

__all__ = [
    "PROGRAM",
    "Roster",
    "describe_translation",
    "document_of_texts",
    "read_books",
    "read_description",
    "write_books",
]

Roster = tuple[str, str]
"""Siglum and language of the translation that a file says it is of; "" where it does not say."""

PROGRAM = "Translation Workbench"
_CODE = re.compile(rb"(?:\\id\s+|code=[\"'])([A-Za-z0-9]{3})")
_ORDER = {code: place for place, code in enumerate(BOOKS)}


def describe_translation(translation: TranslationRecord) -> str:
    """Return the line by which a file of ours says of which translation it is."""
    return "|".join([PROGRAM, translation.language, translation.siglum])


def read_description(line: str) -> Roster | None:
    """Return what such a line says, None for any other."""
    program, _, rest = line.strip().partition("|")
    language, _, siglum = rest.partition("|")
    return (siglum, language) if program == PROGRAM and siglum else None


def read_books(
    data: bytes, options: ReadOptions, ending: str, read: Callable[[bytes, Gatherer, str], Roster]
) -> Document:
    """Return the document of a file, or of all files in a ZIP whose names end so; `read` tells one to a gatherer."""
    if not data.startswith(b"PK\x03\x04"):
        gatherer = Gatherer()
        roster = read(data, gatherer, "")
        gatherer.finish()
        return document_of([(_named(roster, options, ""), gatherer)], options.title)
    archive = open_archive(data, options.max_bytes)
    names = [name for name in archive.names if re.search(ending, name, re.I) and "__MACOSX" not in name]
    others = sum(not name.endswith("/") for name in archive.names) - len(names)
    remarks = [f"{others:,} other files in the archive are not read."] if others else []
    folders = dict.fromkeys(name.rpartition("/")[0] for name in names)
    if not folders:
        raise FormatError((Problem("", "There is no file of this kind in the archive."),))
    found = [
        _read_folder(archive, [name for name in names if name.rpartition("/")[0] == folder], options, folder, read)
        for folder in folders
    ]
    _check_sigla([translation for translation, _ in found])
    return document_of(found, options.title, remarks)


def document_of_texts(texts: Sequence[tuple[Roster, str, Gatherer]], options: ReadOptions) -> Document:
    """Return the document of a file with several translations: what it says of each, another name of it, its words."""
    each = options if len(texts) == 1 else replace(options, siglum="")
    found = [(_named(roster, each, name), gatherer) for roster, name, gatherer in texts]
    _check_sigla([translation for translation, _ in found])
    return document_of(found, options.title)


def _read_folder(
    archive: Archive,
    names: Sequence[str],
    options: ReadOptions,
    folder: str,
    read: Callable[[bytes, Gatherer, str], Roster],
) -> tuple[TranslationRecord, Gatherer]:
    gatherer, roster = Gatherer(), ("", "")
    files = {name: archive.read(name) for name in names}
    for name in sorted(names, key=lambda name: _place(name, files[name])):
        roster = max(roster, read(files.pop(name), gatherer, name))
    gatherer.finish()
    return _named(roster, options, unquote(folder.rpartition("/")[2])), gatherer


def _place(name: str, data: bytes) -> tuple[int, str]:
    """Return by what a file is put in order: its name where that is numbered, else its book's place in the canon."""
    base = name.rpartition("/")[2]
    found = _CODE.search(data[:2000].replace(b"\0", b""))
    code = found[1].decode().upper() if found else ""
    return (0 if base[:1].isdecimal() else _ORDER.get(code, len(_ORDER))), base


def _named(roster: Roster, options: ReadOptions, folder: str) -> TranslationRecord:
    siglum = roster[0] or options.siglum or " ".join(folder.split())[:MAX_SIGLUM].strip()
    if problems := problems_of_translation(replace(options, siglum=siglum)):
        raise FormatError(tuple(problems))
    return TranslationRecord(siglum, roster[1] or options.language)


def _check_sigla(translations: Sequence[TranslationRecord]) -> None:
    sigla = [one.siglum for one in translations]
    for one in translations:
        message = complaint_about_siglum(one.siglum) or complaint_about_language(one.language)
        if message or sigla.count(one.siglum) > 1:
            raise FormatError(
                (Problem(one.siglum, message or "Two translations have this name. Expected different ones."),)
            )


def write_books(
    document: Document, ending: str, write: Callable[[TranslationRecord, str, Sequence[Told]], bytes]
) -> bytes:
    """Return the file of a document that is one book in one translation, else a ZIP of such files.

    Raises `FormatError` for what are no verses.
    """
    work = only_work(document)
    refuse_without_verses(work)
    told = [(one, books_of(work, one.siglum)) for one in work.translations]
    files = list(_files(told, ending))
    if len(files) == 1:
        return write(*files[0][1])
    return write_archive({name: write(*said) for name, said in files})


def _files(
    told: Sequence[tuple[TranslationRecord, Mapping[str, Sequence[Told]]]], ending: str
) -> Iterator[tuple[str, tuple[TranslationRecord, str, Sequence[Told]]]]:
    for translation, books in told:
        folder = f"{quote(translation.siglum, safe=' ')}/" if len(told) > 1 else ""
        for number, (code, verses) in enumerate(books.items(), 1):
            yield f"{folder}{number:03}-{code}{ending}", (translation, code, verses)
