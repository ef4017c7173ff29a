"""A placing that somebody works on: kept with the upload, step by step, until it is confirmed or thrown away.

What is kept are the proposal and the steps taken since; to undo is to take one step fewer. Several windows may show
one draft: a step says how many steps its window had seen, and is refused if there are more.
"""

from dataclasses import asdict, dataclass, replace
from typing import Any

from django.db import transaction

from workbench.accounts.checks import checked_language, checked_line, checked_text
from workbench.accounts.models import Role, User
from workbench.accounts.permissions import require_role
from workbench.corpus import limits
from workbench.corpus.models import Passage, Translation, Upload, Work
from workbench.interchange.encodings import decode_text
from workbench.interchange.errors import FormatError
from workbench.review.errors import Conflict, Invalid
from workbench.review.transfer.files import Unreadable
from workbench.review.transfer.new_works import NewWork
from workbench.review.transfer.proposals import Ground, propose_placing, read_ground
from workbench.text.placing import (
    CannotStep,
    Piece,
    Placing,
    UnknownStep,
    distribute_beside,
    propose,
    take_step,
    take_steps,
)

__all__ = [
    "Draft",
    "PlacingWishes",
    "ground_of",
    "read_draft",
    "redo_step",
    "start_draft",
    "start_new_draft",
    "take_draft_step",
    "undo_step",
]


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

    `passages` are the ids of the work's passages as they were when it was proposed; a `new` work has none yet.
    """

    work: int | None
    new: NewWork | None
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
    about: dict[str, Any] = {"work": work.pk, "new": None, "passages": [passage.pk for passage in ground.passages]}
    return _begin(upload, about, replace(wishes, beside=ground.beside.siglum), placing)


def start_new_draft(*, actor: User, upload: Upload, new: NewWork, wishes: PlacingWishes) -> Upload:
    """Propose a placing of an uploaded text on the passages of a work that will be made when it is confirmed.

    Raises `NotAllowed` below the role of editor, `Invalid` as `start_draft` does, and where both have one siglum.
    """
    require_role(actor, upload.workspace_id, Role.EDITOR)
    wishes = _checked(wishes)
    if wishes.siglum == new.siglum:
        raise Invalid.field("siglum", "Another siglum than the first text’s is expected.", code="taken")
    text = checked_text("text", _text_of(upload, wishes.encoding), maximum=limits.PLACED_TEXT, required=True)
    placing = propose(text, distribute_beside([new.texts], text))
    about: dict[str, Any] = {"work": None, "new": asdict(new), "passages": []}
    return _begin(upload, about, replace(wishes, beside=new.siglum), placing)


def _begin(upload: Upload, about: dict[str, Any], wishes: PlacingWishes, placing: Placing) -> Upload:
    upload.draft = {
        **about,
        "wishes": asdict(wishes),
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
        NewWork(**kept["new"]) if kept["new"] else None,
        wishes,
        tuple(kept["passages"]),
        take_steps(proposed, kept["taken"]),
        tuple(kept["taken"]),
        tuple(kept["undone"]),
    )


def ground_of(draft: Draft, work: Work | None) -> Ground:
    """Return what the text is placed on: the passages of the work as they are now, or those of the first text."""
    if draft.new is None:
        assert work is not None
        return read_ground(work, beside=draft.wishes.beside, without=draft.wishes.siglum)
    passages = [Passage(reference=reference) for reference in draft.new.references]
    first = Translation(siglum=draft.new.siglum, language=draft.new.language)
    return Ground(passages, [first], [draft.new.texts])


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
