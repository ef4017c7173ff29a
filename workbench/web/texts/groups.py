"""Groups of translations as one writes them, a line each: `g (The old ones): A, B`."""

import re

from django.utils.translation import gettext

from workbench.corpus.errors import Invalid
from workbench.interchange.document import GroupRecord

__all__ = ["read_groups"]

_LINE = re.compile(r"(?P<siglum>[^:(]+?)\s*(?:\((?P<name>[^)]*)\))?\s*:(?P<members>.*)")


def read_groups(written: str) -> list[GroupRecord]:
    """Return the groups that the lines name. Raises `Invalid` for a line that says none."""
    groups = []
    for line in filter(None, map(str.strip, written.splitlines())):
        found = _LINE.fullmatch(line)
        if found is None:
            message = gettext("“%(line)s”: expected a siglum, a colon and translations: g: A, B.") % {"line": line[:40]}
            raise Invalid.field("groups", message, code="invalid_line")
        members = tuple(dict.fromkeys(filter(None, map(str.strip, found["members"].split(",")))))
        groups.append(GroupRecord(found["siglum"].strip(), (found["name"] or "").strip(), members))
    return groups
