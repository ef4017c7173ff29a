"""How words are cut and compared here, as one line that can be cited: the same line, the same words.

`words` names the rules of borders (UAX #29 and ours; the number grows when they cut otherwise), `unicode` the version
of the tables that say what is a letter, `runs` what cuts scripts without spaces. What is ignored in a comparison is no
part of it: that stands in the address.
"""

import unicodedata
from typing import Final

from workbench.text.words.segmentation import SEGMENTATION

__all__ = ["CUTTING", "SIGNATURE"]

CUTTING: Final = 1
"""The version of our rules of borders: one more whenever some text is cut into other words than before."""

SIGNATURE: Final = f"words:{CUTTING}|unicode:{unicodedata.unidata_version}|runs:{SEGMENTATION}"
