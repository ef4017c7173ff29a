"""The routes of the pages. Names are used with their namespace: `{% url "web:work" ... %}`."""

from django.urls import URLPattern

from workbench.web.routes import account, discussion, placing, searching, texts, variation

app_name = "web"

urlpatterns: list[URLPattern] = [
    *texts.ROUTES,
    *discussion.ROUTES,
    *account.ROUTES,
    *placing.ROUTES,
    *searching.ROUTES,
    *variation.ROUTES,
]
