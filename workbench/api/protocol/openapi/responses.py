"""JSON Schemas of what is sent, read from the TypedDicts of the presenters."""

import inspect
import types
from typing import Annotated, Any, Literal, NotRequired, Union, get_args, get_origin, get_type_hints, is_typeddict

from django.db.models import TextChoices

__all__ = ["Components", "JsonSchema"]

JsonSchema = dict[str, Any]
_PLAIN: dict[Any, JsonSchema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
    Any: {},
}


class Components:
    """A growing collection of named schemas: each TypedDict asked for is added, with all it refers to."""

    def __init__(self) -> None:
        self.named: dict[str, JsonSchema] = {}
        self._kinds: dict[str, Any] = {}

    def refer(self, kind: Any) -> JsonSchema:
        """Return the schema of a type: a reference, where it is a TypedDict."""
        if is_typeddict(kind):
            return self._named(kind)
        origin, arguments = get_origin(kind), get_args(kind)
        if origin is Annotated:
            return _annotated(*arguments)
        if origin is Literal:
            return {"type": "string", "enum": list(arguments)}
        if origin in {Union, types.UnionType}:
            return self._any_of([self.refer(one) for one in arguments])
        if origin is list:
            return {"type": "array", "items": self.refer(arguments[0])}
        return {"type": "object"} if origin is dict else dict(_PLAIN[kind])

    def page(self, kind: Any) -> JsonSchema:
        """Return a reference to the schema of a page of rows of a type."""
        name = f"{_name(kind)}Page"
        self.named[name] = {
            "type": "object",
            "description": "One page. `next` is the address of the following one, null on the last.",
            "properties": {
                "results": {"type": "array", "items": self.refer(kind)},
                "next": {"type": ["string", "null"], "format": "uri"},
            },
            "required": ["results", "next"],
        }
        return {"$ref": f"#/components/schemas/{name}"}

    def _named(self, kind: Any) -> JsonSchema:
        name = _name(kind)
        if self._kinds.setdefault(name, kind) is not kind:
            raise ValueError(f"Two shapes of the API are called {name}: {kind.__module__} has one of them.")
        if name not in self.named:
            self.named[name] = {}  # stands there while its members are read
            hints = get_type_hints(kind, include_extras=True)
            self.named[name] = {
                "type": "object",
                "description": inspect.cleandoc(kind.__doc__ or ""),
                "properties": {member: self.refer(_bare(hint)) for member, hint in hints.items()},
                "required": sorted(kind.__required_keys__, key=list(hints).index),
            }
        return {"$ref": f"#/components/schemas/{name}"}

    @staticmethod
    def _any_of(schemas: list[JsonSchema]) -> JsonSchema:
        names = [schema.get("type") for schema in schemas]
        if all(isinstance(name, str) for name in names):
            return {**schemas[0], "type": names}
        return {"anyOf": schemas}


def _name(kind: Any) -> str:
    return str(kind.__name__.removesuffix("Shown"))


def _bare(hint: Any) -> Any:
    """Take `NotRequired[...]` off."""
    return get_args(hint)[0] if get_origin(hint) is NotRequired else hint


def _annotated(kind: Any, note: Any, *besides: str) -> JsonSchema:
    if isinstance(note, type) and issubclass(note, TextChoices):
        return {"type": "string", "enum": [*besides, *note.values]}
    if isinstance(note, tuple):
        return {"type": "string", "enum": list(note)}
    return {**_PLAIN[kind], "format": note}
