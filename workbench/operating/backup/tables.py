"""What goes into a back-up, and what is better made anew."""

from collections.abc import Mapping
from hashlib import sha256
from typing import TYPE_CHECKING

from django.apps import apps
from django.conf import settings
from django.db.models import Model

if TYPE_CHECKING:
    from django.apps.registry import Apps

__all__ = ["LEFT_OUT", "models_in", "settings_that_matter"]

LEFT_OUT: Mapping[str, str] = {
    "sessions.Session": "a session key opens an account as it stands: people sign in again",
    "accounts.RateCounter": "counts of the last minutes",
    "operating.Worker": "who is at work now",
    "corpus.IndexedText": "the concordance's index is made anew, as the database at hand keeps it",
}
"""Models that are not backed up, and why."""

_SETTINGS = ("SITE_URL", "ALLOWED_HOSTS", "CSRF_TRUSTED_ORIGINS", "HTTPS", "PROXIES", "WEBHOOK_NETWORKS")


def models_in(known: "Apps" = apps) -> list[type[Model]]:
    """List the models whose rows are backed up, tables of many-to-many relations among them."""
    models = known.get_models(include_auto_created=True)
    return [one for one in models if one._meta.managed and not one._meta.proxy and one._meta.label not in LEFT_OUT]


def settings_that_matter() -> dict[str, object]:
    """Return settings that a restored workbench wants to have again. No secret is among them.

    Of SECRET_KEY there is a fingerprint: with another one, links in letters and cursors hold no longer.
    """
    mark = sha256(b"backup:" + settings.SECRET_KEY.encode()).hexdigest()[:12]
    return {name: getattr(settings, name) for name in _SETTINGS} | {"SECRET_KEY": mark}
