"""Who asks: a script with a bearer token (RFC 6750), or a browser with its session and CSRF token."""

from django.utils import timezone
from rest_framework.authentication import BaseAuthentication, SessionAuthentication
from rest_framework.exceptions import AuthenticationFailed, PermissionDenied
from rest_framework.request import Request

from workbench.accounts.actions import note_token_use
from workbench.accounts.models import ApiToken, Scope, User
from workbench.accounts.queries import find_token
from workbench.api.protocol.problems import Refusal

__all__ = ["BearerAuthentication", "BrowserAuthentication", "require_scope"]

_REALM = 'Bearer realm="translation-workbench"'


class BearerAuthentication(BaseAuthentication):
    """`Authorization: Bearer tcw_...`. Unknown, expired and revoked tokens are told apart nowhere."""

    def authenticate(self, request: Request) -> tuple[User, ApiToken] | None:
        """Return who and with which token; None where no bearer token was sent."""
        scheme, _, secret = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() != "bearer":
            return None
        token = find_token(secret.strip(), now=timezone.now())
        if token is None:
            raise AuthenticationFailed("A valid token is expected: this one is unknown, expired or revoked.")
        note_token_use(token=token)
        return token.user, token

    def authenticate_header(self, request: Request) -> str:
        """Return the challenge of a 401."""
        sent = request.headers.get("Authorization", "").lower().startswith("bearer")
        return f'{_REALM}, error="invalid_token"' if sent else _REALM


class BrowserAuthentication(SessionAuthentication):
    """The session of the pages; writes need the CSRF token."""

    def enforce_csrf(self, request: Request) -> None:
        """Refuse a write without CSRF token, under a code of its own."""
        try:
            super().enforce_csrf(request)
        except PermissionDenied as error:
            raise Refusal(403, "csrf_failed", "A CSRF token is expected with a browser's session.") from error


def require_scope(request: Request, least: Scope) -> None:
    """Refuse what the token's scopes do not reach. They are steps: read, comment, write. A session reaches all."""
    token = request.auth
    if not isinstance(token, ApiToken):
        return
    ladder = Scope.values
    if max((ladder.index(scope) for scope in token.scopes), default=-1) < ladder.index(least):
        challenge = f'{_REALM}, error="insufficient_scope", scope="{least.value}"'
        detail = f"A token with the scope {least.value} is expected."
        raise Refusal(403, "insufficient_scope", detail, WWW_Authenticate=challenge)
