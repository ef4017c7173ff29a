"""Addresses of the inbox."""

from django.urls import URLPattern, path

from workbench.web.notices import views

__all__ = ["ROUTES"]

ROUTES: list[URLPattern] = [
    path("inbox/", views.show_inbox, name="inbox"),
    path("inbox/mail/", views.choose, name="mail_pace"),
    path("mail/stop/<slug:secret>/", views.stop, name="stop_mail"),
    path("inbox/count/", views.show_count, name="inbox_count"),
    path("inbox/read/", views.read, name="inbox_read"),
    path("threads/<int:pk>/follow/", views.follow_thread, name="follow_thread"),
    path("threads/<int:pk>/mute/", views.mute_thread, name="mute_thread"),
]
