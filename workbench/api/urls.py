"""The addresses under /api/v1/, subject by subject. All end with a slash; whatever is not here is a 404 problem."""

from django.urls import URLPattern, re_path

from workbench.api.protocol.nowhere import Nowhere
from workbench.api.resources.campaigns import routes as campaigns
from workbench.api.resources.checks import routes as checks
from workbench.api.resources.collation import routes as collation
from workbench.api.resources.comparison import routes as comparison
from workbench.api.resources.differences import routes as differences
from workbench.api.resources.docs import routes as docs
from workbench.api.resources.equivalences import routes as equivalences
from workbench.api.resources.events import routes as events
from workbench.api.resources.frozen import routes as frozen
from workbench.api.resources.links import routes as links
from workbench.api.resources.people import routes as people
from workbench.api.resources.placements import routes as placements
from workbench.api.resources.readers import routes as readers
from workbench.api.resources.renderings import routes as renderings
from workbench.api.resources.replacing import routes as replacing
from workbench.api.resources.reports import routes as reports
from workbench.api.resources.searching import routes as searching
from workbench.api.resources.sendings import routes as sendings
from workbench.api.resources.style import routes as style
from workbench.api.resources.terms import routes as terms
from workbench.api.resources.texts import routes as texts
from workbench.api.resources.threads import routes as threads
from workbench.api.resources.transfer import routes as transfer
from workbench.api.resources.variation import routes as variation
from workbench.api.resources.verdicts import routes as verdicts
from workbench.api.resources.webhooks import routes as webhooks
from workbench.api.resources.works import routes as works
from workbench.api.resources.workspaces import routes as workspaces

app_name = "api"

urlpatterns: list[URLPattern] = [
    *people.urlpatterns,
    *workspaces.urlpatterns,
    *works.urlpatterns,
    *texts.urlpatterns,
    *comparison.urlpatterns,
    *collation.urlpatterns,
    *variation.urlpatterns,
    *differences.urlpatterns,
    *checks.urlpatterns,
    *equivalences.urlpatterns,
    *style.urlpatterns,
    *terms.urlpatterns,
    *renderings.urlpatterns,
    *replacing.urlpatterns,
    *links.urlpatterns,
    *searching.urlpatterns,
    *threads.urlpatterns,
    *verdicts.urlpatterns,
    *reports.urlpatterns,
    *frozen.urlpatterns,
    *readers.urlpatterns,
    *sendings.urlpatterns,
    *campaigns.urlpatterns,
    *events.urlpatterns,
    *webhooks.urlpatterns,
    *transfer.urlpatterns,
    *placements.urlpatterns,
    *docs.urlpatterns,
    re_path("", Nowhere.as_view(), name="nowhere"),
]
