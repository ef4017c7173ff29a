"""The elements and attributes of XLIFF 2.x, what may be said by them, and where those of others may stand."""

__all__ = ["ATTRIBUTES", "CHILDREN", "CORE", "HOLDS_OTHERS", "IDENTIFIED", "MODULES", "TAKES_OTHERS", "VALUES"]

CORE = "urn:oasis:names:tc:xliff:document:2."

_YES = frozenset({"yes", "no"})
_DIRECTIONS = frozenset({"ltr", "rtl", "auto"})
VALUES = {
    "translate": _YES, "canResegment": _YES, "canCopy": _YES, "canDelete": _YES, "canOverlap": _YES, "isolated": _YES,
    "canReorder": frozenset({"yes", "firstNo", "no"}), "dir": _DIRECTIONS, "srcDir": _DIRECTIONS, "trgDir": _DIRECTIONS,
    "state": frozenset({"initial", "translated", "reviewed", "final"}),
    "appliesTo": frozenset({"source", "target"}),
    "xml:space": frozenset({"default", "preserve"}),
}  # fmt: skip
"""What an attribute may say, by its name."""

_CODE = "id canCopy canDelete canReorder copyOf subType type"
_POINT = f"{_CODE} disp equiv dataRef subFlows"
_SPANNING = f"{_POINT} canOverlap dir isolated"
_HOLDER = "id name canResegment translate srcDir trgDir type xml:space"
_MARK = "id translate type ref value"
ATTRIBUTES = {
    name: frozenset(said.split())
    for name, said in {
        "xliff": "version srcLang trgLang xml:space",
        "file": "id original translate canResegment srcDir trgDir xml:space",
        "skeleton": "href",
        "group": _HOLDER,
        "unit": _HOLDER,
        "notes": "",
        "note": "id appliesTo category priority ref",
        "originalData": "",
        "data": "id dir xml:space",
        "segment": "id canResegment state subState",
        "ignorable": "id",
        "source": "xml:lang xml:space",
        "target": "xml:lang xml:space order",
        "cp": "hex",
        "ph": _POINT,
        "pc": f"{_CODE} canOverlap dispEnd dispStart equivEnd equivStart dataRefEnd dataRefStart subFlowsEnd "
        "subFlowsStart dir",
        "sc": _SPANNING,
        "ec": f"{_SPANNING} startRef",
        "mrk": _MARK,
        "sm": _MARK,
        "em": "startRef",
    }.items()
}
"""The attributes of each element, in no namespace or that of XML itself."""

_INLINE = frozenset({"cp", "ph", "pc", "sc", "ec", "mrk", "sm", "em"})
CHILDREN = {
    "xliff": frozenset({"file"}),
    "file": frozenset({"skeleton", "notes", "group", "unit"}),
    "group": frozenset({"notes", "group", "unit"}),
    "unit": frozenset({"notes", "originalData", "segment", "ignorable"}),
    "notes": frozenset({"note"}),
    "note": frozenset[str](),
    "originalData": frozenset({"data"}),
    "data": frozenset({"cp"}),
    "segment": frozenset({"source", "target"}),
    "ignorable": frozenset({"source", "target"}),
    **dict.fromkeys(("source", "target", "pc", "mrk"), _INLINE),
    **dict.fromkeys(("cp", "ph", "sc", "ec", "sm", "em"), frozenset[str]()),
}
"""The elements that may stand in each."""

HOLDS_OTHERS = frozenset({"file", "group", "unit", "skeleton"})
"""Elements in which those of other programs and modules may stand, before what is the file's own."""

TAKES_OTHERS = frozenset({"xliff", "file", "group", "unit", "note", "mrk", "sm"})
"""Elements that may have attributes of other programs; codes may have those of modules."""

IDENTIFIED = frozenset({"file", "group", "unit", "data", "ph", "pc", "sc", "mrk", "sm"})
"""Elements that need an id."""

_MODULE = "urn:oasis:names:tc:xliff:"
MODULES = {
    f"{_MODULE}{name}:2.": frozenset(said.split())
    for name, said in {
        "matches": "matches match",
        "glossary": "glossary glossEntry term translation definition",
        "metadata": "metadata metaGroup meta",
        "resourcedata": "resourceData resourceItemRef resourceItem source target reference",
        "changetracking": "changeTrack revisions revision item",
        "validation": "validation rule",
    }.items()
}
"""The elements of modules, by the beginnings of their namespaces."""
