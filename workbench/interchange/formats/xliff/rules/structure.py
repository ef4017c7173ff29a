"""Files, groups, units and what stands in them: order, names, ids, languages."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from workbench.interchange.formats.xliff.rules.fragments import complaints_about_references
from workbench.interchange.formats.xliff.rules.names import (
    ATTRIBUTES,
    CHILDREN,
    CORE,
    HOLDS_OTHERS,
    IDENTIFIED,
    MODULES,
    TAKES_OTHERS,
    VALUES,
)
from workbench.interchange.xml import XML_LANG, XML_SPACE, local_name

__all__ = ["Structure"]

_ID = re.compile(r"[\w.:\-·]+")
_XML = "{http://www.w3.org/XML/1998/namespace}"
_STYLES = "{urn:oasis:names:tc:xliff:fs:2.0}"
_ELEMENTS = """
a b bdo big blockquote body br button caption center cite code col colgroup dd del div dl dt em font form frame frameset
h1 h2 h3 h4 h5 h6 head hr html i iframe img input ins kbd label legend li link map menu meta noframes object ol optgroup
option p pre q s samp select small span strike strong style sub sup table tbody td textarea tfoot th thead title tr tt u
ul var
"""
_HTML = frozenset(_ELEMENTS.split())
_PREFIXED = re.compile(r"[^\s:]+:\S.*")
_TYPES = frozenset({"fmt", "ui", "quote", "link", "image", "other"})
_SUBTYPES = {"xlf:lb": "fmt", "xlf:pb": "fmt", "xlf:b": "fmt", "xlf:i": "fmt", "xlf:u": "fmt", "xlf:var": "ui"}
_MARKS = frozenset({"generic", "comment", "term"})


class Structure:
    """Remembers the ids of a file while its units go by; an id stands once in a file, and once in a unit."""

    def __init__(self) -> None:
        self._files: Counter[str] = Counter()
        self._units: Counter[str] = Counter()
        self._flows: list[str] = []

    def look_at(self, element: Any, name: str) -> Iterator[str]:
        """Yield what is wrong with a unit, a file or the root when it ends."""
        if name == "unit":
            yield from self._look_at_unit(element)
        elif name == "file":
            yield from self._look_at_file(element)
        elif name == "xliff":
            yield from _look_at(element)

    def _look_at_unit(self, unit: Any) -> Iterator[str]:
        self._units[unit.get("id", "")] += 1
        if self._units[unit.get("id", "")] == 2:
            yield "two units of a file have one id"
        for one in unit.iter():
            yield from _look_at(one)
            yield from complaints_about_references(one, unit)
            self._flows += [flow for name in ("subFlows", "subFlowsStart", "subFlowsEnd") for flow in
                            one.get(name, "").split()]  # fmt: skip
        before = [one for one in unit.itersiblings(preceding=True) if local_name(one) not in {"unit", "group", ""}]
        yield from (fault for one in before for part in one.iter() for fault in _look_at(part))
        if before:
            yield from _repeated_ids(unit.getparent())
        yield from _languages(unit)
        yield from _repeated_ids(unit)

    def _look_at_file(self, file: Any) -> Iterator[str]:
        """Look at what is left of a file when its units have gone by: groups, and what stands beside them."""
        self._files[file.get("id", "")] += 1
        if self._files[file.get("id", "")] == 2:
            yield "two files have one id"
        groups = Counter(one.get("id", "") for one in file.iter("{*}group"))
        if any(count > 1 for count in groups.values()):
            yield "two groups of a file have one id"
        if not groups and not self._units:
            yield "a file holds no unit and no group"
        for one in (file, *file.iter("{*}group")):
            yield from _look_at(one)
            yield from _repeated_ids(one)
            yield from (fault for part in one if local_name(part) not in {"unit", "group"} for fault in
                        (each for inner in part.iter() for each in _look_at(inner)))  # fmt: skip
        if any(flow not in self._units for flow in self._flows):
            yield "a code names a unit as its sub-flow that is not there"
        self._units, self._flows = Counter(), []


def _look_at(element: Any) -> Iterator[str]:
    """Yield what is wrong with one element: attributes, their values, what stands in it and in which order."""
    name = local_name(element)
    namespace = element.tag[1:].rpartition("}")[0] if isinstance(element.tag, str) else ""
    if not namespace.startswith(CORE):
        yield from _look_at_others(namespace, name)
        return
    if name not in ATTRIBUTES:
        yield f"there is no element {name[:40]}"
        return
    yield from _attributes(element, name)
    yield from _content(element, name)
    yield from _special(element, name)


def _look_at_others(namespace: str, name: str) -> Iterator[str]:
    known = next((names for module, names in MODULES.items() if namespace.startswith(module)), None)
    if known is not None and name not in known:
        yield f"its module has no element {name[:40]}"


def _attributes(element: Any, name: str) -> Iterator[str]:
    if name in IDENTIFIED and not element.get("id"):
        yield f"{name} has no id"
    for attribute, value in element.attrib.items():
        plain = attribute.replace(_XML, "xml:")
        if plain == "id" and not _ID.fullmatch(value):
            yield f"{value[:20]!r} is no id"
        elif plain.startswith("{"):
            is_unstyled = name == "em" or (name == "ec" and element.get("isolated") != "yes")
            yield from _others_attribute(plain, value, name, is_unstyled=is_unstyled)
        elif plain not in ATTRIBUTES[name] and not (plain.startswith("xml:") and name in TAKES_OTHERS):
            yield f"{name} has no attribute {plain[:40]}"
        elif plain in VALUES and value not in VALUES[plain]:
            yield f"{plain} says {value[:20]!r}, which is none of {', '.join(sorted(VALUES[plain]))}"


def _others_attribute(attribute: str, value: str, name: str, *, is_unstyled: bool) -> Iterator[str]:
    if attribute.startswith(_STYLES):
        said = attribute.removeprefix(_STYLES)
        if said not in {"fs", "subFs"} or is_unstyled or (said == "fs" and value not in _HTML):
            yield f"{name} has a style (fs) that may not be"
    elif name not in TAKES_OTHERS and not attribute.startswith("{urn:oasis:names:tc:xliff:") and "its" not in attribute:
        yield f"{name} has an attribute of another program"


def _content(element: Any, name: str) -> Iterator[str]:
    """Yield what is wrong with the elements in one; those of others stand before its own."""
    own = False
    for one in element:
        tag = one.tag if isinstance(one.tag, str) else ""
        if not tag.startswith(f"{{{CORE}"):
            if name != "skeleton" and tag and (name not in HOLDS_OTHERS or own):
                yield f"an element of another program stands in {name} where none may"
        elif name in CHILDREN:
            said = local_name(one)
            if said not in CHILDREN[name]:
                yield f"{said[:40]} may not stand in {name}"
            elif said in {"notes", "skeleton", "originalData"} and own:
                yield f"{said} stands behind what it has to stand before"
            own = own or said in {"group", "unit", "segment", "ignorable"}


def _special(element: Any, name: str) -> Iterator[str]:
    if name in {"notes", "originalData"} and not len(element):
        yield f"{name} holds nothing"
    if name == "skeleton" and bool(element.get("href")) == bool(len(element) or (element.text or "").strip()):
        yield "a skeleton is either here or elsewhere (href)"
    if name in {"segment", "ignorable"} and element.find("{*}source") is None:
        yield f"{name} has no source"
    for narrow, wide in (("subState", "state"), ("subType", "type")):
        if element.get(narrow) and not element.get(wide):
            yield f"{narrow} stands without {wide}"
    kind = element.get("type", "")
    if name in {"ph", "pc", "sc", "ec"} and kind and kind not in _TYPES:
        yield f"{kind[:20]!r} is no type of codes"
    if _SUBTYPES.get(element.get("subType", ""), kind) != kind:
        yield "subType does not belong to its type"
    if name in {"mrk", "sm"} and kind and kind not in _MARKS and not _PREFIXED.fullmatch(kind):
        yield f"{kind[:20]!r} is no type of annotations"
    if name in {"mrk", "sm"} and kind == "comment" and bool(element.get("value")) == bool(element.get("ref")):
        yield "a comment says its words in value or leads to a note by ref, one of the two"


def _languages(unit: Any) -> Iterator[str]:
    root = next((one for one in unit.iterancestors() if local_name(one) == "xliff"), None)
    said = {"source": "srcLang", "target": "trgLang"}
    for one in unit.iter("{*}source", "{*}target"):
        name = local_name(one)
        if local_name(one.getparent()) not in {"segment", "ignorable"} or root is None:
            continue
        expected = root.get(said[name])
        if expected is None:
            yield f"there is a {name} and the file does not say its language ({said[name]})"
        elif (found := _inherited(one, root)) and found.casefold() != expected.casefold():
            yield f"the language of a {name} is another than {said[name]} says"
        other = one.getparent().find("{*}target") if name == "source" else None
        if other is not None and _inherited(other, root, XML_SPACE) != _inherited(one, root, XML_SPACE):
            yield "white space counts in the source and not in its target, or the other way round"


def _inherited(element: Any, root: Any, name: str = XML_LANG) -> str:
    """Return the language (or what else is called so) that an element says, or that those around it say."""
    for one in (element, *element.iterancestors()):
        if one.get(name):
            return str(one.get(name))
        if one is root:
            break
    return ""


def _repeated_ids(element: Any) -> Iterator[str]:
    """Yield what has an id that stands already: notes, originals of codes, elements of one other program."""
    for name in ("note", "data"):
        found = Counter(one.get("id") for holder in element for one in holder if local_name(one) == name)
        if any(count > 1 for one, count in found.items() if one):
            yield f"two elements {name} have one id"
    for holder in element:
        if isinstance(holder.tag, str) and not holder.tag.startswith("{urn:oasis:names:tc:xliff:"):
            ids = Counter(one.get("id") or one.get(f"{_XML}id") for one in holder.iter())
            if any(count > 1 for one, count in ids.items() if one):
                yield "two elements of another program have one id"
