"""Where django-allauth asks what holds here: who may come, who is known again, how secrets are kept."""

import base64
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse, SignupClosedException
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from cryptography.fernet import Fernet
from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import redirect
from django.utils.crypto import salted_hmac

from workbench.accounts.models import User
from workbench.accounts.signing_on import join, person_at

__all__ = ["AccountAdapter", "ProviderAdapter", "SecondAdapter"]


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Local accounts are made by an invitation only; signing in says nothing but the page that follows."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Say no: our own pages make accounts."""
        return False

    def clean_username(self, username: str, shallow: bool = False) -> str:  # noqa: FBT001 - the library's signature
        """Take any wish: `join` makes a user name of it."""
        return username

    def add_message(
        self, request: HttpRequest, level: int, message_template: str | None = None, *a: Any, **k: Any
    ) -> None:
        """Leave out "Successfully signed in as …"."""
        if message_template != "account/messages/logged_in.txt":
            super().add_message(request, level, message_template, *a, **k)


class ProviderAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Who comes with an account of elsewhere."""

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Let nobody connect by a mere address, nobody in from elsewhere, and know again whom an address names."""
        if sociallogin.state.get("process") != "login":
            raise ImmediateHttpResponse(redirect("web:account"))
        wanted, address = _wanted(sociallogin), _confirmed(sociallogin)
        if wanted["domains"] and address.partition("@")[2] not in wanted["domains"]:
            raise SignupClosedException
        if not sociallogin.is_existing and wanted["known_by_address"] and (person := person_at(address)):
            sociallogin.connect(request, person)

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Say whether new people may come from there."""
        return bool(_wanted(sociallogin)["new_people"])

    def is_auto_signup_allowed(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Ask nobody to fill in a form; addresses are no reason to, either."""
        sociallogin.user.email = _confirmed(sociallogin)
        sociallogin.email_addresses = []
        return True

    def populate_user(self, request: HttpRequest, sociallogin: SocialLogin, data: dict[str, Any]) -> User:
        """Note what the provider says of the person; nothing is stored yet."""
        user: User = sociallogin.user
        parts = (data.get("first_name"), data.get("last_name"))
        user.username = str(data.get("username") or data.get("email") or "")
        user.name = str(data.get("name") or " ".join(str(part) for part in parts if part))
        return user

    def save_user(self, request: HttpRequest, sociallogin: SocialLogin, form: Any = None) -> User:
        """Make the account."""
        said: User = sociallogin.user
        user = join(username=said.username, name=said.name, address=said.email)
        sociallogin.connect(request, user)
        return user


class SecondAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Second factors; their secrets are encrypted with SECRET_KEY, so that a back-up alone opens nothing."""

    def encrypt(self, text: str) -> str:
        """Return a secret as it is stored."""
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Return a secret as it is."""
        return _cipher().decrypt(encrypted_text.encode()).decode()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Let the last one go only where none is required."""
        others = Authenticator.objects.filter(user=authenticator.user).exclude(type=Authenticator.Type.RECOVERY_CODES)
        return bool(settings.SECOND_FACTOR != "required" or others.exclude(pk=authenticator.pk).exists())


def _wanted(sociallogin: SocialLogin) -> dict[str, Any]:
    defaults = {"domains": [], "new_people": True, "known_by_address": False}
    said: dict[str, Any] = sociallogin.provider.app.settings
    return defaults | said


def _confirmed(sociallogin: SocialLogin) -> str:
    """Return the address that the provider confirms, or is trusted to have confirmed; "" for none."""
    return next((one.email.lower() for one in sociallogin.email_addresses if one.verified), "")


def _cipher() -> Fernet:
    return Fernet(base64.urlsafe_b64encode(salted_hmac("second-factor", "", algorithm="sha256").digest()))
