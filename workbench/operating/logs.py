"""How a line of the log is written: as JSON for programs, or as a line for people. Both name the request."""

import json
import logging
from contextvars import ContextVar
from datetime import UTC, datetime

__all__ = ["REQUEST_ID", "JsonFormatter", "LineFormatter", "is_no_outage"]

REQUEST_ID: ContextVar[str] = ContextVar("REQUEST_ID", default="")
"""The number of the request at hand, "" outside of one."""

FIELDS = ("user", "route", "method", "status", "ms")
"""What a record says of a request beside its message."""


class JsonFormatter(logging.Formatter):
    """settings.LOG `json`: an object a line, with `time`, `level`, `logger`, `message`, `request` and FIELDS."""

    def format(self, record: logging.LogRecord) -> str:
        said = {
            "time": moment_of(record),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            "request": REQUEST_ID.get(),
            **{name: getattr(record, name) for name in FIELDS if hasattr(record, name)},
        }
        if record.exc_info:
            said["traceback"] = self.formatException(record.exc_info)
        return json.dumps(said, ensure_ascii=False)


class LineFormatter(logging.Formatter):
    """settings.LOG `lines`: the same in one line, a traceback below it."""

    def format(self, record: logging.LogRecord) -> str:
        named = [f"{name}={getattr(record, name)}" for name in FIELDS if getattr(record, name, None) is not None]
        request = [f"request={REQUEST_ID.get()}"] if REQUEST_ID.get() else []
        words = [moment_of(record), record.levelname, record.name, one_line(record.getMessage()), *named, *request]
        trace = [self.formatException(record.exc_info)] if record.exc_info else []
        return "\n".join([" ".join(words), *trace])


def is_no_outage(record: logging.LogRecord) -> bool:
    """Keep what is no answer of 503 or 507: the line of the request tells of those, and a traceback says no more."""
    return getattr(record, "status_code", None) not in {503, 507}


def moment_of(record: logging.LogRecord) -> str:
    """Return when it was written: UTC, with milliseconds."""
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def one_line(message: str) -> str:
    """Return a message whose line ends cannot pass for lines of the log."""
    return message.replace("\r", "\\r").replace("\n", "\\n")
