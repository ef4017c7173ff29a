"""What is marked for translation: in Python by the functions of Django's gettext, in templates by its tags."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from babel.messages.extract import extract_python
from django.utils.translation import templatize

__all__ = ["ROOT", "Found", "extract", "extract_from", "said_by_modules"]

ROOT = Path(__file__).parents[2]
_KINDS: dict[str, tuple[str, ...]] = {
    "gettext": ("id",),
    "gettext_noop": ("id",),
    "gettext_lazy": ("id",),
    "ngettext": ("id", "plural"),
    "ngettext_lazy": ("id", "plural"),
    "pgettext": ("context", "id"),
    "pgettext_lazy": ("context", "id"),
    "npgettext": ("context", "id", "plural"),
    "npgettext_lazy": ("context", "id", "plural"),
    "_": ("id",),
}
_SAID = re.compile(r'\bsay\(\s*"((?:[^"\\]|\\.)*)"')


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A message: its English, its English plural, and what tells it from others that read alike."""

    id: str
    plural: str = ""
    context: str = ""


def extract(under: Path = ROOT / "workbench") -> dict[Found, list[str]]:
    """Return all messages below a folder, each with the files that it stands in."""
    found: dict[Found, list[str]] = {}
    for path in sorted(one for one in under.rglob("*") if one.suffix in {".py", ".html", ".txt", ".js"}):
        for message in extract_from(path):
            found.setdefault(message, []).append(str(path.relative_to(ROOT)))
    return found


def said_by_modules() -> list[str]:
    """Return what the modules of the pages say, in order."""
    paths = sorted((ROOT / "workbench").glob("*/static/**/*.js"))
    return sorted({message.id for path in paths for message in extract_from(path)})


def extract_from(path: Path) -> Iterator[Found]:
    """Yield the messages of a file. Raises `ValueError` where one is no plain string: nobody could translate it."""
    source = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        yield from _of_python(source, path) if "gettext" in source else ()
    elif path.suffix == ".js":
        yield from map(Found, _SAID.findall(source))
    elif "templates" in path.parts:
        yield from _of_template(source, path)


def _of_python(source: str, path: Path) -> Iterator[Found]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _KINDS:
            kind = _KINDS[node.func.id]
            parts = [one.value if isinstance(one, ast.Constant) else None for one in node.args[: len(kind)]]
            if len(parts) < len(kind) or not all(isinstance(part, str) for part in parts):
                if node.func.id in {"gettext", "pgettext", "_"}:
                    continue  # of a message that is marked elsewhere
                raise ValueError(f"{path}:{node.lineno}: {node.func.id} wants plain strings.")
            yield _found(dict(zip(kind, map(str, parts), strict=True)))


def _of_template(source: str, path: Path) -> Iterator[Found]:
    lines = templatize(source, origin=str(path)).splitlines()
    script = BytesIO("\n".join(line.lstrip() for line in lines).encode())
    for _, name, messages, _ in extract_python(script, dict.fromkeys(_KINDS), [], {"encoding": "utf-8"}):
        told: object = messages  # one string where there is one, whatever the types of Babel say
        parts = (told,) if isinstance(told, str) else messages
        yield _found(dict(zip(_KINDS[str(name)], map(str, parts), strict=False)))


def _found(parts: dict[str, str]) -> Found:
    return Found(parts["id"], parts.get("plural", ""), parts.get("context", ""))
