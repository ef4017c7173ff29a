"""Attributes and figures as USFM writes them: in this form a code says what it stands for, whatever the format."""

import re
from collections.abc import Mapping

__all__ = ["plain_attributes", "plain_figure", "read_attributes", "write_attributes", "write_figure"]

_ATTRIBUTE = re.compile(r'\s*([\w-]+)\s*=\s*"((?:[^"\\]|\\.)*)"')
_NAME = re.compile(r"(?!xml)[A-Za-z_][A-Za-z0-9_-]*")
_BEFORE_BAR = re.compile(r"(?:[^\\|]|\\.|\\\Z)*+", re.S)
_SIGNS = re.compile(r"[\\|~]")
_ESCAPED = re.compile(r"\\(.)", re.S)


def read_attributes(written: str) -> dict[str, str]:
    """Return attributes by name; what has no name is not among them."""
    return {name: _ESCAPED.sub(r"\1", value) for name, value in _ATTRIBUTE.findall(written)}


def write_attributes(attributes: Mapping[str, str]) -> str:
    """Return attributes as they are written."""
    return " ".join(f'{name}="{_escaped(value)}"' for name, value in attributes.items())


def plain_attributes(written: str) -> dict[str, str] | None:
    """Return attributes, None where this is not all that is written, or where XML could not have them."""
    found = read_attributes(written)
    is_all = write_attributes(found) == written and all(map(_NAME.fullmatch, found)) and all(found.values())
    return found if is_all and not {"style", "caller", "file"} & set(found) else None


def write_figure(caption: str, attributes: Mapping[str, str]) -> str:
    """Return what stands between the markers of a figure."""
    return _SIGNS.sub(r"\\\g<0>", caption) + "|" + write_attributes(attributes)


def plain_figure(written: str) -> tuple[str, dict[str, str]] | None:
    """Return caption and attributes of a figure, None where this is not all that is written."""
    found = _BEFORE_BAR.match(written)
    assert found is not None
    caption = _ESCAPED.sub(r"\1", found[0])
    attributes = plain_attributes(written[found.end() + 1 :])
    is_all = attributes is not None and write_figure(caption, attributes) == written and caption == caption.strip()
    return (caption, attributes) if is_all and attributes is not None else None


def _escaped(value: str) -> str:
    return re.sub(r'[\\"|]', r"\\\g<0>", value)
