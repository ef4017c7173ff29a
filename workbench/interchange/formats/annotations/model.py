"""One annotation, however it is put: the model lets a body or target be a string, an object or a list of either."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from workbench.interchange.document import SuggestionRecord
from workbench.interchange.formats.annotations.terms import DETAILS
from workbench.interchange.limits import MAX_LINE
from workbench.interchange.vocabulary import SUGGESTION_STATES
from workbench.interchange.xml import checked_text

__all__ = ["Target", "as_list", "author_of", "bodies_of", "details_of", "moment_of", "suggestion_of", "targets_of"]

_EPOCHS = {1, 1601, 1899}


@dataclass(frozen=True, slots=True)
class Target:
    """What an annotation speaks of: a resource, its words if they are said, and where they stand if that is."""

    source: str
    quote: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    end: int | None = None


def as_list(value: Any) -> list[Any]:
    """Return a value that may be one, several or none as a list."""
    return value if isinstance(value, list) else [] if value is None else [value]


def text_at(value: Mapping[str, Any], *names: str) -> str:
    """Return the first of these that is a text, "" if none is; raises `FormatError` for one that may not be stored."""
    found = next((value[name] for name in names if isinstance(value.get(name), str)), "")
    return checked_text(found, names[0])


def author_of(annotation: Mapping[str, Any]) -> str:
    """Return the name of who wrote an annotation, else the end of their address."""
    for one in as_list(annotation.get("creator")):
        said = text_at(one, "name", "nickname", "email", "id") if isinstance(one, dict) else one
        if isinstance(said, str) and said.strip():
            short = said.rstrip("/").rpartition("/")[2] if "://" in said else said
            return " ".join(checked_text(short, "creator").split())[:MAX_LINE]
    return ""


def moment_of(annotation: Mapping[str, Any], name: str = "created") -> str:
    """Return a moment in UTC, "" for one that nobody meant: year 0, or the zero of a clock."""
    try:
        found = datetime.fromisoformat(text_at(annotation, name))
        moment = found.replace(tzinfo=found.tzinfo or UTC).astimezone(UTC)
    except (ValueError, OverflowError):
        return ""
    is_zero = moment.year in _EPOCHS or moment.isoformat().startswith("1970-01-01T00:00:00")
    return "" if is_zero else f"{moment.replace(tzinfo=None).isoformat(timespec='seconds')}Z"


def details_of(value: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what we added to an object."""
    details = value.get(DETAILS)
    return details if isinstance(details, dict) else {}


def bodies_of(annotation: Mapping[str, Any]) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """Yield the bodies that are texts: purpose, value, and the whole; what is no text is an address."""
    if value := text_at(annotation, "bodyValue"):
        yield "commenting", value, {}
    for one in as_list(annotation.get("body")):
        if isinstance(one, str):
            yield "commenting", checked_text(one, "body"), {}
        elif isinstance(one, dict):
            value = text_at(one, "value", "chars", "id")
            yield next((str(purpose) for purpose in as_list(one.get("purpose"))), "commenting"), value, one


def suggestion_of(annotation: Mapping[str, Any]) -> SuggestionRecord | None:
    """Return the text that an annotation would put in the place of its words."""
    for purpose, value, body in bodies_of(annotation):
        if purpose == "editing":
            said = details_of(body)
            state = text_at(said, "state") or "open"
            return SuggestionRecord(
                anchor=said["anchor"] if type(said.get("anchor")) is int and said["anchor"] >= 0 else 0,
                text=value,
                state=state if state in SUGGESTION_STATES else "open",
                reason=text_at(said, "reason"),
                decided_by=text_at(said, "decided_by"),
                decided_at=text_at(said, "decided_at"),
                revision=said["revision"] if type(said.get("revision")) is int and said["revision"] > 0 else None,
                base=text_at(said, "base"),
                written=text_at(said, "written"),
            )
    return None


def targets_of(annotation: Mapping[str, Any]) -> Iterator[Target]:
    """Yield what an annotation speaks of."""
    for one in as_list(annotation.get("target")):
        if isinstance(one, str):
            yield Target(one)
        elif isinstance(one, dict):
            source = one.get("source", one.get("id", ""))
            name = text_at(source, "id") if isinstance(source, dict) else source
            yield _selected(str(name), list(_selectors(one.get("selector"))))


def _selectors(value: Any, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    for one in as_list(value):
        if isinstance(one, dict) and depth < 5:
            yield one
            yield from _selectors(one.get("refinedBy"), depth + 1)


def _selected(source: str, selectors: list[Mapping[str, Any]]) -> Target:
    quotes = [one for one in selectors if one.get("type") == "TextQuoteSelector"]
    places = [one for one in selectors if one.get("type") == "TextPositionSelector"]
    quote = quotes[-1] if quotes else {}
    start, end = (places[-1].get("start"), places[-1].get("end")) if places else (None, None)
    is_place = type(start) is int and type(end) is int and 0 <= start <= end
    said = (text_at(quote, "exact"), text_at(quote, "prefix"), text_at(quote, "suffix"))
    return Target(source, *said, *((start, end) if is_place else ()))
