"""Addresses of threads, comments, suggestions and the review queue."""

from django.urls import URLPattern, path

from workbench.web.discussion.views import (
    attaching,
    batches,
    classifying,
    comments,
    composing,
    editing,
    notes,
    offering,
    queue,
    threads,
    watching,
)
from workbench.web.site.addresses import PASSAGE, WORK, WORKSPACE

__all__ = ["ROUTES"]

ROUTES: list[URLPattern] = [
    path("review/", queue.show_queue, name="review"),
    path(f"{WORK}/review/", queue.show_work_queue, name="work_review"),
    path(f"{WORK}/changes/", watching.show_changes, name="changes"),
    path(f"{WORK}/seen/", watching.note_seen, name="seen"),
    path("review/batch/", batches.change, name="batch"),
    path("review/batch/undo/", batches.undo, name="undo_batch"),
    path("review/keep/", queue.keep, name="keep_queue"),
    path(f"{WORK}/review/keep/", queue.keep_of_work, name="keep_work_queue"),
    path("review/kept/<int:pk>/forget/", queue.forget, name="forget_queue"),
    path(f"{WORK}/people/", offering.offer_people, name="people"),
    path(f"{WORK}/rules/", offering.offer_rules, name="rules"),
    path(f"{WORK}/comment/", composing.compose_on_work, name="compose_on_work"),
    path(f"{PASSAGE}/comment/", composing.compose, name="compose"),
    path(f"{WORKSPACE}/categories/", classifying.show_categories, name="categories"),
    path(f"{PASSAGE}/variants/<int:variant>/suggest/", editing.suggest, name="suggest_edits"),
    path("threads/<int:pk>/", threads.show, name="thread"),
    path("threads/<int:pk>/reply/", threads.reply_to_thread, name="reply"),
    path("threads/<int:pk>/change/", threads.change, name="change_thread"),
    path("threads/<int:pk>/accept/", threads.accept, name="accept_suggestion"),
    path("threads/<int:pk>/undo/", threads.undo, name="undo_acceptance"),
    path("threads/<int:pk>/reject/", threads.reject, name="reject_suggestion"),
    path("threads/<int:pk>/notes/", notes.add, name="add_note"),
    path("notes/<int:pk>/edit/", notes.edit, name="edit_note"),
    path("notes/<int:pk>/delete/", notes.delete, name="delete_note"),
    path("comments/<int:pk>/edit/", comments.edit, name="edit_comment"),
    path("comments/<int:pk>/delete/", comments.delete, name="delete_comment"),
    path("anchors/<int:pk>/confirm/", attaching.confirm, name="confirm_anchor"),
    path("anchors/<int:pk>/attach/", attaching.attach, name="attach_anchor"),
]
