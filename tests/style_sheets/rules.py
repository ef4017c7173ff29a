"""What may not stand in a style sheet, and where it stands."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import tinycss2
from tinycss2.ast import AtRule, Declaration, Node, QualifiedRule

__all__ = ["Fault", "declarations", "lint", "unused_classes"]

PROPERTIES = frozenset(Path(__file__).with_name("properties.txt").read_text(encoding="utf-8").split())
CONDITIONS = frozenset({"media", "supports", "container", "layer"})
LISTS = frozenset({"font-face", "page"})
THEIRS = frozenset({"errorlist", "htmx-request"})  # set by Django's forms and by htmx
_CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")


class Fault(NamedTuple):
    """What is wrong, in the line counted from 1."""

    line: int
    words: str


class _Place(NamedTuple):
    context: str
    selector: str
    rule: QualifiedRule | AtRule


def lint(css: str) -> list[Fault]:
    """List what is wrong with one sheet, in the order of its lines."""
    places = list(_places(_parse(css), ""))
    faults = [*_unknown_rules(_parse(css)), *_twice(places)]
    for place in places:
        faults += _faults_of_block(place)
    return sorted(faults)


def declarations(css: str) -> Iterator[tuple[int, str, str]]:
    """Give line, property and value of each declaration of a sheet's rules, custom properties left out."""
    for place in _places(_parse(css), ""):
        for one in _block(place.rule):
            if isinstance(one, Declaration) and not one.name.startswith("--"):
                yield one.source_line, one.name, tinycss2.serialize(one.value).strip()


def unused_classes(sheets: Iterable[str], sources: Iterable[str]) -> set[str]:
    """Return the classes that sheets speak of and no template, module or script names."""
    named = THEIRS | set(re.findall(r"[\w-]+", "\n".join(sources)))
    told = {name for css in sheets for place in _places(_parse(css), "") for name in _CLASS.findall(place.selector)}
    return {name for name in told if name not in named and not _is_made(name, named)}


def _is_made(name: str, named: frozenset[str]) -> bool:
    """Tell whether a class is put together of a beginning that is named, as `d-{{ type }}`, and an end that is."""
    return any(name[:cut] in named and name[cut:] in named for cut in range(1, len(name)) if name[cut - 1] == "-")


def _parse(css: str) -> list[Node]:
    return list(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True))


def _places(nodes: Iterable[Node], context: str) -> Iterator[_Place]:
    for node in nodes:
        if isinstance(node, QualifiedRule):
            yield _Place(context, " ".join(tinycss2.serialize(node.prelude).split()), node)
        elif isinstance(node, AtRule) and node.lower_at_keyword in LISTS:
            yield _Place(context, f"@{node.lower_at_keyword} {tinycss2.serialize(node.prelude)}".strip(), node)
        elif isinstance(node, AtRule) and node.lower_at_keyword in CONDITIONS and node.content is not None:
            inner = f"{context} @{node.lower_at_keyword} {tinycss2.serialize(node.prelude).strip()}"
            inside = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
            yield from _places(inside, inner)


def _block(rule: QualifiedRule | AtRule) -> list[Node]:
    return list(tinycss2.parse_blocks_contents(rule.content or [], skip_comments=True, skip_whitespace=True))


def _unknown_rules(nodes: Iterable[Node]) -> Iterator[Fault]:
    known = CONDITIONS | LISTS | {"keyframes", "import", "charset", "property"}
    for node in nodes:
        if node.type == "error":
            yield Fault(node.source_line, f"not a rule: {node.message}")
        elif isinstance(node, AtRule) and node.lower_at_keyword not in known:
            yield Fault(node.source_line, f"unknown rule @{node.at_keyword}")


def _twice(places: Iterable[_Place]) -> Iterator[Fault]:
    seen: dict[tuple[str, str], int] = {}
    for place in places:
        first = seen.setdefault((place.context, place.selector), place.rule.source_line)
        if first != place.rule.source_line:
            yield Fault(place.rule.source_line, f"{place.selector} has its rule in line {first} already")


def _faults_of_block(place: _Place) -> Iterator[Fault]:
    block = _block(place.rule)
    if not block:
        yield Fault(place.rule.source_line, f"{place.selector} says nothing")
    names: Counter[str] = Counter()
    for one in block:
        if one.type == "error":
            yield Fault(one.source_line, f"not a declaration: {one.message}")
        elif isinstance(one, Declaration):
            names[one.name] += 1
            if names[one.name] > 1:
                yield Fault(one.source_line, f"{one.name} is said twice in one rule")
            if not _is_known(one.lower_name, place):
                yield Fault(one.source_line, f"unknown property {one.name}")


def _is_known(name: str, place: _Place) -> bool:
    known = name.removeprefix("-webkit-") in PROPERTIES
    return known or name.startswith("--") or place.selector.startswith(("@font-face", "@page"))
