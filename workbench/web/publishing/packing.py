"""An edition chosen, and made into one file to be fetched: its folder, with the e-book and the PDF, zipped."""

import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import SpooledTemporaryFile, TemporaryDirectory
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext

from workbench.accounts.models import User
from workbench.corpus.models import Job, Work
from workbench.interchange.document import WorkRecord
from workbench.interchange.errors import FormatError
from workbench.publishing.contents import read_record
from workbench.publishing.errors import Invalid
from workbench.publishing.freezing import without_remarks
from workbench.publishing.glossing import kept_terms
from workbench.publishing.layouts import LAYOUTS, PAPERS
from workbench.publishing.models import FrozenState
from workbench.review.transfer import export_work
from workbench.review.transfer.exporting import ExportedFile
from workbench.web.publishing.book import write_book
from workbench.web.publishing.edition import Edition, files_of, write_edition, write_print_page
from workbench.web.publishing.printing import BrowserMissing, print_pdf
from workbench.web.site.tongues import in_english

__all__ = ["EDITION", "EditionWishes", "choose_edition", "make_edition", "read_wishes", "write_all"]

EDITION = "edition"
"""By this name jobs are asked for one."""
_IN_MEMORY = 8_000_000  # bytes


@dataclass(frozen=True, slots=True)
class EditionWishes:
    """What is published: a frozen state by its address, or the work as it stands, then with or without remarks."""

    frozen: str = ""
    remarks: bool = False
    paper: str = next(iter(PAPERS))
    layout: str = next(iter(LAYOUTS))
    epub: bool = False
    pdf: bool = False


def choose_edition(user: User, work: Work, wishes: EditionWishes) -> Edition:
    """Return what is to be written. Raises `Invalid` where there is no such state, or the work has no translation."""
    setting: dict[str, Any] = {"paper": wishes.paper, "layout": wishes.layout}
    if wishes.frozen:
        state = FrozenState.objects.visible_to(user).filter(work=work, address=wishes.frozen).first()
        if state is None:
            message = gettext("The address of a frozen state of the work is expected, not %(address)s.")
            message %= {"address": wishes.frozen}
            raise Invalid.field("frozen", message, code="unknown_frozen")
        kept = state.title, state.frozen_at.date(), f"/frozen/{state.address}/", state.digest
        return Edition(read_record(state), state.view, *kept, **setting)
    record = _as_it_stands(user, work, has_remarks=wishes.remarks)
    terms = kept_terms(work, record, has_notes=wishes.remarks)
    view = {"base": record.translations[0].siglum, "terms": terms}
    return Edition(record, view, work.title, timezone.now().date(), **setting)


@in_english()
def write_all(edition: Edition, folder: Path, wishes: EditionWishes, told: Callable[[int, int], None]) -> None:
    """Write the pages into a folder, and what else is wished for as "edition.epub" and "edition.pdf": in English.

    `told` hears how many files are written of how many. Raises `Invalid` where a form cannot be made on this machine.
    """
    total = files_of(edition) + wishes.epub + wishes.pdf
    done = 0
    for done, _ in enumerate(write_edition(edition, folder), 1):
        told(min(done, total), total)
    try:
        if wishes.epub:
            write_book(edition, folder / "edition.epub")
            told(done + 1, total)
        if wishes.pdf:
            print_pdf(write_print_page(edition, folder), folder / "edition.pdf")
    except (FormatError, BrowserMissing) as error:
        raise Invalid(str(error)) from error
    told(total, total)


def make_edition(job: Job, told: Callable[[int, int], None]) -> ExportedFile:
    """Make what a job asks for, as one zip file."""
    assert job.work is not None
    wishes = read_wishes(job.said["wishes"])
    edition = choose_edition(job.created_by, job.work, wishes)
    with TemporaryDirectory() as name:
        write_all(edition, Path(name), wishes, told)
        return ExportedFile(f"{job.work.slug}-edition.zip", "application/zip", _zipped(Path(name), job.work.slug), ())


def read_wishes(said: Mapping[str, Any]) -> EditionWishes:
    """Return wishes as a job keeps them. Raises `Invalid` for a paper or a layout that there is not."""
    wishes = EditionWishes(**said)
    for name, known in (("paper", PAPERS), ("layout", LAYOUTS)):
        if getattr(wishes, name) not in known:
            message = gettext("One of %(names)s is expected.") % {"names": ", ".join(known)}
            raise Invalid.field(name, message, code=f"unknown_{name}")
    return wishes


def _as_it_stands(user: User, work: Work, *, has_remarks: bool) -> WorkRecord:
    record = export_work(actor=user, work=work).works[0]
    if not record.translations:
        raise Invalid(gettext("The work has no translation yet."))
    return record if has_remarks else without_remarks(record)


def _zipped(folder: Path, name: str) -> bytes:
    with SpooledTemporaryFile(_IN_MEMORY) as target:
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for path in sorted(folder.rglob("*")):
                if path.is_file():
                    archive.write(path, Path(name) / path.relative_to(folder))
        target.seek(0)
        return target.read()
