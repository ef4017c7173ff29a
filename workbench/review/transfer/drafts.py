"""Placings that somebody works on: kept with the upload, step by step, until they are confirmed or thrown away.

What is kept are the proposal and the steps taken since; to undo is to take one step fewer. A text that is placed on a
work has an upload of its own; a work that will be made of several texts has one upload with all of them, each with its
proposal and its steps.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from django.utils.translation import gettext

from workbench.accounts.checks import checked_language, checked_line, checked_text
from workbench.accounts.models import Role, User, Workspace
from workbench.accounts.permissions import require_role
from workbench.corpus import limits
from workbench.corpus.actions.translations import checked_translation
from workbench.corpus.models import Passage, Translation, Upload, Work
from workbench.corpus.transfer.uploads import keep_upload
from workbench.interchange.encodings import decode_text
from workbench.interchange.errors import FormatError
from workbench.review.errors import Invalid
from workbench.review.transfer.files import Unreadable
from workbench.review.transfer.new_works import NewWork
from workbench.review.transfer.proposals import Ground, propose_placing, read_ground
from workbench.text.meaning import MEANING, load
from workbench.text.placing import Piece, Placing, distribute_beside, propose, take_steps

__all__ = [
    "Draft",
    "PlacingWishes",
    "TextToPlace",
    "ground_of",
    "read_draft",
    "read_drafts",
    "read_text_to_place",
    "start_draft",
    "start_new_draft",
]


@dataclass(frozen=True, slots=True)
class PlacingWishes:
    """What a person says about a text to be placed. `encoding` None: UTF-8 or, with a mark, UTF-16.

    `details` is what they know of the translation, by `corpus.actions.DESCRIBED`.
    """

    siglum: str
    language: str = ""
    beside: str = ""
    encoding: str | None = None
    details: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TextToPlace:
    """A text that was read, the name of its file, and what is said about it."""

    name: str
    text: str
    wishes: PlacingWishes


@dataclass(frozen=True, slots=True)
class Draft:
    """A placing as it was `proposed` and as it stands. `taken` steps are done, `undone` ones can be done again.

    `passages` are the ids of the work's passages as they were when it was proposed; a `new` work has none yet. `part`
    counts the texts of a new work from 0. `meaning` names what said what means the same when it
    was proposed, or is "off".
    """

    work: int | None
    new: NewWork | None
    wishes: PlacingWishes
    passages: tuple[int, ...]
    proposed: Placing
    placing: Placing
    taken: tuple[str, ...] = ()
    undone: tuple[str, ...] = ()
    part: int = 0
    meaning: str = "off"


def start_draft(*, actor: User, upload: Upload, work: Work, wishes: PlacingWishes) -> Upload:
    """Propose a placing of an uploaded text on the work's passages, and keep it with the upload.

    Raises `Invalid` for a text that cannot be read or is too long, for a siglum or a language that may not be, and what
    `propose_placing` raises.
    """
    wishes = _checked(wishes)
    text = _decoded(bytes(upload.data), wishes.encoding)
    said = {"beside": wishes.beside, "without": wishes.siglum, "language": wishes.language}
    placing, ground = propose_placing(actor=actor, work=work, text=text, **said)
    wishes = replace(wishes, beside=ground.beside.siglum)
    upload.draft = {
        "work": work.pk,
        "new": None,
        "passages": [passage.pk for passage in ground.passages],
        "meaning": MEANING,
        "parts": [_as_kept(wishes, 0, placing)],
    }
    upload.save(update_fields=["draft"])
    return upload


def read_text_to_place(*, name: str, data: bytes, wishes: PlacingWishes) -> TextToPlace:
    """Read a text for a new work. Raises `Invalid` for one that is empty or too long, and as `start_draft` does."""
    text = _decoded(data, wishes.encoding)
    text = checked_text("text", text, maximum=limits.PLACED_TEXT, required=True)
    return TextToPlace(name, text, _checked(wishes))


def start_new_draft(*, actor: User, workspace: Workspace, new: NewWork, texts: Sequence[TextToPlace]) -> Upload:
    """Propose placings of texts on the passages of a work that will be made when they are confirmed.

    Raises `NotAllowed` below the role of editor, `Invalid` where two have one siglum or all together are too long.
    """
    require_role(actor, workspace, Role.EDITOR)
    sigla = [new.siglum, *(one.wishes.siglum for one in texts)]
    if len(set(sigla)) < len(sigla):
        raise Invalid.field(
            "siglum", gettext("Another siglum than those of the other texts is expected."), code="taken"
        )
    if sum(len(one.text) for one in texts) > limits.PLACED_TOGETHER:
        message = gettext(
            "At most %(placed_together)s characters are placed at once. Place the others on the work later."
        ) % {"placed_together": f"{limits.PLACED_TOGETHER:,}"}
        raise Invalid.field("text", message, code="too_long")
    parts, start = [], 0
    for one in texts:
        placing = propose(one.text, distribute_beside([new.texts], one.text, encoder=load()))
        parts.append(_as_kept(replace(one.wishes, beside=new.siglum, encoding=None), start, placing))
        start += len(one.text)
    data = "".join(one.text for one in texts).encode()
    names = ", ".join(dict.fromkeys(one.name for one in texts))
    upload = keep_upload(actor=actor, workspace=workspace, file_name=names, data=data)
    upload.draft = {"work": None, "new": asdict(new), "passages": [], "meaning": MEANING, "parts": parts}
    upload.save(update_fields=["draft"])
    return upload


def read_draft(upload: Upload, part: int = 0) -> Draft:
    """Return the draft of an upload that has one; of a new work's, that of text number `part`."""
    kept: dict[str, Any] = upload.draft
    said: dict[str, Any] = kept["parts"][part]
    wishes = PlacingWishes(**said["wishes"])
    pieces = tuple(Piece(start, end, passage, sure) for start, end, passage, sure in said["pieces"])
    data = bytes(upload.data)
    # Texts of a new work are kept one behind the other as they were read: a mark that one begins with is its own.
    whole = data.decode() if kept["new"] else _decoded(data, wishes.encoding)
    text = whole[said["start"] : said["start"] + said["length"]]
    proposed = Placing(text, pieces, tuple(said["states"]))
    return Draft(
        kept["work"],
        NewWork(**kept["new"]) if kept["new"] else None,
        wishes,
        tuple(kept["passages"]),
        proposed,
        take_steps(proposed, said["taken"]),
        tuple(said["taken"]),
        tuple(said["undone"]),
        part,
        kept.get("meaning", "off"),
    )


