"""A copy of the project with mutants in it."""

import re
import shutil
from collections.abc import Sequence
from difflib import unified_diff
from pathlib import Path

from mutmut.mutation.file_mutation import mutate_file_contents

__all__ = ["copy_with_mutants", "describe", "modules_of", "with_our_switch"]

_ROOT = Path(__file__).parents[2]
_TEXT = Path("workbench/text")
_COPIED = ("workbench", "tests", "fixtures", "docs", "manage.py", "pyproject.toml", "README.md", "CHANGELOG.md")
_STRICT = re.compile(r",\s*(strict=\w+)?\)")
_THEIRS = "from mutmut.mutation.trampoline import wrap_in_trampoline as _mutmut_mutated, MutantDict"
_OURS = "from tests.mutants.switching import switchable as _mutmut_mutated; MutantDict = dict"


def modules_of(name: str) -> list[Path]:
    """List the modules of a package of the engine, or one module: `anchors`, `difference/cleaning`."""
    path = _ROOT / _TEXT / name
    found = sorted(path.glob("*.py")) if path.is_dir() else [path.with_suffix(".py")]
    return [module.relative_to(_ROOT) for module in found if module.name != "__init__.py"]


def copy_with_mutants(folder: Path, modules: Sequence[Path]) -> list[str]:
    """Copy the project into a folder and put mutants into the modules; return their names, `module:mutant`."""
    for name in _COPIED:
        source, target = _ROOT / name, folder / name
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__", "static"))
        elif source.exists():
            shutil.copy(source, target)
    return [name for module in modules for name in _mutate(folder, module)]


def _mutate(folder: Path, module: Path) -> list[str]:
    path = folder / module
    mutated = mutate_file_contents(str(module), path.read_text(encoding="utf-8"))
    path.write_text(with_our_switch(mutated.code), encoding="utf-8")
    lines = mutated.code.splitlines()
    dotted = ".".join(module.with_suffix("").parts)
    return [f"{dotted}:{name}" for name in mutated.mutant_names if not _is_idle(lines, name)]


def _is_idle(lines: Sequence[str], mutant: str) -> bool:
    """Tell whether a mutant changes nothing but what `zip` does with columns of unequal length: no input has any."""
    was, became = ("\n".join(_body_of(name, lines)) for name in (_original_of(mutant), mutant))
    return _STRICT.sub(")", was) == _STRICT.sub(")", became)


def with_our_switch(code: str) -> str:
    """Let a mutated module ask `switching` which mutant is under test."""
    return code.replace(_THEIRS, _OURS)


def describe(folder: Path, mutant: str) -> str:
    """Show what a mutant changes."""
    module, name = mutant.split(":")
    lines = (folder / (module.replace(".", "/") + ".py")).read_text(encoding="utf-8").splitlines()
    changed = unified_diff(_body_of(_original_of(name), lines), _body_of(name, lines), lineterm="", n=1)
    return "\n".join(list(changed)[2:])


def _original_of(mutant: str) -> str:
    return mutant.rpartition("__mutmut_")[0] + "__mutmut_orig"


def _body_of(function: str, lines: Sequence[str]) -> list[str]:
    """List the lines below a function's first one, to the next line that is indented no deeper."""
    start = next(place for place, line in enumerate(lines) if line.lstrip().startswith(f"def {function}("))
    rest = lines[start + 1 :]
    depth = _depth(lines[start])
    ends = (
        place for place, line in enumerate(rest) if line.strip() and _depth(line) <= depth and line.strip()[0] != ")"
    )
    return [line for line in rest[: next(ends, len(rest))] if line]


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())
