"""Addresses of threads, comments, suggestions and the review queue."""

from django.urls import URLPattern, path

from workbench.web.discussion.views import attaching, comments, composing, queue, threads
from workbench.web.site.addresses import PASSAGE, WORK

__all__ = ["ROUTES"]

ROUTES: list[URLPattern] = [
    path("review/", queue.show_queue, name="review"),
    path(f"{WORK}/review/", queue.show_work_queue, name="work_review"),
    path(f"{PASSAGE}/comment/", composing.compose, name="compose"),
    path("threads/<int:key>/", threads.show, name="thread"),
    path("threads/<int:key>/reply/", threads.reply_to_thread, name="reply"),
    path("threads/<int:key>/change/", threads.change, name="change_thread"),
    path("threads/<int:key>/accept/", threads.accept, name="accept_suggestion"),
    path("threads/<int:key>/undo/", threads.undo, name="undo_acceptance"),
    path("threads/<int:key>/reject/", threads.reject, name="reject_suggestion"),
    path("comments/<int:key>/edit/", comments.edit, name="edit_comment"),
    path("comments/<int:key>/delete/", comments.delete, name="delete_comment"),
    path("anchors/<int:key>/attach/", attaching.attach, name="attach_anchor"),
]
