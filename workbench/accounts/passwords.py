"""Passwords: signing in and changing one's own. Guesses are counted in the database, across processes.

Attempts are counted before the password is looked at: many at once are as many as one after another. An unknown name, a
wrong password and a closed account get one answer and take one time (Django hashes for unknown names too).
"""

import hashlib
from secrets import token_hex

from django.conf import settings
from django.contrib.auth import authenticate
from django.contrib.auth.password_validation import validate_password
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from workbench.accounts.errors import Invalid, TooOften
from workbench.accounts.models import User
from workbench.accounts.rates import wait_for

__all__ = ["change_password", "count_guess", "mark_browser", "set_password", "sign_in"]

_BROWSER = "known-browser"


def sign_in(*, username: str, password: str, address: str, browser: str = "") -> User:
    """Return the person with this user name and password. `browser` is the mark it was given at an earlier sign-in.

    Raises `TooOften` beyond settings.PASSWORD_RATES, `Invalid` otherwise.
    """
    _count_attempt(username.strip().lower(), address, browser)
    user = authenticate(username=username, password=password) if "\0" not in username else None
    if not isinstance(user, User):
        raise Invalid(gettext("User name and password do not belong together."), code="wrong_password")
    return user


def mark_browser(user: User) -> str:
    """Return what a browser keeps in which somebody signed in: it tells them from those who guess their password."""
    return signing.dumps([user.username.lower(), token_hex(8)], salt=_BROWSER)


def _count_attempt(name: str, address: str, browser: str) -> None:
    """Count by the browser where the person had signed in before; else by address, by both, and by name from anywhere.

    So a guesser is slowed, and the owner of the name is not: not by one who guesses elsewhere, and in a browser they
    used before not by many.
    """
    if mark := _mark_of(browser, name):
        count_guess(f"sign-in:browser:{mark}", "name")
        return
    count_guess(f"sign-in:address:{address}", "address")
    count_guess(f"sign-in:name:{name}:{address}", "name")
    count_guess(f"sign-in:name:{name}", "everywhere")


def _mark_of(browser: str, name: str) -> str:
    """Return the mark of a browser in which this name had signed in, "" for any other."""
    try:
        known, mark = signing.loads(browser, salt=_BROWSER)
    except signing.BadSignature:
        return ""
    return str(mark) if known == name else ""


def change_password(*, actor: User, current: str, new: str) -> User:
    """Give oneself another password; `Invalid` tells of a wrong `current` or a weak `new`, `TooOften` of guessing."""
    count_guess(f"password:{actor.pk}", "name")
    if not actor.check_password(current):
        raise Invalid.field("current", gettext("Your present password is expected."), code="wrong_password")
    return set_password(user=actor, new=new)


def set_password(*, user: User, new: str) -> User:
    """Store a password for `user`, who need not be saved yet. Raises `Invalid` naming all that is wrong with it."""
    try:
        validate_password(new, user)
    except ValidationError as error:
        raise Invalid.field("new", " ".join(error.messages), code="weak_password") from error
    user.set_password(new)
    user.save()
    return user


def count_guess(name: str, kind: str) -> None:
    """Count an attempt, or raise `TooOften`.

    The name is hashed: what people type is neither kept nor too long for the table.
    """
    hashed = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()
    if wait := wait_for(hashed, settings.PASSWORD_RATES[kind]):
        raise TooOften(
            gettext("Too many attempts. The next one is possible in %(wait)s minutes.") % {"wait": -(-wait // 60)},
            wait=wait,
        )
