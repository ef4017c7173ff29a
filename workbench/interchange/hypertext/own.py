"""What pages and e-books of ours say in their heads, to be read again: the work itself and its translations."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from typing import Any

from workbench.interchange.document import WorkRecord
from workbench.interchange.units import write_roster
from workbench.interchange.xml import checked_text

__all__ = ["AboutWork", "Own", "read_own", "write_own"]

_TRANSLATION = "workbench-translation"
_WORK = "workbench-"


@dataclass(frozen=True, slots=True)
class AboutWork:
    """What is said of the work itself, by the names that `WorkRecord` has for it."""

    title: str = ""
    author: str = ""
    language: str = ""
    description: str = ""
    series: str = ""
    numbering: str = ""


@dataclass(frozen=True, slots=True)
class Own:
    """`roster` are the lines that name the translations; a file of others has none."""

    roster: tuple[str, ...]
    work: AboutWork


_NAMES = tuple(one.name for one in fields(AboutWork))


def write_own(work: WorkRecord) -> Iterator[tuple[str, str]]:
    """Yield the names and contents of the `meta` elements that say it."""
    yield from ((f"{_WORK}{name}", said) for name in _NAMES if (said := getattr(work, name)))
    yield from ((_TRANSLATION, line) for line in write_roster(work))


def read_own(metas: Iterable[Any]) -> Own:
    """Return what `meta` elements say of a file of ours; raises `FormatError` for what may not be stored."""
    said = [(one.get("name", ""), one.get("content", "")) for one in metas]
    found = dict(said)
    lines = {name: checked_text(found.get(f"{_WORK}{name}", ""), f"the {name}") for name in _NAMES}
    return Own(tuple(content for name, content in said if name == _TRANSLATION), AboutWork(**lines))
