"""JSON Schemas of what clients send, read from the schemas of bodies and queries."""

import inspect
from typing import Any

from rest_framework.fields import empty

from workbench.api.protocol.fields import (
    Choice,
    ChoiceList,
    Choices,
    Digits,
    File,
    Moment,
    Number,
    Objects,
    Schema,
    Text,
    Whole,
)
from workbench.api.protocol.openapi.responses import JsonSchema

__all__ = ["body_schema", "query_parameters"]

# What `workbench.text.check_text` refuses, as far as one code unit says it.
STORABLE = r"^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufdd0-\ufdef\ufffe\uffff]*$"


def body_schema(kind: type[Schema]) -> JsonSchema:
    """Return the schema of a body: a closed object."""
    fields = kind().fields
    schema: JsonSchema = {
        "type": "object",
        "description": inspect.cleandoc(kind.__doc__ or ""),
        "properties": {name: _field_schema(field) for name, field in fields.items()},
        "required": [name for name, field in fields.items() if field.required],
        "additionalProperties": False,
    }
    if kind.least_members:
        schema["minProperties"] = kind.least_members
    return schema


def query_parameters(kind: type[Schema]) -> list[JsonSchema]:
    """Return the parameters of a query."""
    return [_parameter(name, field) for name, field in kind().fields.items()]


def _parameter(name: str, field: Any) -> JsonSchema:
    schema = _field_schema(field)
    described: JsonSchema = {"name": name, "in": "query", "required": field.required}
    if note := schema.pop("description", ""):
        described["description"] = note
    if isinstance(field, Choices):
        described |= {"style": "form", "explode": False}
    return {**described, "schema": schema}


def _field_schema(field: Any) -> JsonSchema:
    schema: JsonSchema = next(describe(field) for kind, describe in _KINDS if isinstance(field, kind))
    if getattr(field, "allow_null", False):
        schema["type"] = [schema["type"], "null"]
    if field.help_text:
        schema["description"] = str(field.help_text)
    default: Any = field.default
    if isinstance(field, (Text, Choice)) and default is not empty:
        schema["default"] = default
    return schema


def _text(field: Text) -> JsonSchema:
    schema: JsonSchema = {"type": "string", "pattern": STORABLE}
    if field.limit is not None:
        schema["maxLength"] = field.limit
    if field.least:
        schema["minLength"] = field.least
    return schema


def _whole(field: Whole) -> JsonSchema:
    return {"type": "integer", "minimum": field.minimum, "maximum": field.maximum}


def _some(field: Choices) -> JsonSchema:
    return {"type": "array", "items": {"type": "string", "enum": field.values}}


def _objects(field: Objects) -> JsonSchema:
    return {"type": "array", "items": body_schema(type(field.child)), "maxItems": field.most}  # type: ignore[arg-type]


_KINDS: tuple[tuple[Any, Any], ...] = (
    (Text, _text),
    ((Digits, Whole), _whole),
    (Number, lambda field: {"type": "number", "minimum": field.minimum, "maximum": field.maximum}),
    (Choice, lambda field: {"type": "string", "enum": field.values}),
    ((Choices, ChoiceList), _some),
    (Objects, _objects),
    (Moment, lambda _: {"type": "string", "format": "date-time"}),
    (File, lambda _: {"type": "string", "contentMediaType": "application/octet-stream"}),
)
