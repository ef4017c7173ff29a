"""What tests of several formats do alike: read one work, and look at its texts."""

from typing import Any

from workbench.interchange.document import WorkRecord
from workbench.interchange.options import ReadOptions
from workbench.interchange.registry import Format

__all__ = ["read_work", "texts_of"]


def read_work(form: Format, data: bytes, **options: Any) -> WorkRecord:
    """Read the one work of a file; the translation is called A unless something else is said."""
    return form.read(data, ReadOptions(**{"siglum": "A", **options})).works[0]


def texts_of(work: WorkRecord) -> list[list[str]]:
    """List the texts of each passage."""
    return [[variant.text for variant in passage.variants] for passage in work.passages]
