"""Tokens for scripts: shown once, stored as a hash."""

from django.contrib.auth.models import AnonymousUser
from django.db import models

from workbench.accounts.models.user import User

__all__ = ["ApiToken", "Scope"]


class Scope(models.TextChoices):
    """What a token may do at most; its owner's role bounds it further. `comment` and `write` include `read`.

    `feed` opens feeds and nothing else, and stands alone: such a token is part of addresses, which are kept and logged.
    """

    FEED = "feed"
    READ = "read"
    COMMENT = "comment"
    WRITE = "write"


class ApiTokenQuerySet(models.QuerySet["ApiToken"]):
    """Tokens, as a person may see them."""

    def visible_to(self, user: User | AnonymousUser) -> "ApiTokenQuerySet":
        """Keep the user's own tokens."""
        return self.filter(user=user) if user.is_authenticated else self.none()


class ApiToken(models.Model):
    """A bearer token. `digest` is the SHA-256 of the secret in hexadecimal; `hint` its last four characters."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="tokens")
    name = models.CharField(max_length=100)
    digest = models.CharField(max_length=64, unique=True)
    hint = models.CharField(max_length=4)
    scopes = models.JSONField(default=list)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    last_used_at = models.DateTimeField(null=True, blank=True)

    objects = ApiTokenQuerySet.as_manager()
