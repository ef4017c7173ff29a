"""Words for what is stored as a code: what a member may do, where a delivery stands, what a check looks for."""

from typing import Any

from django.utils.translation import pgettext_lazy

__all__ = ["in_words"]

_ROLES = {
    "reader": pgettext_lazy("role", "reader"),
    "reviewer": pgettext_lazy("role", "reviewer"),
    "editor": pgettext_lazy("role", "editor"),
    "owner": pgettext_lazy("role", "owner"),
}
_SCOPES = {
    "read": pgettext_lazy("what a token may do", "read"),
    "comment": pgettext_lazy("what a token may do", "comment"),
    "write": pgettext_lazy("what a token may do", "write"),
    "feed": pgettext_lazy("what a token may do", "feed"),
}
_DELIVERIES = {
    "waiting": pgettext_lazy("delivery", "waiting"),
    "delivered": pgettext_lazy("delivery", "delivered"),
    "failed": pgettext_lazy("delivery", "failed"),
}
_WEBHOOKS = {
    "stopped": pgettext_lazy("webhook", "stopped"),
    "gone": pgettext_lazy("webhook", "gone"),
}
_CHECKS = {
    "number": pgettext_lazy("check", "number"),
    "name": pgettext_lazy("check", "name"),
    "negation": pgettext_lazy("check", "negation"),
    "omission": pgettext_lazy("check", "omission"),
    "word": pgettext_lazy("check", "word"),
    "untranslated": pgettext_lazy("check", "untranslated"),
    "length": pgettext_lazy("check", "length"),
    "term": pgettext_lazy("check", "term"),
    "spelling": pgettext_lazy("check", "spelling"),
    "script": pgettext_lazy("check", "script"),
    "pasted": pgettext_lazy("check", "pasted"),
    "doubled": pgettext_lazy("check", "doubled"),
    "brackets": pgettext_lazy("check", "brackets"),
    "end": pgettext_lazy("check", "end"),
}
_STATES = {
    "open": pgettext_lazy("check", "open"),
    "raised": pgettext_lazy("check", "raised"),
    "dismissed": pgettext_lazy("check", "dismissed"),
    "stale": pgettext_lazy("check", "stale"),
}
_PACES = {
    "never": pgettext_lazy("mail", "never"),
    "at_once": pgettext_lazy("mail", "at once"),
    "daily": pgettext_lazy("mail", "once a day"),
}
_KINDS: dict[str, dict[str, Any]] = {
    "role": _ROLES,
    "scope": _SCOPES,
    "delivery": _DELIVERIES,
    "webhook": _WEBHOOKS,
    "check": _CHECKS,
    "check state": _STATES,
    "mail": _PACES,
}


def in_words(code: object, kind: str) -> str:
    """Return the word for a code of a kind, in the language of the page; the code itself where there is none."""
    return str(_KINDS[kind].get(str(code), code))
