"""Which formats there are: a new one is a module in `formats/` and an entry here."""

from collections.abc import Callable
from dataclasses import dataclass

from workbench.interchange.document import Document
from workbench.interchange.formats import bundle, plain, table
from workbench.interchange.options import ReadOptions

__all__ = ["FORMATS", "Format", "format_for_file"]


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write a document down. `extensions` are lower case with their dot, the usual one first.

    `read` and `write` raise `FormatError`; `losses` says in sentences what `write` would leave out.
    """

    name: str
    label: str
    extensions: tuple[str, ...]
    media_type: str
    read: Callable[[bytes, ReadOptions], Document]
    write: Callable[[Document], bytes]
    losses: Callable[[Document], tuple[str, ...]]


_ALL = (
    Format(
        name="bundle",
        label="Bundle: everything, with history and discussions (JSON)",
        extensions=(".json",),
        media_type="application/json",
        read=bundle.read,
        write=bundle.write,
        losses=bundle.losses,
    ),
    Format(
        name="csv",
        label="Table for spreadsheets: a column a translation (CSV)",
        extensions=(".csv",),
        media_type="text/csv",
        read=table.read_csv,
        write=table.write_csv,
        losses=table.losses,
    ),
    Format(
        name="csv-long",
        label="Table for spreadsheets: a row a variant (CSV)",
        extensions=(".csv",),
        media_type="text/csv",
        read=table.read_csv,
        write=table.write_long_csv,
        losses=table.losses_of_long,
    ),
    Format(
        name="tsv",
        label="Table for scripts: a column a translation (TSV)",
        extensions=(".tsv", ".tab"),
        media_type="text/tab-separated-values",
        read=table.read_tsv,
        write=table.write_tsv,
        losses=table.losses,
    ),
    Format(
        name="tsv-long",
        label="Table for scripts: a row a variant (TSV)",
        extensions=(".tsv",),
        media_type="text/tab-separated-values",
        read=table.read_tsv,
        write=table.write_long_tsv,
        losses=table.losses_of_long,
    ),
    Format(
        name="plain",
        label="Plain text of one translation",
        extensions=(".txt", ".text", ".md"),
        media_type="text/plain",
        read=plain.read,
        write=plain.write,
        losses=plain.losses,
    ),
)

FORMATS = {one.name: one for one in _ALL}
"""The formats by name."""


def format_for_file(name: str) -> Format | None:
    """Return the first format whose extension the file name has, None if there is none."""
    lower = name.lower()
    return next((one for one in _ALL if lower.endswith(one.extensions)), None)
