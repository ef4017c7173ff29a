"""Files kept between their preview and their import: a few for each person, more if work went into them, for a day."""

from collections.abc import Iterable
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from workbench.accounts.models import Role, User, Workspace
from workbench.accounts.permissions import require_role
from workbench.corpus import limits
from workbench.corpus.errors import Invalid
from workbench.corpus.models import Upload

__all__ = ["KEPT_FOR", "forget_upload", "keep_upload"]

KEPT_FOR = timedelta(days=1)
KEPT_FOR_EACH = 3
DRAFTS_FOR_EACH = 10


@transaction.atomic
def keep_upload(*, actor: User, workspace: Workspace, file_name: str, data: bytes) -> Upload:
    """Keep a file for its import, and forget what nobody came back for.

    Raises `NotAllowed` below the role of editor, `Invalid` for an empty file and one over settings.IMPORT_MAX_BYTES.
    """
    require_role(actor, workspace, Role.EDITOR)
    if not data:
        raise Invalid.field("file", gettext("A file or a text that is not empty is expected."), code="required")
    if len(data) > settings.IMPORT_MAX_BYTES:
        message = gettext("At most %(import_max_bytes)s bytes are expected; %(data)s were given.") % {
            "import_max_bytes": f"{settings.IMPORT_MAX_BYTES:,}",
            "data": f"{len(data):,}",
        }
        raise Invalid.field("file", message, code="too_large")
    now = timezone.now()
    upload = Upload.objects.create(
        workspace=workspace, created_by=actor, file_name=_printable(file_name), data=data, created_at=now
    )
    Upload.objects.filter(created_at__lt=now - KEPT_FOR).delete()
    own = Upload.objects.filter(created_by=actor).order_by("-created_at", "-pk").values_list("pk", flat=True)
    _forget(own.filter(draft={})[KEPT_FOR_EACH:])
    _forget(own.exclude(draft={})[DRAFTS_FOR_EACH:])
    return upload


def forget_upload(*, actor: User, upload: Upload) -> bool:
    """Throw one's own upload away; say whether it was still there."""
    deleted, _ = Upload.objects.visible_to(actor).filter(pk=upload.pk).delete()
    return deleted > 0


def _forget(pks: Iterable[int]) -> None:
    Upload.objects.filter(pk__in=list(pks)).delete()


def _printable(name: str) -> str:
    """Return the end of a file name, where its extension stands, without what a single line cannot hold."""
    return "".join(character if character.isprintable() else "_" for character in name)[-limits.LINE :] or "text"
