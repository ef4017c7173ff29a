"""How words are cut and compared here, as one line that can be cited: the same line, the same words.

`words` names the rules of borders (UAX #29 and ours): the number of the code around the grammar, and a digest of the
grammar, which another grammar changes by itself. `unicode` is the version of the tables that say what is a letter,
`runs` what cuts scripts without spaces. What is ignored in a comparison is no part of it: that stands in the address.
"""

import unicodedata
from collections.abc import Iterable
from hashlib import sha256
from typing import Final

from workbench.text.words import boundaries
from workbench.text.words.segmentation import SEGMENTATION

__all__ = ["CUTTING", "RULES", "SIGNATURE", "digest"]

RULES: Final = 1
"""One more whenever some text is cut into other words than before by other code than the grammar (a test notices)."""

_GRAMMAR = ("TOKEN", "WORD", "RUN_OR_WORD", "UNSPACED", "NO_BORDER", "FAST_TOKEN", "FAST_WORD")


def digest(parts: Iterable[str]) -> str:
    """Return eight hexadecimal figures that other parts do not share, as good as surely."""
    return sha256("\0".join(parts).encode()).hexdigest()[:8]


CUTTING: Final = f"{RULES}.{digest(getattr(boundaries, name).pattern for name in _GRAMMAR)}"
"""The version of our rules of borders."""

SIGNATURE: Final = f"words:{CUTTING}|unicode:{unicodedata.unidata_version}|runs:{SEGMENTATION}"
