"""/events/ and, of these, what concerns the person who asks: /notifications/ and /subscriptions/."""

from django.urls import URLPattern, path

from workbench.api.resources.events import views

__all__ = ["urlpatterns"]

urlpatterns: list[URLPattern] = [
    path("events/", views.EventList.as_view(), name="events"),
    path("notifications/", views.NotificationList.as_view(), name="notifications"),
    path("notifications/read/", views.ReadNotifications.as_view(), name="notifications-read"),
    path("subscriptions/", views.SubscriptionList.as_view(), name="subscriptions"),
    path("subscriptions/<pk:pk>/", views.OneSubscription.as_view(), name="subscription"),
]
