"""Plain values to records after their shapes; every complaint carries its JSON Pointer (RFC 6901)."""

from typing import Any

from workbench.interchange.errors import FormatError, Problem
from workbench.interchange.formats.bundle.shapes import VERSION, Count, Many, Maybe, Part, Shape, String
from workbench.interchange.limits import MAX_NUMBER, MAX_PROBLEMS
from workbench.interchange.strict_json import Repeated
from workbench.text.words.validity import InvalidText, check_text

__all__ = ["RecordReader"]


class RecordReader:
    """Reads values after their shapes, as bundles of `version` have them, and gathers what is wrong in `problems`.

    What could not be read is None in its place, so a reading counts only if there were no problems.
    """

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.version = VERSION

    def read(self, part: Part, value: Any, pointer: str) -> Any:
        """Return what `value` says as `part` has it."""
        match part:
            case String():
                return self._string(part, value, pointer)
            case Count():
                return self._count(part, value, pointer)
            case Maybe():
                return None if value is None else self.read(part.part, value, pointer)
            case Many():
                return self._many(part, value, pointer)
            case Shape():
                return self._record(part, value, pointer)

    def complain(self, pointer: str, message: str) -> Any:
        """Note a problem and return None; raise `FormatError` when there are enough of them."""
        self.problems.append(Problem(pointer, message))
        if len(self.problems) >= MAX_PROBLEMS:
            raise FormatError(tuple(self.problems))
        return None

    def _string(self, part: String, value: Any, pointer: str) -> Any:
        if not isinstance(value, str):
            return self.complain(pointer, f"Expected a string, not {_name(value)}.")
        try:
            text = check_text(value)
        except InvalidText as error:
            return self.complain(pointer, str(error))
        text = part.formerly.get(text, text)
        if message := part.complain(text):
            return self.complain(pointer, message)
        return text

    def _count(self, part: Count, value: Any, pointer: str) -> Any:
        if not isinstance(value, int) or isinstance(value, bool):
            return self.complain(pointer, f"Expected a whole number, not {_name(value)}.")
        if not part.least <= value <= MAX_NUMBER:
            return self.complain(pointer, f"Expected a number from {part.least} to {MAX_NUMBER}.")
        return value

    def _many(self, part: Many, value: Any, pointer: str) -> Any:
        if not isinstance(value, list):
            return self.complain(pointer, f"Expected an array, not {_name(value)}.")
        if len(value) > part.most:
            return self.complain(pointer, f"{len(value):,} items. Expected at most {part.most:,}.")
        items = ((item, f"{pointer}/{index}") for index, item in enumerate(value))
        if isinstance(part.shape, Shape):
            return tuple(self._record(part.shape, item, place) for item, place in items)
        return tuple(self._string(part.shape, item, place) for item, place in items)

    def _record(self, shape: Shape, value: Any, pointer: str) -> Any:
        if not isinstance(value, dict):
            return self.complain(pointer, f"Expected an object, not {_name(value)}.")
        if isinstance(value, Repeated):
            return self.complain(f"{pointer}/{_escaped(value.member)}", "This member stands twice in its object.")
        before = len(self.problems)
        self._check_members(shape, value, pointer)
        fields = {
            name: self.read(part, value[name], f"{pointer}/{name}")
            for name, part in shape.members.items()
            if name in value
        }
        return shape.record(**fields) if len(self.problems) == before else None

    def _check_members(self, shape: Shape, value: dict[str, Any], pointer: str) -> None:
        for name in value.keys() - shape.members.keys():
            self.complain(f"{pointer}/{_escaped(name)}", "This member is not known here.")
        for name in sorted(shape.required - value.keys()):
            self.complain(pointer, f"The member {name} is missing.")
        if self.version == 1:
            for name in sorted(shape.second & value.keys()):
                self.complain(f"{pointer}/{name}", "This member came with version 2. Is the bundle one?")


def _name(value: Any) -> str:
    names = {dict: "an object", list: "an array", str: "a string", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")


def _escaped(name: str) -> str:
    """Return a name as a JSON Pointer has it, shortened; characters that cannot be stored become U+FFFD."""
    name = name.encode(errors="replace").decode()[:60]
    return name.replace("~", "~0").replace("/", "~1")
