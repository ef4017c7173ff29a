"""Addresses of import and export."""

from django.urls import URLPattern, path

from workbench.web.site.addresses import WORK, WORKSPACE
from workbench.web.transfer.views import exports, imports, jobs

__all__ = ["ROUTES"]

ROUTES: list[URLPattern] = [
    path("import/", imports.choose_workspace, name="import_somewhere"),
    path(f"{WORKSPACE}/import/", imports.show_import, name="import"),
    path(f"{WORKSPACE}/import/<int:pk>/", imports.show_preview, name="import_preview"),
    path(f"{WORKSPACE}/import/<int:pk>/discard/", imports.discard, name="discard_import"),
    path(f"{WORK}/export/", exports.show_export, name="export"),
    path(f"{WORK}/export/<slug:name>/", exports.download, name="download"),
    path(f"{WORK}/export/<slug:name>/prepare/", jobs.prepare, name="prepare_export"),
    path("jobs/", jobs.show_jobs, name="jobs"),
    path("jobs/<int:pk>/", jobs.show_job, name="job"),
    path("jobs/<int:pk>/cancel/", jobs.cancel, name="cancel_job"),
    path("jobs/<int:pk>/file/", jobs.fetch, name="job_file"),
]
