"""Placings that somebody has begun and not finished: found again after the window was closed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from workbench.accounts.models import User, Workspace
from workbench.corpus.models import Upload, Work
from workbench.corpus.transfer.uploads import KEPT_FOR

__all__ = ["Begun", "list_begun"]


@dataclass(frozen=True, slots=True)
class Begun:
    """A draft: its upload's id, the sigla of its texts, how many steps were taken, and how long it is kept."""

    upload: int
    file_name: str
    sigla: Sequence[str]
    steps: int
    kept_until: datetime


def list_begun(*, actor: User, workspace: Workspace, work: Work | None) -> list[Begun]:
    """Return the person's own drafts for a work, or (None) for new works, the newest first. One query."""
    rows = Upload.objects.visible_to(actor).filter(workspace=workspace, draft__has_key="parts")
    rows = rows.filter(draft__work=work.pk if work else None).order_by("-created_at", "-pk")
    return [_begun(*row) for row in rows.values_list("pk", "file_name", "draft__parts", "created_at")]


def _begun(pk: int, file_name: str, parts: list[dict[str, Any]], created_at: datetime) -> Begun:
    sigla = [part["wishes"]["siglum"] for part in parts]
    return Begun(pk, file_name, sigla, sum(len(part["taken"]) for part in parts), created_at + KEPT_FOR)
