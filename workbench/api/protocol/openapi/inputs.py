"""JSON Schemas of what clients send, read from the shapes of bodies and queries."""

import inspect
from typing import Any

from rest_framework.fields import empty

from workbench.api.protocol.fields import Choice, ChoiceList, Choices, Digits, File, Moment, Objects, Shape, Text, Whole
from workbench.api.protocol.openapi.responses import Schema

__all__ = ["body_schema", "query_parameters"]

# What `workbench.text.check_text` refuses, as far as one code unit says it.
STORABLE = r"^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufdd0-\ufdef\ufffe\uffff]*$"


def body_schema(shape: type[Shape]) -> Schema:
    """Return the schema of a body: a closed object."""
    fields = shape().fields
    schema: Schema = {
        "type": "object",
        "description": inspect.cleandoc(shape.__doc__ or ""),
        "properties": {name: _field_schema(field) for name, field in fields.items()},
        "required": [name for name, field in fields.items() if field.required],
        "additionalProperties": False,
    }
    if shape.least_members:
        schema["minProperties"] = shape.least_members
    return schema


def query_parameters(shape: type[Shape]) -> list[Schema]:
    """Return the parameters of a query."""
    return [_parameter(name, field) for name, field in shape().fields.items()]


def _parameter(name: str, field: Any) -> Schema:
    schema = _field_schema(field)
    described: Schema = {"name": name, "in": "query", "required": field.required}
    if note := schema.pop("description", ""):
        described["description"] = note
    if isinstance(field, Choices):
        described |= {"style": "form", "explode": False}
    return {**described, "schema": schema}


def _field_schema(field: Any) -> Schema:
    schema: Schema = next(describe(field) for kind, describe in _KINDS if isinstance(field, kind))
    if getattr(field, "allow_null", False):
        schema["type"] = [schema["type"], "null"]
    if field.help_text:
        schema["description"] = str(field.help_text)
    default: Any = field.default
    if isinstance(field, (Text, Choice)) and default is not empty:
        schema["default"] = default
    return schema


def _text(field: Text) -> Schema:
    schema: Schema = {"type": "string", "pattern": STORABLE}
    if field.limit is not None:
        schema["maxLength"] = field.limit
    if field.least:
        schema["minLength"] = field.least
    return schema


def _whole(field: Whole) -> Schema:
    return {"type": "integer", "minimum": field.minimum, "maximum": field.maximum}


def _some(field: Choices) -> Schema:
    return {"type": "array", "items": {"type": "string", "enum": field.values}}


def _objects(field: Objects) -> Schema:
    return {"type": "array", "items": body_schema(type(field.child)), "maxItems": field.most}  # type: ignore[arg-type]


_KINDS: tuple[tuple[Any, Any], ...] = (
    (Text, _text),
    ((Digits, Whole), _whole),
    (Choice, lambda field: {"type": "string", "enum": field.values}),
    ((Choices, ChoiceList), _some),
    (Objects, _objects),
    (Moment, lambda _: {"type": "string", "format": "date-time"}),
    (File, lambda _: {"type": "string", "contentMediaType": "application/octet-stream"}),
)
