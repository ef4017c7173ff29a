"""What a body or a query may hold: exact types, no coercion, and nothing that nobody asked for.

Schemas made of these say what is well formed (400 otherwise); what is allowed is the actions' business (422, 409, 403).
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any, ClassVar

from django.core.files.uploadedfile import UploadedFile
from django.utils.dateparse import parse_datetime
from rest_framework import serializers

from workbench.text.words.digits import read_digits

__all__ = [
    "Choice",
    "ChoiceList",
    "Choices",
    "Day",
    "Digits",
    "File",
    "Flag",
    "Listed",
    "Moment",
    "Named",
    "Number",
    "Objects",
    "Schema",
    "Text",
    "Texts",
    "Whole",
]

BIGGEST_ID = 2**63 - 1


class Text(serializers.Field[str, str, str, Any]):
    """A JSON string. `limit` is what the action takes at most, in code points; it is documented, not checked, here."""

    default_error_messages: ClassVar[dict[str, Any]] = {"type": "A string is expected."}

    def __init__(self, *, limit: int | None = None, least: int = 0, example: str = "", **options: Any) -> None:
        self.limit, self.least, self.example = limit, least, example
        super().__init__(**options)

    def to_internal_value(self, data: Any) -> str:
        """Return the string as it is."""
        if not isinstance(data, str):
            self.fail("type")
        return data


class Named(Text):
    """A string that is a name, or the digits of an id: what is digits alone is an id."""

    default_error_messages: ClassVar[dict[str, Any]] = {"empty": "A name or an id is expected."}

    def to_internal_value(self, data: Any) -> Any:
        """Return the name, or the id as a number."""
        name = super().to_internal_value(data)
        if not name:
            self.fail("empty")
        number = read_digits(name, longest=19)
        return name if number is None or number > BIGGEST_ID else number


class Listed(Text):
    """Names in one string, separated by commas; what stands around them, or is empty, says nothing."""

    def to_internal_value(self, data: Any) -> Any:
        """Return the list of names, in order."""
        return [name for part in super().to_internal_value(data).split(",") if (name := part.strip())]


class Whole(serializers.Field[int, int, int, Any]):
    """A whole JSON number from `minimum` to `maximum`."""

    default_error_messages: ClassVar[dict[str, Any]] = {
        "type": "A whole number from {minimum} to {maximum} is expected."
    }

    def __init__(self, *, minimum: int = 0, maximum: int = BIGGEST_ID, **options: Any) -> None:
        self.minimum, self.maximum = minimum, maximum
        super().__init__(**options)

    def to_internal_value(self, data: Any) -> int:
        """Return the number."""
        number = self.number(data)
        if number is None or not self.minimum <= number <= self.maximum:
            self.fail("type", minimum=self.minimum, maximum=self.maximum)
        return number

    def number(self, data: Any) -> int | None:
        """Return what was given as a number, None if it is none."""
        return data if isinstance(data, int) and not isinstance(data, bool) else None


class Number(serializers.Field[float, float, float, Any]):
    """A JSON number from `minimum` to `maximum`."""

    default_error_messages: ClassVar[dict[str, Any]] = {"type": "A number from {minimum} to {maximum} is expected."}

    def __init__(self, *, minimum: float, maximum: float, **options: Any) -> None:
        self.minimum, self.maximum = minimum, maximum
        super().__init__(**options)

    def to_internal_value(self, data: Any) -> float:
        """Return the number."""
        is_number = isinstance(data, (int, float)) and not isinstance(data, bool)
        if not is_number or not self.minimum <= data <= self.maximum:
            self.fail("type", minimum=self.minimum, maximum=self.maximum)
        return float(data)


class Digits(Whole):
    """A whole number in a query or form: ASCII digits and nothing else."""

    def number(self, data: Any) -> int | None:
        """Return the number that the digits write."""
        return read_digits(data, longest=19) if isinstance(data, str) else None


class Flag(serializers.Field[bool, bool, bool, Any]):
    """JSON's true or false, and nothing that could be taken for one."""

    default_error_messages: ClassVar[dict[str, Any]] = {"type": "true or false is expected."}

    def to_internal_value(self, data: Any) -> bool:
        """Return the value."""
        return data if isinstance(data, bool) else self.fail("type")


class Choice(serializers.Field[str, str, str, Any]):
    """One of some words."""

    default_error_messages: ClassVar[dict[str, Any]] = {"choice": "One of {values} is expected."}

    def __init__(self, values: Sequence[str], **options: Any) -> None:
        self.values = list(values)
        super().__init__(**options)

    def to_internal_value(self, data: Any) -> str:
        """Return the word."""
        if not isinstance(data, str) or data not in self.values:
            self.fail("choice", values=", ".join(value or '""' for value in self.values))
        return data


