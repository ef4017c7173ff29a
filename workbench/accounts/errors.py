"""What an action answers when it will not do what was asked. Doors turn each into a status and a message.

Every kind of error says its HTTP `status` once, here, for both doors. Every error has a stable `code`, a `detail` that
says what was expected, and, where single fields are at fault, `fields`: field name -> message.
"""

from collections.abc import Mapping
from http import HTTPStatus
from typing import ClassVar

__all__ = ["Conflict", "Invalid", "NotAllowed", "Refused", "Stale", "TooOften"]


class Refused(Exception):
    """The base: an action was refused and nothing was changed."""

    code = "refused"
    status: ClassVar[HTTPStatus]

    def __init__(self, detail: str, *, code: str | None = None, fields: Mapping[str, str] | None = None) -> None:
        self.detail = detail
        self.code = code or self.code
        self.fields = dict(fields or {})
        super().__init__(detail)


class NotAllowed(Refused):
    """The person sees the thing, but their role does not let them do this."""

    code = "not_allowed"
    status = HTTPStatus.FORBIDDEN


class Invalid(Refused):
    """What was given cannot be taken; `fields` says which field and what was expected."""

    code = "invalid"
    status = HTTPStatus.UNPROCESSABLE_ENTITY

    @classmethod
    def field(cls, name: str, message: str, *, code: str | None = None) -> "Invalid":
        """Return the error of a single field."""
        return cls(message, code=code, fields={name: message})


class Conflict(Refused):
    """The request is well formed, but the state of things does not allow it."""

    code = "conflict"
    status = HTTPStatus.CONFLICT


class Stale(Conflict):
    """Somebody else changed the thing first. `current` is the thing as it stands now; nothing was overwritten."""

    code = "stale"
    status = HTTPStatus.PRECONDITION_FAILED

    def __init__(self, detail: str, *, current: object) -> None:
        self.current = current
        super().__init__(detail)


class TooOften(Refused):
    """This was tried too often; `wait` is the time in seconds after which it may be tried again."""

    code = "too_often"
    status = HTTPStatus.TOO_MANY_REQUESTS

    def __init__(self, detail: str, *, wait: int) -> None:
        self.wait = wait
        super().__init__(detail)
