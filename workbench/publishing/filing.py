"""A frozen state as a file, whichever door asks for it."""

from dataclasses import dataclass

from workbench.interchange.document import Document
from workbench.interchange.errors import FormatError
from workbench.interchange.registry import FORMATS
from workbench.publishing.contents import read_bytes, read_record
from workbench.publishing.errors import Conflict
from workbench.publishing.models import FrozenState

__all__ = ["StateFile", "file_of"]


@dataclass(frozen=True, slots=True)
class StateFile:
    """The bytes, what they are called, and what they are."""

    name: str
    media_type: str
    data: bytes


def file_of(state: FrozenState, format_name: str) -> StateFile:
    """Return a frozen state in a format of `FORMATS`; as "bundle" it is byte for byte what was frozen.

    Raises `Conflict` where the format cannot hold it.
    """
    form, record = FORMATS[format_name], read_record(state)
    try:
        data = read_bytes(state) if form.name == "bundle" else form.write(Document((record,)))
    except FormatError as error:
        raise Conflict(str(error), code="not_writable") from error
    extension, media_type = form.naming(data)
    return StateFile(f"{record.slug or 'work'}-frozen-{state.number}{extension}", media_type, data)
