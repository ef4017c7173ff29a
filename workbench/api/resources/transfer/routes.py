"""/imports/, /works/{slug}/export/, and both as /jobs/; deletions of large works as well."""

from django.urls import URLPattern, path

from workbench.api.resources.transfer.views import files, jobs

__all__ = ["urlpatterns"]

urlpatterns: list[URLPattern] = [
    path("works/<slug:slug>/export/", files.Export.as_view(), name="export"),
    path("imports/", files.ImportList.as_view(), name="imports"),
    path("imports/<pk:pk>/", files.OneImport.as_view(), name="import"),
    path("jobs/", jobs.JobList.as_view(), name="jobs"),
    path("jobs/imports/", jobs.NewImportJob.as_view(), name="import-jobs"),
    path("jobs/exports/", jobs.NewExportJob.as_view(), name="export-jobs"),
    path("jobs/deletions/", jobs.NewDeletionJob.as_view(), name="deletion-jobs"),
    path("jobs/<pk:pk>/", jobs.OneJob.as_view(), name="job"),
    path("jobs/<pk:pk>/cancel/", jobs.CancelJob.as_view(), name="cancel-job"),
    path("jobs/<pk:pk>/file/", jobs.JobFile.as_view(), name="job-file"),
]
