"""Addresses of the inbox, of feeds and of webhooks."""

from django.urls import URLPattern, path

from workbench.web.notices.views import feeds, inbox, webhooks
from workbench.web.site.addresses import WORK, WORKSPACE

__all__ = ["ROUTES"]

_WEBHOOK = f"{WORKSPACE}/webhooks/<int:pk>"

ROUTES: list[URLPattern] = [
    path(f"{WORK}/feed.atom", feeds.show_feed, name="feed"),
    path(f"{WORKSPACE}/webhooks/", webhooks.show_webhooks, name="webhooks"),
    path(f"{_WEBHOOK}/", webhooks.show_webhook, name="webhook"),
    path(f"{_WEBHOOK}/rotate/", webhooks.rotate, name="rotate_webhook"),
    path(f"{_WEBHOOK}/test/", webhooks.test, name="test_webhook"),
    path(f"{_WEBHOOK}/stop/", webhooks.stop, name="stop_webhook"),
    path(f"{_WEBHOOK}/start/", webhooks.start, name="start_webhook"),
    path(f"{_WEBHOOK}/remove/", webhooks.remove, name="remove_webhook"),
    path("inbox/", inbox.show_inbox, name="inbox"),
    path("inbox/mail/", inbox.choose, name="mail_pace"),
    path("mail/stop/<slug:secret>/", inbox.stop, name="stop_mail"),
    path("inbox/count/", inbox.show_count, name="inbox_count"),
    path("inbox/read/", inbox.read, name="inbox_read"),
    path(f"{WORK}/follow/", inbox.follow_work, name="follow_work"),
    path(f"{WORK}/mute/", inbox.mute_work, name="mute_work"),
    path("threads/<int:pk>/follow/", inbox.follow_thread, name="follow_thread"),
    path("threads/<int:pk>/mute/", inbox.mute_thread, name="mute_thread"),
]
