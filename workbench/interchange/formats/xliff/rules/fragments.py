"""References inside a file (fragment identifiers, XLIFF 2.1, 3.5): `#/f=f1/u=u1/n=n1`."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from workbench.interchange.formats.xliff.rules.names import CORE

__all__ = ["complaints_about_references"]

_PART = re.compile(r"(?:([\w.\-]+)=)?([\w.:\-·]+)")
_HOLDERS = ("f", "g", "u")
_LEAVES = frozenset({"n", "d", "t", "tbx"})
_MODULES = {"gls": "glossary", "mtc": "matches", "mda": "metadata", "res": "resourcedata", "ctr": "changetracking",
            "val": "validation", "slr": "sizerestriction", "its": "its"}  # fmt: skip


def complaints_about_references(element: Any, unit: Any) -> Iterator[str]:
    """Yield what is wrong with the reference of an annotation."""
    said = element.get("ref", "")
    if not element.tag.startswith(f"{{{CORE}") or not said.startswith("#"):
        return
    parts = [_PART.fullmatch(one) for one in said[1:].removeprefix("/").split("/")]
    known = [(one[1] or "", one[2]) for one in parts if one]
    if len(known) < len(parts) or not _is_in_order([prefix for prefix, _ in known], element.nsmap.values()):
        yield "a reference inside the file is not written as one"
    elif element.get("type") == "comment" and not _leads_to_note(known, unit):
        yield "a comment leads to a note that is not in its unit"


def _is_in_order(prefixes: Sequence[str], namespaces: Sequence[str]) -> bool:
    """Whether holders come from the outermost to the innermost, each once, then one leaf."""
    holders = [one for one in prefixes if one in _HOLDERS]
    places = [_HOLDERS.index(one) for one in holders]
    rest = [one for one in prefixes if one not in _HOLDERS]
    is_known = all(not one or one in _LEAVES or _is_declared(one, namespaces) for one in rest)
    return prefixes[: len(holders)] == holders and places == sorted(set(places)) and len(rest) <= 1 and is_known


def _is_declared(prefix: str, namespaces: Sequence[str]) -> bool:
    name = _MODULES.get(prefix, "")
    return bool(name) and any(name in one for one in namespaces)


def _leads_to_note(parts: Sequence[tuple[str, str]], unit: Any) -> bool:
    prefix, name = parts[-1]
    is_elsewhere = any(one == "u" and said != unit.get("id") for one, said in parts)
    outside = any(one == "f" for one, _ in parts) and not any(one == "u" for one, _ in parts)
    ids = {one.get("id") for one in unit.findall("{*}notes/{*}note")}
    return prefix == "n" and not outside and (is_elsewhere or name in ids)
