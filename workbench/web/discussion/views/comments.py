"""One contribution: its author edits it or takes it back."""

from django.http import HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from workbench.review.actions import delete_comment, edit_comment
from workbench.web.discussion.responses import attempt
from workbench.web.site.lookups import find_comment
from workbench.web.site.pages import PersonRequest, page
from workbench.web.site.parameters import posted_version

__all__ = ["delete", "edit"]


@require_POST
@page
def edit(request: PersonRequest, pk: int) -> HttpResponse:
    """Write one's comment anew."""
    comment = find_comment(request.user, pk)
    return attempt(
        request,
        comment.thread_id,
        f"edit-{pk}",
        lambda: edit_comment(
            actor=request.user, comment=comment, version=posted_version(request.POST), body=request.POST.get("body", "")
        ),
        gettext("Your comment was changed."),
    )


@require_POST
@page
def delete(request: PersonRequest, pk: int) -> HttpResponse:
    """Take a comment back."""
    comment = find_comment(request.user, pk)
    return attempt(
        request,
        comment.thread_id,
        f"delete-{pk}",
        lambda: delete_comment(actor=request.user, comment=comment, version=posted_version(request.POST)),
        gettext("The comment was deleted."),
    )
