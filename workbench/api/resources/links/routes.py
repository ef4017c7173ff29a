"""/passages/{id}/links/, /links/ and /links/{id}/."""

from django.urls import URLPattern, path

from workbench.api.resources.links import views

__all__ = ["urlpatterns"]

urlpatterns: list[URLPattern] = [
    path("passages/<pk:pk>/links/", views.LinksOfPassage.as_view(), name="passage-links"),
    path("links/", views.SaidLinks.as_view(), name="links"),
    path("links/<pk:pk>/", views.OneLink.as_view(), name="link"),
]
