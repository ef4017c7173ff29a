"""Which translation was made from which, as one writes it, a line each: `B revised from A`."""

import re

from django.utils.translation import gettext

from workbench.corpus.errors import Invalid
from workbench.corpus.relations import MADE
from workbench.interchange.document import DerivationRecord

__all__ = ["read_derivations"]

_KINDS = {words: kind for kind, words in MADE.items()}
_LINE = re.compile(rf"(?P<siglum>.+?)\s+(?:was\s+)?(?P<made>{'|'.join(_KINDS)})\s+from\s+(?P<source>.+)")


def read_derivations(written: str) -> list[DerivationRecord]:
    """Return the derivations that the lines name. Raises `Invalid` for a line that says none."""
    found = []
    for line in filter(None, map(str.strip, written.splitlines())):
        said = _LINE.fullmatch(line)
        if said is None:
            expected = " or ".join(f"B {made} from A" for made in _KINDS)
            message = gettext("“%(line)s”: expected %(expected)s.") % {"line": line[:40], "expected": expected}
            raise Invalid.field("derivations", message, code="invalid_line")
        found.append(DerivationRecord(said["siglum"], said["source"], _KINDS[said["made"]]))
    return found
