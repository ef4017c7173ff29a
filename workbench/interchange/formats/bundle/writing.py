"""Records to canonical JSON after their shapes: one space a level, no escapes of letters, members in the shapes' order.

What a shape is written like is worked out once, as a function of a record: the encoder of the standard library writes
indented JSON value by value, a third as fast. A work is written piece by piece, so that it need not be held.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from json.encoder import encode_basestring as _quoted
from operator import attrgetter
from typing import Any

from workbench.interchange.flow import Flow
from workbench.interchange.formats.bundle.shapes import FORMAT, VERSION, WORK, Count, Many, Maybe, Part, Shape

__all__ = ["write_flows"]

_Writer = Callable[[Any], str]
_AS_THEY_COME = ("passages", "threads")
_DEPTH = 2  # of a work in its bundle


def write_flows(flows: Iterable[Flow]) -> Iterator[str]:
    """Yield the pieces of the bundle with these works: its texts are held no longer than a passage."""
    yield f'{{\n "format": {_quoted(FORMAT)},\n "version": {VERSION},\n "works": '
    yield from _array((_write_work(flow) for flow in flows), _DEPTH)
    yield "\n}\n"


def _write_work(flow: Flow) -> Iterator[str]:
    coming = dict(zip(_AS_THEY_COME, (flow.passages, flow.threads), strict=True))
    before = "{\n"
    for name in WORK.members:
        value = getattr(flow.head, name)
        if name not in coming and not value and name in WORK.sparse:
            continue
        yield f'{before}{" " * (_DEPTH + 1)}"{name}": '
        write = _WRITERS[name]
        if name in coming:
            yield from _array(((write(one),) for one in coming[name]), _DEPTH + 2)
        else:
            yield write(value)
        before = ",\n"
    yield f"\n{' ' * _DEPTH}}}"


def _array(items: Iterable[Iterable[str]], depth: int) -> Iterator[str]:
    """Yield an array whose items, each in pieces, stand at this depth."""
    space, is_empty = " " * depth, True
    for pieces in items:
        yield f"[\n{space}" if is_empty else f",\n{space}"
        yield from pieces
        is_empty = False
    yield "[]" if is_empty else f"\n{space[1:]}]"


def _writer(part: Part, depth: int) -> _Writer:
    """Return what writes a value of this part at this depth."""
    match part:
        case Shape():
            return _shape_writer(part, depth)
        case Many():
            return _many_writer(part, depth)
        case Maybe():
            write = _writer(part.part, depth)
            return lambda value: "null" if value is None else write(value)
        case Count():
            return str
        case _:
            return _quoted


def _shape_writer(shape: Shape, depth: int) -> _Writer:
    always, sparse = (_Members(shape, depth, is_sparse=one) for one in (False, True))
    every = _Members(shape, depth)
    has_sparse = bool(sparse.puts)

    def write(record: Any) -> str:
        if has_sparse and any(sparse.values(record)):
            return every.write_said(record)
        return always.template % tuple(
            [put(value) for put, value in zip(always.puts, always.values(record), strict=True)]
        )

    return write


class _Members:
    """Members of a shape, all or the sparse ones or the others: how they are read from a record and written."""

    def __init__(self, shape: Shape, depth: int, *, is_sparse: bool | None = None) -> None:
        chosen = {
            name: part
            for name, part in shape.members.items()
            if is_sparse is None or (name in shape.sparse) == is_sparse
        }
        self.always = [name not in shape.sparse for name in chosen]
        self.leads = [f'"{name}": ' for name in chosen]
        self.puts = [_writer(part, depth + 1) for part in chosen.values()]
        self.values = _getter(list(chosen))
        self.begin, self.end = "{\n" + " " * (depth + 1), "\n" + " " * depth + "}"
        self.between = ",\n" + " " * (depth + 1)
        self.template = self.begin + self.between.join(f"{lead}%s" for lead in self.leads) + self.end

    def write_said(self, record: Any) -> str:
        """Write what says something, or is always written."""
        rows = zip(self.always, self.leads, self.puts, self.values(record), strict=True)
        said = [lead + put(value) for always, lead, put, value in rows if always or value]
        return self.begin + self.between.join(said) + self.end


def _getter(names: Sequence[str]) -> Callable[[Any], tuple[Any, ...]]:
    """Return what reads these attributes, also one or none, as a tuple."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda record: tuple(getattr(record, name) for name in names)


def _many_writer(part: Many, depth: int) -> _Writer:
    begin, between, end = "[\n" + " " * (depth + 1), ",\n" + " " * (depth + 1), "\n" + " " * depth + "]"
    write = _writer(part.shape, depth + 1)
    return lambda values: begin + between.join([write(one) for one in values]) + end if values else "[]"


def _writer_of_member(name: str, part: Part) -> _Writer:
    """Return what writes a member of a work, or one item of those that come one by one."""
    if name in _AS_THEY_COME and isinstance(part, Many):
        return _writer(part.shape, _DEPTH + 2)
    return _writer(part, _DEPTH + 1)


_WRITERS = {name: _writer_of_member(name, part) for name, part in WORK.members.items()}
