"""What the translations of a file are called, said by who brings it: programs name them by their languages alone."""

from collections.abc import Mapping
from dataclasses import replace

from workbench.interchange.document import Document, ThreadRecord, WorkRecord
from workbench.interchange.errors import FormatError, Problem
from workbench.interchange.units import name_by_language

__all__ = ["is_named_by_language", "parse_names", "rename_translations"]


def parse_names(said: str) -> dict[str, str]:
    """Return what is called how, from "de=A; de 2=B". Raises `FormatError` for anything else."""
    names: dict[str, str] = {}
    for part in filter(str.strip, said.split(";")):
        there, _, here = (one.strip() for one in part.rpartition("="))
        if not there or not here or there in names:
            raise _refusal(f"{part.strip()[:60]!r} is not understood. Expected de=A; de 2=B, each once.")
        names[there] = here
    return names


def rename_translations(document: Document, names: Mapping[str, str]) -> Document:
    """Return the document with its translations called so. Raises `FormatError` for one that it does not have, and
    where two would be called alike.
    """
    known = dict.fromkeys(one.siglum for work in document.works for one in work.translations)
    if unknown := [name for name in names if name not in known]:
        raise _refusal(f"The file has no translation {unknown[0][:60]}. Expected one of {', '.join(known)[:500]}.")
    return replace(document, works=tuple(_renamed(one, names) for one in document.works))


def is_named_by_language(siglum: str, language: str) -> bool:
    """Say whether a siglum only says the language: de, or de 2."""
    return bool(language) and (siglum == language or siglum.rpartition(" ")[0] == name_by_language(language, ()))


def _renamed(work: WorkRecord, names: Mapping[str, str]) -> WorkRecord:
    def of(siglum: str) -> str:
        return names.get(siglum, siglum)

    sigla = [of(one.siglum) for one in work.translations]
    if twice := next((one for one in sigla if sigla.count(one) > 1), None):
        raise _refusal(f"Two translations would be called {twice[:60]}. Expected different names.")
    return replace(
        work,
        translations=tuple(replace(one, siglum=of(one.siglum)) for one in work.translations),
        passages=tuple(
            replace(one, variants=tuple(replace(each, siglum=of(each.siglum)) for each in one.variants))
            for one in work.passages
        ),
        threads=tuple(_thread(one, names) for one in work.threads),
        groups=tuple(replace(one, members=tuple(map(of, one.members))) for one in work.groups),
        derivations=tuple(replace(one, siglum=of(one.siglum), source=of(one.source)) for one in work.derivations),
        rules=tuple(replace(one, translations=tuple(map(of, one.translations))) for one in work.rules),
        corrections=tuple(
            replace(one, marks=tuple(replace(each, siglum=of(each.siglum)) for each in one.marks))
            for one in work.corrections
        ),
    )


def _thread(thread: ThreadRecord, names: Mapping[str, str]) -> ThreadRecord:
    anchors = tuple(replace(one, siglum=names.get(one.siglum, one.siglum)) for one in thread.anchors)
    return replace(thread, anchors=anchors)


def _refusal(message: str) -> FormatError:
    return FormatError((Problem("called", message),))
