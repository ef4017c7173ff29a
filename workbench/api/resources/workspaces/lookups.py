"""Finding the workspace that an address names."""

from django.http import Http404

from workbench.accounts.models import User, Workspace

__all__ = ["find_workspace"]


def find_workspace(user: User, slug: str) -> Workspace:
    """Return the workspace of this slug if the user is in it, or raise 404."""
    workspace = Workspace.objects.visible_to(user).filter(slug=slug).first()
    if workspace is None:
        raise Http404
    return workspace
