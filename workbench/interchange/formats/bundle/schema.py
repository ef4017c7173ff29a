"""The JSON Schema of a bundle, made from its shapes.

`python -m workbench.interchange.formats.bundle.schema` prints it.
"""

import json
import sys
from typing import Any

from workbench.interchange.formats.bundle.shapes import FORMAT, VERSIONS, WORK, Count, Many, Maybe, Part, Shape
from workbench.interchange.limits import MAX_NUMBER

__all__ = ["describe_bundle"]


def describe_bundle() -> str:
    """Return the schema (JSON Schema 2020-12) as it stands in `bundle.schema.json`."""
    definitions: dict[str, Any] = {}
    works = {"type": "array", "maxItems": 1_000, "items": _describe(WORK, definitions)}
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Translation Workbench bundle, versions {' and '.join(map(str, VERSIONS))}",
        "description": "Works with their translations, passages, variants with all revisions, and discussions.",
        "type": "object",
        "additionalProperties": False,
        "required": ["format", "version", "works"],
        "properties": {"format": {"const": FORMAT}, "version": {"enum": list(VERSIONS)}, "works": works},
        "$defs": definitions,
    }
    return f"{json.dumps(schema, indent=2, ensure_ascii=False)}\n"


def _describe(part: Part, definitions: dict[str, Any]) -> dict[str, Any]:
    match part:
        case Shape():
            return _refer_to(part, definitions)
        case Many():
            return {"type": "array", "maxItems": part.most, "items": _describe(part.shape, definitions)}
        case Maybe():
            return {"anyOf": [_describe(part.part, definitions), {"type": "null"}]}
        case Count():
            return {"type": "integer", "minimum": part.least, "maximum": MAX_NUMBER}
        case _:
            return dict(part.schema)


def _refer_to(shape: Shape, definitions: dict[str, Any]) -> dict[str, Any]:
    name = shape.record.__name__.removesuffix("Record").lower()
    if name not in definitions:
        definitions[name] = None  # it keeps its place before what it speaks of
        definitions[name] = {
            "description": " ".join((shape.record.__doc__ or "").replace("`", "").split()),
            "type": "object",
            "additionalProperties": False,
            "required": sorted(shape.required),
            "properties": {name: _described(shape, name, definitions) for name in shape.members},
        }
    return {"$ref": f"#/$defs/{name}"}


def _described(shape: Shape, name: str, definitions: dict[str, Any]) -> dict[str, Any]:
    said = _describe(shape.members[name], definitions)
    return {**said, "$comment": "Since version 2."} if name in shape.second else said


if __name__ == "__main__":
    sys.stdout.write(describe_bundle())
