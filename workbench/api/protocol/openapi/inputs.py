"""JSON Schemas of what clients send, read from the schemas of bodies and queries."""

import inspect
from typing import Any

from rest_framework.fields import empty

from workbench.api.protocol.fields import (
    Choice,
    ChoiceList,
    Choices,
    Day,
    Digits,
    File,
    Flag,
    Moment,
    Number,
    Objects,
    Schema,
    Text,
    Texts,
    Whole,
)
from workbench.api.protocol.openapi.responses import JsonSchema

__all__ = ["query_parameters", "refer_to_body"]

# What `workbench.text.check_text` refuses, as far as one code unit says it.
STORABLE = r"^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufdd0-\ufdef\ufffe\uffff]*$"


def refer_to_body(kind: type[Schema], named: dict[str, JsonSchema]) -> JsonSchema:
    """Return a reference to the schema of a body; it is added to those that are `named`, with all it refers to."""
    name = f"{kind.__name__}Body"
    if name not in named:
        named[name] = _body_schema(kind, named)
    return {"$ref": f"#/components/schemas/{name}"}


def _body_schema(kind: type[Schema], named: dict[str, JsonSchema]) -> JsonSchema:
    """Return the schema of a body: a closed object."""
    fields = kind().fields
    schema: JsonSchema = {
        "type": "object",
        "description": inspect.cleandoc(kind.__doc__ or ""),
        "properties": {name: _field_schema(field, named) for name, field in fields.items()},
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
    schema = _field_schema(field, {})
    described: JsonSchema = {"name": name, "in": "query", "required": field.required}
    if note := schema.pop("description", ""):
        described["description"] = note
    if isinstance(field, Choices):
        described |= {"style": "form", "explode": False}
    return {**described, "schema": schema}


def _field_schema(field: Any, named: dict[str, JsonSchema]) -> JsonSchema:
    if isinstance(field, Objects):
        return _objects(field, named)
    schema: JsonSchema = next(describe(field) for kind, describe in _KINDS if isinstance(field, kind))
    if getattr(field, "allow_null", False):
        schema["type"] = [schema["type"], "null"]
    if field.help_text:
        schema["description"] = str(field.help_text)
    default: Any = field.default
    if isinstance(field, (Text, Choice, Flag)) and default is not empty:
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


def _texts(field: Texts) -> JsonSchema:
    items = {"type": "string", "pattern": STORABLE, "maxLength": field.limit}
    return {"type": "array", "items": items, "maxItems": field.most}


def _objects(field: Objects, named: dict[str, JsonSchema]) -> JsonSchema:
    items = refer_to_body(type(field.child), named)  # type: ignore[arg-type]
    note = {"description": str(field.help_text)} if field.help_text else {}
    return {"type": "array", "items": items, "maxItems": field.most, **note}


_KINDS: tuple[tuple[Any, Any], ...] = (
    (Text, _text),
    ((Digits, Whole), _whole),
    (Number, lambda field: {"type": "number", "minimum": field.minimum, "maximum": field.maximum}),
    (Flag, lambda _: {"type": "boolean"}),
    (Choice, lambda field: {"type": "string", "enum": field.values}),
    ((Choices, ChoiceList), _some),
    (Texts, _texts),
    (Day, lambda _: {"type": "string", "format": "date"}),
    (Moment, lambda _: {"type": "string", "format": "date-time"}),
    (File, lambda _: {"type": "string", "format": "binary"}),
)
