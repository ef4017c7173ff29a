"""/me/, /me/data/ and /feed-tokens/."""

from django.urls import URLPattern, path

from workbench.api.resources.people import views

__all__ = ["urlpatterns"]

urlpatterns: list[URLPattern] = [
    path("me/", views.Me.as_view(), name="me"),
    path("me/data/", views.OwnData.as_view(), name="me-data"),
    path("feed-tokens/", views.FeedTokenList.as_view(), name="feed-tokens"),
    path("feed-tokens/<pk:pk>/", views.OneFeedToken.as_view(), name="feed-token"),
]
