"""What is kept of a person, given out when they ask for it (GDPR, articles 15, 20). Whatever names people is found."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import BinaryField, Model, Q
from django.utils.translation import gettext

from workbench.accounts.errors import TooOften
from workbench.accounts.models import Invitation, User
from workbench.accounts.rates import wait_for

__all__ = ["FILE_NAME", "MEDIA_TYPE", "line_of", "links_to_people", "naming", "own_data", "rows_of_person"]

FILE_NAME = "my-data.jsonl"
MEDIA_TYPE = "text/plain"  # JSON lines have no registered type, and generated clients refuse others
_KEPT_BACK = {"password", "digest", "link_digest", "secret", "former_secret", "data"}


def own_data(*, actor: User) -> Iterator[bytes]:
    """Yield what is kept of oneself as lines of JSON, read as they are sent; raise `TooOften` at once."""
    if wait := wait_for(f"own-data:{actor.pk}", settings.OWN_DATA_RATE):
        raise TooOften(
            gettext("This was asked for too often. The next time is in %(wait)s minutes.") % {"wait": -(-wait // 60)},
            wait=wait,
        )
    return (line_of(row).encode() for row in rows_of_person(actor))


def line_of(row: Mapping[str, Any]) -> str:
    """Return a row as a line of JSON."""
    return json.dumps(row, cls=DjangoJSONEncoder, ensure_ascii=False) + "\n"


def links_to_people() -> dict[type[Model], list[str]]:
    """Return the columns of every model that name people."""
    found: dict[type[Model], list[str]] = {}
    for model in apps.get_models():
        names = [field.attname for field in model._meta.concrete_fields if field.related_model is User]
        if names:
            found[model] = names
    return found


def naming(user: User, columns: Iterable[str]) -> Q:
    """Return the condition that one of the columns names a person."""
    return Q(*((column, user.pk) for column in columns), _connector=Q.OR)


def rows_of_person(user: User) -> Iterator[Mapping[str, Any]]:
    """Yield what is kept of a person, row by row: `table` says of which model. What opens an account is left out."""
    yield from _rows(User, Q(pk=user.pk))
    for model, columns in links_to_people().items():
        yield from _rows(model, naming(user, columns))
    yield from _rows(Invitation, Q(addressee__in=user.addresses))


def _rows(model: type[Model], condition: Q) -> Iterator[Mapping[str, Any]]:
    names = [
        field.attname
        for field in model._meta.concrete_fields
        if field.attname not in _KEPT_BACK and not isinstance(field, BinaryField)
    ]
    rows = model._default_manager.filter(condition).order_by("pk").values(*names)
    for row in rows.iterator(chunk_size=1000):
        yield {"table": model._meta.label, **row}
