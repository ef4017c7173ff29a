"""The routes: the API under /api/v1/, everything else is pages."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/v1/", include("workbench.api.urls")),
    path("", include("workbench.web.urls")),
]

handler400 = "workbench.web.views.errors.show_bad_request"
handler403 = "workbench.web.views.errors.show_forbidden"
handler404 = "workbench.web.views.errors.show_not_found"
handler500 = "workbench.web.views.errors.show_server_error"
