"""A placing that somebody works on: kept with the upload, step by step, until it is confirmed or thrown away.

What is kept are the proposal and the steps taken since; to undo is to take one step fewer. Several windows may show
one draft: a step says how many steps its window had seen, and is refused if there are more.
"""

from dataclasses import asdict, dataclass, replace
from typing import Any

from django.db import transaction

from workbench.accounts.checks import checked_language, checked_line
from workbench.accounts.models import User
from workbench.corpus import limits
from workbench.corpus.models import Upload, Work
from workbench.interchange.encodings import decode_text
from workbench.interchange.errors import FormatError
from workbench.review.errors import Conflict, Invalid
from workbench.review.transfer.files import Unreadable
from workbench.review.transfer.proposals import propose_placing
from workbench.text.placing import CannotStep, Piece, Placing, UnknownStep, take_step, take_steps

__all__ = ["Draft", "PlacingWishes", "read_draft", "redo_step", "start_draft", "take_draft_step", "undo_step"]


@dataclass(frozen=True, slots=True)
class PlacingWishes:
    """What a person says about a text to be placed. `encoding` None: UTF-8 or, with a mark, UTF-16."""

    siglum: str
    language: str = ""
    beside: str = ""
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A placing as it stands. `taken` steps are done and `undone` ones can be done again.

    `passages` are the ids of the work's passages as they were when it was proposed.
    """

    work: int
    wishes: PlacingWishes
    passages: tuple[int, ...]
    placing: Placing
    taken: tuple[str, ...]
    undone: tuple[str, ...]


def start_draft(*, actor: User, upload: Upload, work: Work, wishes: PlacingWishes) -> Upload:
    """Propose a placing of an uploaded text on the work's passages, and keep it with the upload.

    Raises `Invalid` for a text that cannot be read or is too long, for a siglum or a language that may not be, and what
    `propose_placing` raises.
    """
    wishes = _checked(wishes)
    text = _text_of(upload, wishes.encoding)
    placing, ground = propose_placing(actor=actor, work=work, text=text, beside=wishes.beside, without=wishes.siglum)
    upload.draft = {
        "work": work.pk,
        "wishes": asdict(replace(wishes, beside=ground.beside.siglum)),
        "passages": [passage.pk for passage in ground.passages],
        "pieces": [[one.start, one.end, one.passage, round(one.confidence, 4)] for one in placing.pieces],
        "states": list(placing.states),
        "taken": [],
        "undone": [],
    }
    upload.save(update_fields=["draft"])
    return upload


def read_draft(upload: Upload) -> Draft:
    """Return the draft of an upload that has one."""
    kept: dict[str, Any] = upload.draft
    wishes = PlacingWishes(**kept["wishes"])
    pieces = tuple(Piece(start, end, passage, sure) for start, end, passage, sure in kept["pieces"])
    proposed = Placing(_text_of(upload, wishes.encoding), pieces, tuple(kept["states"]))
    return Draft(
        kept["work"],
        wishes,
        tuple(kept["passages"]),
        take_steps(proposed, kept["taken"]),
        tuple(kept["taken"]),
        tuple(kept["undone"]),
    )


def take_draft_step(*, actor: User, upload: Upload, seen: int, step: str) -> Draft:
    """Take a step after the `seen` that were taken, and keep it. What was undone before is forgotten.

    Raises `Invalid` for what is no step or does not go here, and `Conflict` if another window was faster.
    """
    with transaction.atomic():
        locked = _lock(actor, upload, seen)
        draft = read_draft(locked)
        if len(draft.taken) >= limits.STEPS:
            raise Invalid(f"At most {limits.STEPS:,} steps are expected.", code="too_many")
        try:
            placing = take_step(draft.placing, step)
        except (CannotStep, UnknownStep) as error:
            raise Invalid(str(error), code="cannot_step") from error
        _keep(locked, [*draft.taken, step], [])
    return replace(draft, placing=placing, taken=(*draft.taken, step), undone=())


def undo_step(*, actor: User, upload: Upload, seen: int) -> Draft:
    """Take back the last of the `seen` steps. Raises `Invalid` if there is none, `Conflict` as above."""
    with transaction.atomic():
        locked = _lock(actor, upload, seen)
        taken, undone = locked.draft["taken"], locked.draft["undone"]
        if not taken:
            raise Invalid("There is no step to undo.", code="cannot_step")
        _keep(locked, taken[:-1], [*undone, taken[-1]])
    return read_draft(locked)


def redo_step(*, actor: User, upload: Upload, seen: int) -> Draft:
    """Take the step that was undone last once more. Raises as `undo_step` does."""
    with transaction.atomic():
        locked = _lock(actor, upload, seen)
        taken, undone = locked.draft["taken"], locked.draft["undone"]
        if not undone:
            raise Invalid("There is no step to do again.", code="cannot_step")
        _keep(locked, [*taken, undone[-1]], undone[:-1])
    return read_draft(locked)


def _checked(wishes: PlacingWishes) -> PlacingWishes:
    siglum = checked_line("siglum", wishes.siglum, maximum=limits.SIGLUM, required=True)
    return replace(wishes, siglum=siglum, language=checked_language("language", wishes.language))


def _text_of(upload: Upload, encoding: str | None) -> str:
    try:
        return decode_text(bytes(upload.data), encoding)
    except FormatError as error:
        raise Unreadable(error.problems) from error


def _lock(actor: User, upload: Upload, seen: int) -> Upload:
    locked = Upload.objects.visible_to(actor).select_for_update(of=("self",)).filter(pk=upload.pk).first()
    if locked is None or not locked.draft:
        raise Conflict("This placing is not kept any more.", code="changed_since")
    if len(locked.draft["taken"]) != seen:
        raise Conflict("This placing was changed in another window. Here it is as it stands.", code="changed_since")
    return locked


def _keep(upload: Upload, taken: list[str], undone: list[str]) -> None:
    upload.draft = {**upload.draft, "taken": taken, "undone": undone}
    upload.save(update_fields=["draft"])
