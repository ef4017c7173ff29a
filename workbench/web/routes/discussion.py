"""Threads, comments, suggestions and the review queue."""

from django.urls import URLPattern, path

from workbench.web.views import attaching, comments, composing, review, threads

__all__ = ["ROUTES"]

WORK = "works/<slug:workspace>/<slug:slug>/"

ROUTES: list[URLPattern] = [
    path("review/", review.show_queue, name="review"),
    path(f"{WORK}review/", review.show_work_queue, name="work_review"),
    path(f"{WORK}passages/<int:key>/comment/", composing.compose, name="compose"),
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
