"""The steps of a placing: taken, undone and done again, each kept with the upload.

Several windows may show one draft: a step says how many steps its window had seen, and is refused if there are others.
"""

from collections.abc import Sequence
from dataclasses import replace

from django.db import transaction
from django.utils.translation import gettext

from workbench.accounts.models import User
from workbench.corpus import limits
from workbench.corpus.actions.translations import checked_translation
from workbench.corpus.models import Upload
from workbench.review.errors import Conflict, Invalid
from workbench.review.transfer.drafts import Draft, read_draft
from workbench.text.placing import CannotStep, UnknownStep, take_step

__all__ = ["redo_step", "take_draft_step", "take_offered", "undo_step"]


@transaction.atomic
def take_draft_step(*, actor: User, upload: Upload, seen: int, step: str, part: int = 0) -> Draft:
    """Take a step after the `seen` that were taken, and keep it. What was undone before is forgotten.

    Raises `Invalid` for what is no step or does not go here, and `Conflict` if another window was faster.
    """
    locked = _lock(actor, upload, part, seen)
    draft = read_draft(locked, part)
    if len(draft.taken) >= limits.STEPS:
        raise Invalid(
            gettext("At most %(steps)s steps are expected.") % {"steps": f"{limits.STEPS:,}"}, code="too_many"
        )
    try:
        placing = take_step(draft.placing, step)
    except (CannotStep, UnknownStep) as error:
        raise Invalid(str(error), code="cannot_step") from error
    _keep(locked, part, [*draft.taken, step], [])
    return replace(draft, placing=placing, taken=(*draft.taken, step), undone=())


@transaction.atomic
def undo_step(*, actor: User, upload: Upload, seen: int, part: int = 0) -> Draft:
    """Take back the last of the `seen` steps. Raises `Invalid` if there is none, `Conflict` as above."""
    locked = _lock(actor, upload, part, seen)
    draft = read_draft(locked, part)
    if not draft.taken:
        raise Invalid(gettext("There is no step to undo."), code="cannot_step")
    _keep(locked, part, draft.taken[:-1], [*draft.undone, draft.taken[-1]])
    return read_draft(locked, part)


@transaction.atomic
def redo_step(*, actor: User, upload: Upload, seen: int, part: int = 0) -> Draft:
    """Take the step that was undone last once more. Raises as `undo_step` does."""
    locked = _lock(actor, upload, part, seen)
    draft = read_draft(locked, part)
    if not draft.undone:
        raise Invalid(gettext("There is no step to do again."), code="cannot_step")
    _keep(locked, part, [*draft.taken, draft.undone[-1]], draft.undone[:-1])
    return read_draft(locked, part)


@transaction.atomic
def take_offered(*, actor: User, upload: Upload) -> None:
    """Say of the first text of a new work what its page says of itself. Raises `Conflict` if it is not kept."""
    locked = Upload.objects.visible_to(actor).select_for_update(of=("self",)).filter(pk=upload.pk).first()
    if locked is None or not locked.draft.get("new"):
        raise Conflict(gettext("This placing is not kept any more."), code="changed_since")
    new = locked.draft["new"]
    new["details"] = checked_translation(dict(new["offered"])) | new["details"]
    new["offered"] = []
    locked.save(update_fields=["draft"])


def _lock(actor: User, upload: Upload, part: int, seen: int) -> Upload:
    locked = Upload.objects.visible_to(actor).select_for_update(of=("self",)).filter(pk=upload.pk).first()
    if locked is None or not locked.draft:
        raise Conflict(gettext("This placing is not kept any more."), code="changed_since")
    if len(locked.draft["parts"][part]["taken"]) != seen:
        raise Conflict(
            gettext("This placing was changed in another window. Here it is as it stands."), code="changed_since"
        )
    return locked


def _keep(upload: Upload, part: int, taken: Sequence[str], undone: Sequence[str]) -> None:
    upload.draft["parts"][part] |= {"taken": list(taken), "undone": list(undone)}
    upload.save(update_fields=["draft"])
