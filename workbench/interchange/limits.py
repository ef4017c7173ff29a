"""How large a file and its parts may be. Lengths count code points, sizes bytes.

The lengths are those the corpus stores (a test of the transfer holds the two together): a file that cannot be
stored is refused with its place, before the database is asked.
"""

__all__ = [
    "MAX_ADDRESS",
    "MAX_BYTES",
    "MAX_CATEGORY",
    "MAX_COLUMNS",
    "MAX_COMMENT",
    "MAX_FOOTNOTE",
    "MAX_LABEL",
    "MAX_LABELS",
    "MAX_LEVELS",
    "MAX_LINE",
    "MAX_LINES",
    "MAX_NOTE",
    "MAX_NUMBER",
    "MAX_NUMBERING",
    "MAX_PASSAGES",
    "MAX_PROBLEMS",
    "MAX_REASON",
    "MAX_REFERENCE",
    "MAX_ROWS",
    "MAX_RULE",
    "MAX_RUN",
    "MAX_SEVERITY",
    "MAX_SIGLUM",
    "MAX_SLUG",
    "MAX_SPANS",
    "MAX_TEXT",
    "MAX_TRANSLATIONS",
    "MAX_YEAR",
]

MAX_BYTES = 128 * 1024 * 1024
MAX_PASSAGES = 200_000
MAX_TRANSLATIONS = 500
MAX_LINES = 2_000_000
MAX_ROWS = 1_000_000
MAX_RUN = 4_000_000
MAX_COLUMNS = 2_000
"""Of text and of tables: a small file of nothing but line ends or commas would fill the memory.

`MAX_RUN`: bytes of a line.
"""

MAX_NUMBER = 2**31 - 1
MAX_PROBLEMS = 50
"""Problems reported of one file; nobody reads more, and a broken file has one a line."""

MAX_TEXT = 250_000
MAX_COMMENT = 20_000
MAX_CATEGORY = 60
MAX_LABEL = 40
MAX_LABELS = 20
MAX_SEVERITY = 20
MAX_NOTE = 10_000
MAX_REASON = 1_000
MAX_LINE = 300
MAX_REFERENCE = 100
MAX_SLUG = 80
MAX_YEAR = 40
MAX_SIGLUM = 20
MAX_ADDRESS = 2_000
MAX_FOOTNOTE = 20_000
MAX_SPANS = 20_000
MAX_LEVELS = 8
MAX_NUMBERING = 40
MAX_RULE = 200
