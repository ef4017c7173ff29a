"""/works/{slug}/checks/, /checks/{id}/ and what may be done with one."""

from django.urls import URLPattern, path

from workbench.api.resources.checks import views

__all__ = ["urlpatterns"]

urlpatterns: list[URLPattern] = [
    path("works/<slug:slug>/checks/", views.ChecksOfWork.as_view(), name="checks"),
    path("checks/<pk:pk>/", views.OneCheck.as_view(), name="check"),
    path("checks/<pk:pk>/dismiss/", views.Dismiss.as_view(), name="dismiss-check"),
    path("checks/<pk:pk>/reopen/", views.Reopen.as_view(), name="reopen-check"),
    path("checks/<pk:pk>/raise/", views.Raise.as_view(), name="raise-check"),
]
