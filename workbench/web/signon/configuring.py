"""What the settings say for django-allauth, where somebody wants it. It has no models, pages or code of ours in it."""

from importlib.util import find_spec
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from workbench.web.signon.providers import ProvidersRefused, read_providers

__all__ = ["SECOND_FACTORS", "settings_for"]

SECOND_FACTORS = ("off", "optional", "required")
_OURS = "workbench.web.signon"


def settings_for(*, file: str, second_factor: str, site_name: str, proxies: int) -> dict[str, Any]:
    """Return the settings of django-allauth, and the applications it wants as SIGN_ON_APPS."""
    if second_factor not in SECOND_FACTORS:
        raise ImproperlyConfigured(
            f"SECOND_FACTOR is {second_factor!r}; one of {', '.join(SECOND_FACTORS)} is expected."
        )
    if find_spec("allauth") is None or find_spec("fido2") is None:
        raise ImproperlyConfigured(
            "SSO_FILE and SECOND_FACTOR want the extra sso: pip install 'translation-workbench[sso]'."
        )
    try:
        providers = read_providers(Path(file)) if file else {}
    except (OSError, ProvidersRefused) as error:
        raise ImproperlyConfigured(str(error)) from error
    if "saml" in providers and not _can_saml():
        raise ImproperlyConfigured("SAML wants the extra saml: pip install 'translation-workbench[saml]'.")
    return {
        "SIGN_ON_APPS": _apps(),
        "SOCIALACCOUNT_PROVIDERS": providers,
        "MFA_TOTP_ISSUER": site_name,
        "ALLAUTH_TRUSTED_PROXY_COUNT": proxies,
        **_ALWAYS,
    }


def _can_saml() -> bool:
    return find_spec("onelogin") is not None


def _apps() -> list[str]:
    """List the applications; ours come before them, whose templates are to be taken."""
    saml = ["allauth.socialaccount.providers.saml"] if _can_saml() else []
    social = ["allauth.socialaccount", "allauth.socialaccount.providers.openid_connect", *saml]
    return ["django.contrib.humanize", "allauth", "allauth.account", *social, "allauth.mfa"]


_ALWAYS: dict[str, Any] = {
    # Who signs in how often is counted by `accounts.passwords`, in the database; names and addresses are ours to check.
    "ACCOUNT_ADAPTER": f"{_OURS}.adapters.AccountAdapter",
    "ACCOUNT_EMAIL_VERIFICATION": "none",
    "ACCOUNT_RATE_LIMITS": False,
    "ACCOUNT_UNIQUE_EMAIL": False,
    "ACCOUNT_SIGNUP_FIELDS": ["username*"],
    "ACCOUNT_FORMS": {"reauthenticate": f"{_OURS}.forms.AgainForm"},
    "MFA_ADAPTER": f"{_OURS}.adapters.SecondAdapter",
    "MFA_ALLOW_UNVERIFIED_EMAIL": True,  # an address is no part of how one signs in here
    "MFA_FORMS": {"authenticate": f"{_OURS}.forms.CodeForm", "reauthenticate": f"{_OURS}.forms.CodeAgainForm"},
    "MFA_SUPPORTED_TYPES": ["totp", "webauthn", "recovery_codes"],
    "SOCIALACCOUNT_ADAPTER": f"{_OURS}.adapters.ProviderAdapter",
    "SOCIALACCOUNT_LOGIN_ON_GET": True,  # providers' own pages link here; nothing is connected by it (adapters)
    "SOCIALACCOUNT_OPENID_CONNECT_URL_PREFIX": "",
    "SOCIALACCOUNT_REQUESTS_TIMEOUT": 10,
    "SOCIALACCOUNT_STORE_TOKENS": False,
}
