"""A team's workspace and who is in it."""

from django.contrib.auth.models import AnonymousUser
from django.db import models

from workbench.accounts.models.user import User

__all__ = ["Membership", "Role", "Workspace"]


class Role(models.TextChoices):
    """What a member may do: readers read, reviewers also comment, editors also write texts, owners also manage.

    Only owners delete what others made; what is one's own needs no role (a token, one's membership, an upload, a
    private note, a kept filter) but for comments, which ask for a reviewer. Who reads without an account is a
    `Reader`, not this. The role that a thing asks for is said by its action, with `require_role`.
    """

    READER = "reader"
    REVIEWER = "reviewer"
    EDITOR = "editor"
    OWNER = "owner"

    @property
    def rank(self) -> int:
        """The place in the ladder, reader 0 to owner 3: each role may do all that lower ones may."""
        return list(Role).index(self)


class WorkspaceQuerySet(models.QuerySet["Workspace"]):
    """Workspaces, as a person may see them."""

    def visible_to(self, user: User | AnonymousUser) -> "WorkspaceQuerySet":
        """Keep the workspaces that the user is a member of."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        return self.filter(pk__in=Membership.objects.filter(user=user).values("workspace_id"))


class Workspace(models.Model):
    """A team's place, with members and works; nothing in it is seen from outside."""

    slug = models.SlugField(max_length=50, unique=True)
    name = models.CharField(max_length=150)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = WorkspaceQuerySet.as_manager()

    def __str__(self) -> str:
        return self.name


class MembershipQuerySet(models.QuerySet["Membership"]):
    """Memberships, as a person may see them."""

    def visible_to(self, user: User | AnonymousUser) -> "MembershipQuerySet":
        """Keep the memberships of the workspaces that the user is a member of."""
        return self.filter(workspace__in=Workspace.objects.visible_to(user))


class Membership(models.Model):
    """A person's role in a workspace. `name_fingerprint` (see `names`) is of the name they show.

    No other member shows it. It is empty only where two showed the same name before that was refused.
    """

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="memberships")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=10, choices=Role)
    name_fingerprint = models.CharField(max_length=64, blank=True, db_column="name_key")
    created_at = models.DateTimeField(auto_now_add=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["workspace", "user"], name="one_membership_per_person"),
            models.UniqueConstraint(
                fields=["workspace", "name_fingerprint"],
                condition=~models.Q(name_fingerprint=""),
                name="one_name_per_member",
            ),
            models.CheckConstraint(condition=models.Q(role__in=Role.values), name="membership_role_known"),
        )
