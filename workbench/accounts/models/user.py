"""The person who signs in."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, PermissionsMixin, UserManager
from django.contrib.auth.validators import ASCIIUsernameValidator
from django.db import models
from django.utils import timezone

from workbench.accounts.names import mixes_alphabets

__all__ = ["User", "UserQuerySet"]


class UserQuerySet(models.QuerySet["User"]):
    """People, as others may see them."""

    def visible_to(self, user: "User | AnonymousUser") -> "UserQuerySet":
        """Keep the user and those who share a workspace with them."""
        if not user.is_authenticated:
            return self.none()
        shared = user.memberships.values("workspace_id")
        return self.filter(models.Q(pk=user.pk) | models.Q(memberships__workspace__in=shared)).distinct()


class _UserManager(UserManager["User"]):
    """Django's manager, whose superusers need no e-mail address."""

    def get_queryset(self) -> UserQuerySet:
        return UserQuerySet(self.model, using=self._db)

    def visible_to(self, user: "User | AnonymousUser") -> UserQuerySet:
        return self.get_queryset().visible_to(user)


class User(AbstractBaseUser, PermissionsMixin):
    """A person. `name` is what others read under a comment; the user name where it is empty.

    `email` was confirmed by a link sent to it. `shows_username`: somebody else is or was called so in a workspace.
    """

    username = models.CharField(max_length=150, unique=True, validators=[ASCIIUsernameValidator()])
    name = models.CharField(max_length=150, blank=True)
    email = models.EmailField(blank=True)
    shows_username = models.BooleanField(default=False)
    is_staff = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    date_joined = models.DateTimeField(default=timezone.now)

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects: ClassVar[Any] = _UserManager()

    def __str__(self) -> str:
        is_plain = not self.name or not (self.shows_username or mixes_alphabets(self.name))
        return self.shown if is_plain else f"{self.name} (@{self.username})"

    @property
    def shown(self) -> str:
        """The name, or the user name where there is none."""
        return self.name or self.username

    @property
    def addresses(self) -> list[str]:
        """What invitations to this person are addressed to: a user name is none of an e-mail address."""
        names = [] if "@" in self.username else [self.username]
        return names + ([self.email.lower()] if self.email else [])

    def signature(self, attributed_to: str = "") -> str:
        """Return the name under a contribution; of an imported one the name it came with, and who brought it."""
        return f"{attributed_to}, imported by {self}" if attributed_to else str(self)
