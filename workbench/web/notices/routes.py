"""Addresses of the inbox and of feeds."""

from django.urls import URLPattern, path

from workbench.web.notices.views import feeds, inbox
from workbench.web.site.addresses import WORK

__all__ = ["ROUTES"]

ROUTES: list[URLPattern] = [
    path(f"{WORK}/feed.atom", feeds.show_feed, name="feed"),
    path("inbox/", inbox.show_inbox, name="inbox"),
    path("inbox/mail/", inbox.choose, name="mail_pace"),
    path("mail/stop/<slug:secret>/", inbox.stop, name="stop_mail"),
    path("inbox/count/", inbox.show_count, name="inbox_count"),
    path("inbox/read/", inbox.read, name="inbox_read"),
    path("threads/<int:pk>/follow/", inbox.follow_thread, name="follow_thread"),
    path("threads/<int:pk>/mute/", inbox.mute_thread, name="mute_thread"),
]
