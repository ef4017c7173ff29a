"""/webhooks/ with their deliveries."""

from django.urls import URLPattern, path

from workbench.api.resources.webhooks import views

__all__ = ["urlpatterns"]

urlpatterns: list[URLPattern] = [
    path("webhooks/", views.WebhookList.as_view(), name="webhooks"),
    path("webhooks/<pk:pk>/", views.OneWebhook.as_view(), name="webhook"),
    path("webhooks/<pk:pk>/deliveries/", views.DeliveryList.as_view(), name="deliveries"),
    path("webhooks/<pk:pk>/rotate/", views.Rotate.as_view(), name="rotate-webhook"),
    path("webhooks/<pk:pk>/test/", views.Test.as_view(), name="test-webhook"),
    path("webhooks/<pk:pk>/stop/", views.Stop.as_view(), name="stop-webhook"),
    path("webhooks/<pk:pk>/start/", views.Start.as_view(), name="start-webhook"),
]
