"""The routes: the API under /api/v1/, everything else is pages."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/v1/", include("workbench.api.urls")),
    path("read/", include("workbench.web.public.urls", namespace="public")),
    path("", include("workbench.web.urls")),
    path("", include("workbench.web.papers.routes")),
]

if settings.SIGN_ON:
    urlpatterns.insert(0, path("sign-on/", include("workbench.web.account.signon_routes")))

handler400 = "workbench.web.site.error_pages.show_bad_request"
handler403 = "workbench.web.site.error_pages.show_forbidden"
handler404 = "workbench.web.site.error_pages.show_not_found"
handler500 = "workbench.web.site.error_pages.show_server_error"
