"""The forms of a second factor: guesses are counted in the database, and a code counts once."""

import hashlib
from typing import Any

from allauth.account.forms import ReauthenticateForm as PasswordAgain
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from workbench.accounts.actions import count_request
from workbench.accounts.errors import TooOften
from workbench.accounts.passwords import count_guess

__all__ = ["AgainForm", "CodeAgainForm", "CodeForm"]

_HOUR = 3600


def _count(what: str) -> None:
    try:
        count_guess(what, "name")
    except TooOften as error:
        raise ValidationError(error.detail, code=error.code) from error


class _Counted:
    user: Any

    def clean_code(self) -> str:
        """Count, look at the code, and take it once: across processes, where the library's own memory ends."""
        _count(f"second:{self.user.pk}")
        code: str = super().clean_code()  # type: ignore[misc]
        mark = hashlib.sha256(f"second:{self.user.pk}:{code}".encode()).hexdigest()
        if count_request(name=mark, window=_HOUR) > 1:
            raise ValidationError(
                gettext("A code that was not used before is expected: wait for the next."), code="used"
            )
        return code


class CodeForm(_Counted, AuthenticateForm):  # type: ignore[misc]
    """The code, when signing in."""


class CodeAgainForm(_Counted, ReauthenticateForm):  # type: ignore[misc]
    """The code, before something that guards the account is changed."""


class AgainForm(PasswordAgain):  # type: ignore[misc]
    """The password, before something that guards the account is changed."""

    def clean_password(self) -> str:
        """Count, then look."""
        _count(f"password:{self.user.pk}")
        return str(super().clean_password())
