"""Parameters of addresses and forms, read strictly: what is unknown or impossible is refused, not passed over."""

from collections.abc import Iterable, Sequence, Set
from datetime import date
from typing import Any

from django.core.exceptions import BadRequest
from django.http import QueryDict
from django.utils.translation import gettext

from workbench.accounts.errors import Invalid
from workbench.text import IGNORABLE, Ignorable
from workbench.text.words.digits import read_digits

__all__ = [
    "choose_one",
    "posted_day",
    "posted_decision",
    "posted_version",
    "read_ignored",
    "refuse_unknown",
    "split_listed",
]


def refuse_unknown(query: QueryDict, known: Set[str]) -> None:
    """Raise `BadRequest` for a parameter that the page does not know."""
    if unknown := set(query) - known:
        raise BadRequest(gettext("Nothing is known here of %(unknown)s.") % {"unknown": ", ".join(sorted(unknown))})


def read_ignored(query: QueryDict) -> frozenset[Ignorable]:
    """Return what makes no difference: `ignore=case,spacing`, or one by one. Raises `BadRequest` for anything else."""
    return frozenset(choose_one("ignore", name, sorted(IGNORABLE)) for name in split_listed(query.getlist("ignore")))


def posted_version(posted: QueryDict, name: str = "version") -> int:
    """Return the version of what somebody had before their eyes. Raises `Invalid` if the form did not say."""
    version = read_digits(posted.get(name, ""), longest=9)
    if version is None:
        raise Invalid.field(name, gettext("The version that was shown is expected."), code="invalid_version")
    return version


def posted_day(posted: QueryDict, name: str) -> date | None:
    """Return a day, None for nothing. Raises `Invalid` for anything else."""
    day = posted.get(name, "")
    try:
        return date.fromisoformat(str(day)) if day else None
    except ValueError as error:
        raise Invalid.field(name, gettext("A day is expected, such as 2026-01-31."), code="invalid_day") from error


def posted_decision(posted: QueryDict) -> dict[str, int]:
    """Return the suggestion and the version of its thread that somebody saw. Raises `Invalid` if the form did not."""
    suggestion = read_digits(posted.get("suggestion", ""), longest=15)
    if suggestion is None:
        raise Invalid.field(
            "suggestion", gettext("The suggestion that was shown is expected."), code="invalid_suggestion"
        )
    return {"suggestion": suggestion, "version": posted_version(posted)}


def choose_one(name: str, value: str, known: Sequence[str]) -> Any:
    """Return the value of a parameter if it is one of those known; else raise `BadRequest`."""
    if value not in known:
        raise BadRequest(
            gettext("For “%(name)s”, one of %(known)s is expected.") % {"name": name, "known": ", ".join(known)}
        )
    return value


def split_listed(values: Iterable[str]) -> list[str]:
    """Return what stands between commas, in order, without the empty."""
    return [part for value in values for part in value.split(",") if part]
