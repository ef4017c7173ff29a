"""The routes of the pages. Names are used with their namespace: `{% url "web:work" ... %}`."""

from django.urls import URLPattern

from workbench.web.account.routes import ROUTES as ACCOUNT
from workbench.web.campaigns.routes import ROUTES as CAMPAIGNS
from workbench.web.discussion.routes import ROUTES as DISCUSSION
from workbench.web.equating.routes import ROUTES as EQUATING
from workbench.web.finding.routes import ROUTES as FINDING
from workbench.web.judging.routes import ROUTES as JUDGING
from workbench.web.notices.routes import ROUTES as NOTICES
from workbench.web.placing.routes import ROUTES as PLACING
from workbench.web.publishing.routes import ROUTES as PUBLISHING
from workbench.web.reading.routes import ROUTES as READING
from workbench.web.search.routes import ROUTES as SEARCH
from workbench.web.texts.routes import ROUTES as TEXTS
from workbench.web.transfer.routes import ROUTES as TRANSFER
from workbench.web.variation.routes import ROUTES as VARIATION
from workbench.web.wording.routes import ROUTES as WORDING

app_name = "web"

urlpatterns: list[URLPattern] = [
    *TEXTS,
    *READING,
    *VARIATION,
    *FINDING,
    *DISCUSSION,
    *EQUATING,
    *WORDING,
    *PLACING,
    *TRANSFER,
    *ACCOUNT,
    *SEARCH,
    *NOTICES,
    *JUDGING,
    *PUBLISHING,
    *CAMPAIGNS,
]
