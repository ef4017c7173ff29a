"""What takes long: /jobs/, /jobs/imports/, /jobs/exports/, /jobs/deletions/, /jobs/{id}/, its cancel/ and file/."""

from typing import Any

from django.http import Http404, HttpResponse
from django.urls import reverse
from rest_framework.response import Response

from workbench.accounts.models import Scope
from workbench.api.protocol.base import ApiView
from workbench.api.protocol.conditions import if_match_of
from workbench.api.protocol.lookups import find
from workbench.api.protocol.negotiation import IgnoreAccept
from workbench.api.protocol.operations import PageQuery, operation
from workbench.api.protocol.parsing import FormParser
from workbench.api.resources.transfer.presenters import JobShown, show_job
from workbench.api.resources.transfer.schemas import ImportToDo, NewDeletion, NewExport
from workbench.api.resources.transfer.views.files import MEDIA, goal_of
from workbench.api.resources.works.files import in_file
from workbench.api.resources.works.lookups import find_named_work
from workbench.attachments import attachment, streamed
from workbench.corpus.models import Job
from workbench.review.transfer import Unreadable
from workbench.review.transfer.asking import ask_deletion, ask_export, ask_import, ask_made, cancel_job

__all__ = ["CancelJob", "JobFile", "JobList", "NewDeletionJob", "NewExportJob", "NewImportJob", "OneJob"]


_OF_EDITIONS = ("frozen", "layout", "paper", "remarks", "epub", "pdf")


class _View(ApiView):
    def find_job(self, pk: int) -> Job:
        """Return one's own job."""
        job: Job = find(self.jobs(), pk)
        return job

    def jobs(self) -> Any:
        """Return one's own jobs, without their files."""
        return Job.objects.visible_to(self.user).select_related("workspace", "work").defer("data")

    def taken(self, job: Job) -> Response:
        """Answer that a job was taken, and where it is."""
        shown = show_job(self.find_job(job.pk))
        return Response(shown, status=202, headers={"Location": reverse("api:job", args=[job.pk])})


class JobList(_View):
    """One's own jobs."""

    @operation(name="jobs_list", summary="List jobs", query=PageQuery, response=JobShown, is_list=True)
    def get(self) -> Response:
        """Your imports, exports and deletions on their way, and those of the last day, as they were asked."""
        return self.page(self.jobs(), show_job)


class NewImportJob(_View):
    """Bringing in what takes long."""

    parser_classes = (FormParser,)

    @operation(
        name="jobs_import",
        summary="Import a file when there is time",
        body=ImportToDo,
        response=JobShown,
        status=202,
        scope=Scope.WRITE,
        takes="multipart/form-data",
    )
    def post(self) -> Response:
        """As `imports/`, but answered at once: Location leads to the job, which says how far it is. For editors."""
        try:
            return self.taken(ask_import(actor=self.user, **goal_of(self.user, self.given)))
        except Unreadable as error:
            raise in_file(error) from error


class NewExportJob(_View):
    """Taking out what takes long."""

    @operation(
        name="jobs_export",
        summary="Export a work when there is time",
        body=NewExport,
        response=JobShown,
        status=202,
        scope=Scope.WRITE,
        example={"work": "a-letter", "format": "bundle"},
    )
    def post(self) -> Response:
        """As `works/{slug}/export/`, but answered at once; the job has the address of the file, for a day."""
        work = find_named_work(self.user, self.given)
        if self.given["format"] == "edition":
            wishes = {name: self.given[name] for name in _OF_EDITIONS if name in self.given}
            return self.taken(ask_made(actor=self.user, work=work, name="edition", wishes=wishes))
        return self.taken(
            ask_export(
                actor=self.user,
                work=work,
                format_name=self.given["format"],
                sigla=self.given["translations"] or [],
                apparatus=self.given["apparatus"],
            )
        )


class NewDeletionJob(_View):
    """Deleting what takes long."""

    @operation(
        name="jobs_deletion",
        summary="Delete a work when there is time",
        body=NewDeletion,
        response=JobShown,
        status=202,
        scope=Scope.WRITE,
        is_guarded=True,
        example={"work": "a-letter"},
    )
    def post(self) -> Response:
        """As DELETE of the work, of any size: all of it goes, or nothing. If-Match has the work's ETag. For owners."""
        if_match_of(self.request)  # before a word is said of the work that the body names
        work = find_named_work(self.user, self.given)
        return self.taken(ask_deletion(actor=self.user, work=work, version=self.version_held(work)))


class OneJob(_View):
    """One job."""

    @operation(name="jobs_read", summary="Read how far a job is", response=JobShown)
    def get(self, pk: int) -> Response:
        """How far it is and, when it is over, what came of it."""
        return Response(show_job(self.find_job(pk)))


class CancelJob(_View):
    """Wanting a job no more."""

    @operation(name="jobs_cancel", summary="Cancel a job", response=JobShown, scope=Scope.WRITE)
    def post(self, pk: int) -> Response:
        """Nothing of it is written. One that is over stays as it is (409)."""
        cancel_job(actor=self.user, job=self.find_job(pk))
        return Response(show_job(self.find_job(pk)))


class JobFile(_View):
    """What an export made."""

    content_negotiation_class = IgnoreAccept

    @operation(name="jobs_file", summary="Fetch an export's file", media=MEDIA)
    def get(self, pk: int) -> HttpResponse:
        """The file, once the export is done."""
        job = self.find_job(pk)
        if not job.has_file:
            raise Http404
        if job.is_in_parts:
            return streamed(job.read_parts(), job.file_name, job.media_type)
        return attachment(bytes(job.data), job.file_name, job.media_type)
