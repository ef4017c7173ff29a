"""Imports and what they did, as they are sent."""

from typing import Any, TypedDict, cast

from django.urls import reverse

from workbench.api.resources.people.presenters import Moment, PersonShown, moment, show_person
from workbench.corpus.models import Import, Job

__all__ = ["ImportShown", "JobShown", "show_import", "show_job"]


class WorkReportShown(TypedDict):
    """What an import did with one work. Counts are whole; lists of references are examples (at most 20).

    `conflicts` counts differing texts that were kept as they stood. `alignment` has [reference in the work, made or
    matched, how the first text begins].
    """

    title: str
    slug: str
    is_new: bool
    translations_made: list[str]
    translations_matched: list[str]
    passages_made: int
    passages_matched: int
    passages_unmatched: int
    unmatched: list[str]
    variants_made: int
    variants_changed: int
    variants_unchanged: int
    conflicts: int
    differing: list[str]
    alignment: list[list[str]]
    threads_made: int
    threads_unchanged: int
    comments_made: int
    warnings: list[str]


class ReportShown(TypedDict):
    """All works of the file; `warnings` are what the file holds and could not be carried.

    `offered` are [field, words]: what a page says of itself; sent as that field, it is said of the translation.
    """

    works: list[WorkReportShown]
    warnings: list[str]
    offered: list[list[str]]


class ImportShown(TypedDict):
    """A file that was brought in or, as a dry run, tried. `work` is the (first) work it went into."""

    id: int
    workspace: str
    work: str | None
    file_name: str
    format: str
    is_dry_run: bool
    report: ReportShown
    author: PersonShown
    created_at: Moment


def show_import(row: Import) -> ImportShown:
    """Show an import; its workspace, work and author should be loaded."""
    report: Any = row.report
    return {
        "id": row.pk,
        "workspace": row.workspace.slug,
        "work": row.work.slug if row.work else None,
        "file_name": row.file_name,
        "format": row.format,
        "is_dry_run": row.is_dry_run,
        "report": cast("ReportShown", {"offered": [], **report}),
        "author": show_person(row.created_by),
        "created_at": moment(row.created_at),
    }


class JobProblemShown(TypedDict):
    """Why a job failed."""

    code: str
    detail: str


class JobShown(TypedDict):
    """An import, export or deletion on its way. `finished` counts the variants written, of `total`; 0 is unknown.

    `done_import` is the id of what was imported, `file` the address of an export, `losses` what that does not carry.
    `is_silent`: whoever was at it is gone; another worker takes it up.
    """

    id: int
    kind: str
    state: str
    workspace: str
    work: str | None
    file_name: str
    finished: int
    total: int
    is_silent: bool
    done_import: int | None
    file: str | None
    losses: list[str]
    problem: JobProblemShown | None
    created_at: Moment
    ended_at: Moment | None


def show_job(row: Job) -> JobShown:
    """Show a job; its workspace and work should be loaded."""
    return {
        "id": row.pk,
        "kind": row.kind,
        "state": row.state,
        "workspace": row.workspace.slug,
        "work": row.work.slug if row.work else None,
        "file_name": row.file_name,
        "finished": row.finished,
        "total": row.total,
        "is_silent": row.is_silent,
        "done_import": row.done_import_id,
        "file": reverse("api:job-file", args=[row.pk]) if row.has_file else None,
        "losses": row.outcome.get("losses", []),
        "problem": {"code": row.outcome["code"], "detail": row.outcome["detail"]} if "code" in row.outcome else None,
        "created_at": moment(row.created_at),
        "ended_at": moment(row.ended_at) if row.ended_at else None,
    }