def read_drafts(upload: Upload) -> list[Draft]:
    """Return the drafts of all texts of an upload, in the order in which they were brought."""
    return [read_draft(upload, part) for part in range(len(upload.draft["parts"]))]


def ground_of(draft: Draft, work: Work | None) -> Ground:
    """Return what the text is placed on: the passages of the work as they are now, or those of the first text."""
    if draft.new is None:
        assert work is not None
        return read_ground(work, beside=draft.wishes.beside, without=draft.wishes.siglum)
    passages = [Passage(reference=reference) for reference in draft.new.references]
    first = Translation(siglum=draft.new.siglum, language=draft.new.language)
    return Ground(passages, [first], [draft.new.texts])


def _as_kept(wishes: PlacingWishes, start: int, placing: Placing) -> dict[str, Any]:
    return {
        "wishes": asdict(wishes),
        "start": start,
        "length": len(placing.text),
        "pieces": [[one.start, one.end, one.passage, round(one.confidence, 4)] for one in placing.pieces],
        "states": list(placing.states),
        "taken": [],
        "undone": [],
    }


def _checked(wishes: PlacingWishes) -> PlacingWishes:
    siglum = checked_line("siglum", wishes.siglum, maximum=limits.SIGLUM, required=True)
    details = checked_translation(wishes.details)
    return replace(wishes, siglum=siglum, language=checked_language("language", wishes.language), details=details)


def _decoded(data: bytes, encoding: str | None) -> str:
    try:
        return decode_text(data, encoding)
    except FormatError as error:
        raise Unreadable(error.problems) from error
