"""/threads/, /comments/ and /anchors/."""

from django.urls import URLPattern, path

from workbench.api.resources.threads.views import batches, comments, edits, notes, threads

__all__ = ["urlpatterns"]

urlpatterns: list[URLPattern] = [
    path("threads/", threads.ThreadList.as_view(), name="threads"),
    path("threads/batch/", batches.ChangeSeveral.as_view(), name="change-threads"),
    path("threads/batch/accept/", batches.AcceptSeveral.as_view(), name="accept-suggestions"),
    path("threads/batch/undo/", batches.UndoSeveral.as_view(), name="undo-acceptances"),
    path("threads/<pk:pk>/", threads.OneThread.as_view(), name="thread"),
    path("threads/<pk:pk>/accept/", threads.Accept.as_view(), name="accept"),
    path("threads/<pk:pk>/undo/", threads.UndoAcceptance.as_view(), name="undo-acceptance"),
    path("threads/<pk:pk>/reject/", threads.Reject.as_view(), name="reject"),
    path("threads/<pk:pk>/notes/", notes.NoteList.as_view(), name="notes"),
    path("notes/<pk:pk>/", notes.OneNote.as_view(), name="note"),
    path("variants/<pk:pk>/suggest/", edits.Suggest.as_view(), name="suggest"),
    path("comments/", comments.CommentList.as_view(), name="comments"),
    path("comments/<pk:pk>/", comments.OneComment.as_view(), name="comment"),
    path("anchors/<pk:pk>/", comments.OneAnchor.as_view(), name="anchor"),
    path("anchors/<pk:pk>/confirm/", comments.Confirm.as_view(), name="confirm-anchor"),
    path("anchors/<pk:pk>/reattach/", comments.Reattach.as_view(), name="reattach"),
]
