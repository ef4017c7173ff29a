"""Files in and out: /imports/, /imports/{id}/, /works/{slug}/export/."""

import json
from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse
from rest_framework.response import Response

from workbench.accounts.models import Scope, User
from workbench.api.protocol.base import ApiView
from workbench.api.protocol.lookups import find, find_named_workspace
from workbench.api.protocol.negotiation import IgnoreAccept
from workbench.api.protocol.operations import PageQuery, operation
from workbench.api.protocol.parsing import FormParser
from workbench.api.resources.transfer.presenters import ImportShown, show_import
from workbench.api.resources.transfer.schemas import ExportQuery, NewImport
from workbench.api.resources.works.files import in_file
from workbench.api.resources.works.lookups import find_named_work, find_work
from workbench.attachments import attachment, streamed
from workbench.corpus.models import Import, Work
from workbench.interchange.options import ReadOptions
from workbench.interchange.registry import FORMATS
from workbench.review.transfer import (
    ImportOptions,
    SourceFile,
    StreamedFile,
    Unreadable,
    export_at_once,
    import_file,
    preview_file,
)

__all__ = ["MEDIA", "Export", "ImportList", "OneImport", "goal_of"]

_READING = (
    "encoding",
    "siglum",
    "language",
    "title",
    "split",
    "boilerplate",
    "layout",
    "delimiter",
    "quoting",
    "header",
    "columns",
    "changes",
    "called",
)
_DETAILS = ("role", "translator", "year", "translation_title", "source", "citation", "rights")
_OPTIONS = ("match", "existing", "title", "slug", "reason", "numbering")
MEDIA = tuple(sorted({"application/zip", *(one.media_type for one in FORMATS.values())}))


class ImportList(ApiView):
    """Bringing texts in."""

    parser_classes = (FormParser,)

    @operation(name="imports_list", summary="List imports", query=PageQuery, response=ImportShown, is_list=True)
    def get(self) -> Response:
        """Imports and dry runs with their reports, in the order in which they were made."""
        return self.page(_imports(self.user), show_import)

    @operation(
        name="imports_create",
        summary="Import a file",
        body=NewImport,
        response=ImportShown,
        status=201,
        scope=Scope.WRITE,
        takes="multipart/form-data",
    )
    def post(self) -> Response:
        """All of the file or nothing; with `dry_run=true` only a report of what would happen. For editors."""
        try:
            done = _bring(self.user, self.given)
        except Unreadable as error:
            raise in_file(error) from error
        return self.created(show_import(done), "import", done.pk)


class OneImport(ApiView):
    """One import."""

    @operation(name="imports_read", summary="Read an import's report", response=ImportShown)
    def get(self, pk: int) -> Response:
        """What the import did or, as a dry run, would have done."""
        return Response(show_import(find(_imports(self.user), pk)))


class Export(ApiView):
    """Taking a work out."""

    content_negotiation_class = IgnoreAccept

    @operation(name="works_export", summary="Export a work", query=ExportQuery, media=MEDIA, refusals=(403, 409, 422))
    def get(self, slug: str) -> HttpResponse:
        """The work as a file. The header Export-Losses has, as JSON, what the format does not carry.

        Bundles and tables of large works are sent as they are made, of one moment, and have no ETag.
        Large works with an apparatus are made by `jobs/exports/`; here they are refused (`takes_long`).
        """
        work = find_work(self.user, slug, self.asked.get("workspace"))
        file = export_at_once(
            actor=self.user,
            work=work,
            format_name=self.asked["format"],
            sigla=self.asked.get("translations", []),
            apparatus=self.asked.get("apparatus", ""),
        )
        response = (
            streamed(file.pieces, file.name, file.media_type)
            if isinstance(file, StreamedFile)
            else attachment(file.data, file.name, file.media_type)
        )
        if file.losses:
            response["Export-Losses"] = json.dumps(file.losses[:10])
        return response


def _bring(user: User, given: Mapping[str, Any]) -> Import:
    return (preview_file if given.get("dry_run") == "true" else import_file)(actor=user, **goal_of(user, given))


def goal_of(user: User, given: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is to be imported, where it goes, and how."""
    return {
        "workspace": find_named_workspace(user, given["workspace"]),
        "work": _work(user, given),
        "file": _source(given),
        "options": ImportOptions(**{name: given[name] for name in _OPTIONS if name in given}),
    }


def _imports(user: User) -> Any:
    return Import.objects.visible_to(user).select_related("workspace", "work", "created_by")


def _work(user: User, given: Mapping[str, Any]) -> Work | None:
    return find_named_work(user, given) if "work" in given else None


def _source(given: Mapping[str, Any]) -> SourceFile:
    reading = {name: given[name] for name in _READING if name in given}
    options = ReadOptions(**reading, join_lines=given.get("join_lines") == "true")
    details = {name.removeprefix("translation_"): given[name] for name in _DETAILS if name in given}
    return SourceFile(given["file"].name, given["file"].read(), given.get("format", ""), options, details)
