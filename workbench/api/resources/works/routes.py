"""/works/, and what stands between the translations of one."""

from django.urls import URLPattern, path

from workbench.api.resources.works import views

__all__ = ["urlpatterns"]

urlpatterns: list[URLPattern] = [
    path("works/", views.WorkList.as_view(), name="works"),
    path("works/<slug:slug>/", views.OneWork.as_view(), name="work"),
    path("works/<slug:slug>/relations/", views.Relations.as_view(), name="relations"),
]
