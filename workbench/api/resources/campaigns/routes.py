"""/campaigns/, /campaigns/pearmut/, /campaigns/{id}/, its next/, judgements/, decisions/, results/ and close/."""

from django.urls import URLPattern, path

from workbench.api.resources.campaigns import views

__all__ = ["urlpatterns"]

urlpatterns: list[URLPattern] = [
    path("campaigns/", views.CampaignList.as_view(), name="campaigns"),
    path("campaigns/pearmut/", views.BringCampaign.as_view(), name="bring-campaign"),
    path("campaigns/<int:pk>/", views.OneCampaign.as_view(), name="campaign"),
    path("campaigns/<int:pk>/next/", views.Next.as_view(), name="campaign-next"),
    path("campaigns/<int:pk>/judgements/", views.Judgements.as_view(), name="campaign-judgements"),
    path("campaigns/<int:pk>/decisions/", views.Decisions.as_view(), name="campaign-decisions"),
    path("campaigns/<int:pk>/results/", views.Results.as_view(), name="campaign-results"),
    path("campaigns/<int:pk>/close/", views.Close.as_view(), name="close-campaign"),
]
