"""What is shown to people without an account: which works are open to a reader, and in what way."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from workbench.accounts.models import Reader

__all__ = ["Remarks", "Shown", "Visibility", "open_to"]


class Visibility(models.TextChoices):
    """Who reads it: members, whoever has the link, everybody."""

    PRIVATE = "private"
    LINK = "link"
    PUBLIC = "public"


class Remarks(models.TextChoices):
    """Which remarks are shown: none, all with their authors' names, or all without."""

    NONE = "none"
    NAMED = "named"
    UNNAMED = "unnamed"


class Shown(models.TextChoices):
    """What people without an account see of a translation: its texts, how many there are, or nothing."""

    PUBLIC = "public"
    COUNTS = "counts"
    NOT_PUBLIC = "not_public"


def open_to(reader: Reader, path: str = "") -> Q:
    """Return the condition that a work is open to a reader; `path` leads from the row to its work ("work__")."""
    name = f"{path}showing__"
    public = Q(**{f"{name}visibility": Visibility.PUBLIC})
    if not reader.link:
        return public
    holds = Q(**{f"{name}link_until": None}) | Q(**{f"{name}link_until__gt": timezone.now()})
    return public | Q(holds, **{f"{name}visibility": Visibility.LINK, f"{name}link_digest": reader.link})