class Choices(serializers.Field[frozenset[str], str, str, Any]):
    """Some of some words, in one parameter, separated by commas."""

    default_error_messages: ClassVar[dict[str, Any]] = {"choice": "Some of {values} are expected, separated by commas."}

    def __init__(self, values: Sequence[str], **options: Any) -> None:
        self.values = sorted(values)
        super().__init__(**options)

    def to_internal_value(self, data: Any) -> frozenset[str]:
        """Return the set of words."""
        words = frozenset(str(data).split(",")) if data else frozenset()
        if words - frozenset(self.values):
            self.fail("choice", values=", ".join(self.values))
        return words


class ChoiceList(Choices):
    """Some of some words, as a JSON array."""

    default_error_messages: ClassVar[dict[str, Any]] = {"choice": "An array of some of {values} is expected."}

    def to_internal_value(self, data: Any) -> frozenset[str]:
        """Return the set of words."""
        if not isinstance(data, list) or any(word not in self.values for word in data):
            self.fail("choice", values=", ".join(self.values))
        return frozenset(data)


class File(serializers.Field["UploadedFile[Any]", Any, str, Any]):
    """A file in a form."""

    default_error_messages: ClassVar[dict[str, Any]] = {"type": "A file is expected."}

    def to_internal_value(self, data: Any) -> "UploadedFile[Any]":
        """Return the file."""
        if not isinstance(data, UploadedFile):
            self.fail("type")
        return data


class Moment(serializers.Field[datetime, str, str, Any]):
    """A moment as RFC 3339 writes it, with its offset from UTC."""

    default_error_messages: ClassVar[dict[str, Any]] = {
        "type": "A moment with its offset is expected, such as 2026-01-31T12:00:00Z."
    }

    def to_internal_value(self, data: Any) -> datetime:
        """Return the moment, in UTC."""
        try:
            moment = parse_datetime(data)
            return moment.astimezone(UTC) if moment and moment.tzinfo else self.fail("type")
        except (ValueError, TypeError, OverflowError):
            self.fail("type")


class Day(serializers.Field[date, str, str, Any]):
    """A day as ISO 8601 writes it."""

    default_error_messages: ClassVar[dict[str, Any]] = {"type": "A day is expected, such as 2026-01-31."}

    def to_internal_value(self, data: Any) -> date:
        """Return the day."""
        try:
            day = date.fromisoformat(data)
        except (ValueError, TypeError):
            self.fail("type")
        return day if day.isoformat() == data else self.fail("type")


class Texts(serializers.ListField):
    """A JSON array of at most `most` strings."""

    child = Text()
    default_error_messages: ClassVar[dict[str, Any]] = {
        "not_a_list": "An array is expected.",
        "max_length": "At most {most} strings are expected.",
    }

    def __init__(self, *, most: int, limit: int, **options: Any) -> None:
        self.most, self.limit = most, limit
        super().__init__(**options)

    def to_internal_value(self, data: Any) -> list[str]:
        """Return the strings; a long array is refused before it is read."""
        if isinstance(data, list) and len(data) > self.most:
            self.fail("max_length", most=self.most)
        return list(super().to_internal_value(data))


class Schema(serializers.Serializer[Any]):
    """An object with these members and no others, and at least `least_members` of them.

    `formerly` has names that members had once, with those they have now: they are still taken, and described nowhere.
    """

    least_members = 0
    formerly: ClassVar[Mapping[str, str]] = {}
    default_error_messages: ClassVar[dict[str, Any]] = {
        "invalid": "An object is expected.",
        "empty": "At least one of these is expected: {known}.",
        "unknown": "This name is not known here; known are: {known}.",
    }

    def to_internal_value(self, data: Any) -> dict[str, Any]:
        """Return the members given, defaults included."""
        if isinstance(data, Mapping) and not self.formerly.keys().isdisjoint(data):
            data = {self._name_now(name, data): data[name] for name in data}
        if isinstance(data, Mapping) and (unknown := [name for name in data if name not in self.fields]):
            message = self.error_messages["unknown"].format(known=", ".join(self.fields) or "none")
            raise serializers.ValidationError({name: [message] for name in unknown[:20]}, code="unknown")
        if isinstance(data, Mapping) and len(data) < self.least_members:
            message = self.error_messages["empty"].format(known=", ".join(self.fields))
            raise serializers.ValidationError({"non_field_errors": [message]}, code="empty")
        return dict(super().to_internal_value(data))

    def _name_now(self, name: str, given: Mapping[str, Any]) -> str:
        """Return what a member is called now; a former name beside the present one is left, and refused as unknown."""
        now = self.formerly.get(name, name)
        return name if now in given else now


class Objects(serializers.ListField):
    """A JSON array of at most `most` objects of one schema."""

    default_error_messages: ClassVar[dict[str, Any]] = {
        "not_a_list": "An array is expected.",
        "max_length": "At most {most} objects are expected.",
    }

    def __init__(self, *, most: int, **options: Any) -> None:
        self.most = most
        super().__init__(**options)

    def to_internal_value(self, data: Any) -> list[Any]:
        """Return the objects; a long array is refused before it is read."""
        if isinstance(data, list) and len(data) > self.most:
            self.fail("max_length", most=self.most)
        return list(super().to_internal_value(data))
