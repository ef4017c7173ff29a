"""A placing as its page shows it: each passage with its words, what lies loose between, and what can be done there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext, gettext_lazy, ngettext, pgettext

from workbench.corpus.models import Passage
from workbench.review.transfer.drafts import Draft
from workbench.review.transfer.proposals import Ground
from workbench.text import sentences
from workbench.text.placing import Piece, Placing, word_starts
from workbench.text.words.languages import direction_of
from workbench.web.typesetting.marking import mark_text
from workbench.web.typesetting.words import absence_of

__all__ = [
    "DOUBT",
    "Button",
    "Lead",
    "Loose",
    "PlacedRow",
    "direction_for",
    "doubts_of",
    "opening_loose",
    "rows_of",
    "unplaced_of",
]

DOUBT = 0.8
SPLITS = 12
UNPLACED, EXCERPT = 20, 120
LEAD = 160
"""Code points of the words before a passage, where these do not stand above it on the page."""
_UNENTERED = gettext_lazy("Not in this text: nothing is written here.")
_MOVES = (
    ("sentence", -1, gettext_lazy("a sentence earlier")),
    ("word", -1, gettext_lazy("a word earlier")),
    ("word", 1, gettext_lazy("a word later")),
    ("sentence", 1, gettext_lazy("a sentence later")),
)
_SAYS = {
    ("start", "sentence", -1): gettext_lazy("the start a sentence earlier"),
    ("start", "word", -1): gettext_lazy("the start a word earlier"),
    ("start", "word", 1): gettext_lazy("the start a word later"),
    ("start", "sentence", 1): gettext_lazy("the start a sentence later"),
    ("end", "sentence", -1): gettext_lazy("the end a sentence earlier"),
    ("end", "word", -1): gettext_lazy("the end a word earlier"),
    ("end", "word", 1): gettext_lazy("the end a word later"),
    ("end", "sentence", 1): gettext_lazy("the end a sentence later"),
}
_KEYS = {
    "start": {("word", -1): "[", ("word", 1): "]", ("sentence", -1): "{", ("sentence", 1): "}"},
    "end": {("word", -1): "<", ("word", 1): ">", ("sentence", -1): "(", ("sentence", 1): ")"},
}


@dataclass(frozen=True, slots=True)
class Button:
    """A step that can be taken: `label` is shown, `says` is what it does, `shortcut` is the key that presses it."""

    step: str
    label: str
    says: str
    shortcut: str = ""


@dataclass(frozen=True, slots=True)
class Loose:
    """Words that have no place, and the steps that give them one."""

    text: str
    buttons: Sequence[Button]


@dataclass(frozen=True, slots=True)
class Unplaced:
    """What of the text is not written: the beginnings of the first stretches, how many there are, and their words."""

    excerpts: Sequence[str]
    count: int
    words: int

    @property
    def told(self) -> str:
        """Say it in a sentence."""
        words = ngettext("%(number)s word", "%(number)s words", self.words) % {"number": self.words}
        message = ngettext(
            "%(words)s in %(count)s place of the text belong to no passage and are not written",
            "%(words)s in %(count)s places of the text belong to no passage and are not written",
            self.count,
        )
        return message % {"words": words, "count": self.count}


@dataclass(frozen=True, slots=True)
class Lead:
    """The words of the running text right before a passage's, from the offset `start` on."""

    start: int
    html: SafeString
    is_cut: bool


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A passage: what stands `beside` it, its proposed words, how sure their start is, what follows without a place.

    `lead` is what stands before it in the text, where the row above does not show that.
    """

    number: int
    passage: Passage
    beside: str
    html: SafeString | None
    start: int
    lead: Lead | None
    absence: str
    percent: int
    is_doubtful: bool
    is_confirmed: bool
    stands_after: str
    moves: Sequence[tuple[str, Sequence[Button]]]
    deeds: Sequence[Button]
    splits: Sequence[Button]
    loose: Loose | None
    next_reference: str


def rows_of(draft: Draft, ground: Ground, numbers: Sequence[int], *, is_alone: bool = False) -> list[PlacedRow]:
    """Return a row for each passage number; `is_alone`: what has no place is not shown between them."""
    first = 0 if is_alone else 1
    return [
        _row(draft.placing, ground, number, is_led=number >= first and (not at or numbers[at - 1] != number - 1))
        for at, number in enumerate(numbers)
    ]


def doubts_of(draft: Draft, ground: Ground) -> list[tuple[int, str, int]]:
    """Return number, reference and certainty in per cent of what is doubtful, the least sure first."""
    placing = draft.placing
    return [
        (number, ground.passages[number].reference, _percent(_piece(placing, number)))
        for number in placing.doubtful(DOUBT)
    ]


def opening_loose(draft: Draft) -> Loose | None:
    """Return the words without a place at the start of the text."""
    return _loose(draft.placing, 0)


def unplaced_of(draft: Draft) -> Unplaced:
    """Return the words of the text that go nowhere."""
    texts = [draft.placing.text[span.start : span.end] for span in draft.placing.boilerplate()]
    texts = [text for text in texts if text]
    return Unplaced([text[:EXCERPT] for text in texts[:UNPLACED]], len(texts), sum(len(text.split()) for text in texts))


def direction_for(language: str) -> str:
    """Return the direction in which the placed text is written."""
    return direction_of(language)


def _row(placing: Placing, ground: Ground, number: int, *, is_led: bool) -> PlacedRow:
    passage, piece = ground.passages[number], _piece(placing, number)
    place = placing.places.get(number)
    span = placing.span_of(number)
    following = ground.passages[number + 1].reference if number + 1 < len(ground.passages) else ""
    return PlacedRow(
        number=number,
        passage=passage,
        beside=ground.columns[0][number],
        html=mark_text(placing.text_of(number)) if piece else None,
        start=span.start if span else 0,
        lead=_lead(placing, place) if is_led and place else None,
        absence=_absence_of(placing.states[number]),
        percent=_percent(piece),
        is_doubtful=bool(piece and piece.confidence < DOUBT and not piece.is_confirmed),
        is_confirmed=bool(piece and piece.is_confirmed),
        stands_after=_stands_after(placing, ground, number),
        moves=list(_moves(placing, number)),
        deeds=list(_deeds(placing, number, passage.reference, following)),
        splits=list(_splits(placing, number, following)),
        loose=None if place is None else _loose(placing, place + 1),
        next_reference=following,
    )


def _absence_of(state: str) -> str:
    return str(_UNENTERED) if state == "unentered" else absence_of(state)


def _lead(placing: Placing, place: int) -> Lead:
    """Return the end of the piece before piece number `place`, from the beginning of a word on."""
    before = placing.strip(placing.pieces[place - 1])
    start = max(before.start, before.end - LEAD)
    if start > before.start:
        start = placing.text.find(" ", start, before.end) + 1 or start
    return Lead(start, mark_text(placing.text[start : before.end]), start > before.start)


def _piece(placing: Placing, number: int) -> Piece | None:
    place = placing.places.get(number)
    return None if place is None else placing.pieces[place]


def _percent(piece: Piece | None) -> int:
    return int(piece.confidence * 100) if piece else 0


def _stands_after(placing: Placing, ground: Ground, number: int) -> str:
    """Return the reference of the passage before this one in the text, where that is not one before it in the work."""
    place = placing.places.get(number)
    before = [one.passage for one in placing.pieces[: place or 0] if one.passage is not None]
    if not before or before[-1] < number:
        return ""
    return ground.passages[before[-1]].reference


def _loose(placing: Placing, place: int) -> Loose | None:
    if place >= len(placing.pieces) or placing.pieces[place].passage is not None:
        return None
    piece = placing.pieces[place]
    buttons = []
    if place:
        buttons.append(
            Button(
                f"absorb {piece.start} before",
                gettext("Belongs to the one before"),
                gettext("give it to the one before"),
                "a",
            )
        )
    if place + 1 < len(placing.pieces):
        buttons.append(
            Button(
                f"absorb {piece.start} after",
                gettext("Belongs to the one after"),
                gettext("give it to the one after"),
                "b",
            )
        )
    span = placing.strip(piece)
    return Loose(placing.text[span.start : span.end], buttons)


def _moves(placing: Placing, number: int) -> Iterator[tuple[str, list[Button]]]:
    place = placing.places.get(number)
    if place is None:
        return
    yield pgettext("of a passage", "Start"), [_move(number, "start", *move) for move in _MOVES]
    following = placing.pieces[place + 1 : place + 2]
    if not following or following[0].passage is None:
        yield pgettext("of a passage", "End"), [_move(number, "end", *move) for move in _MOVES]


def _move(number: int, edge: str, unit: str, step: int, label: str | Promise) -> Button:
    says = str(_SAYS[edge, unit, step])
    return Button(f"move {number} {edge} {unit} {step}", str(label), says, _KEYS[edge][unit, step])


def _deeds(placing: Placing, number: int, reference: str, following: str) -> Iterator[Button]:
    state = placing.states[number]
    said = {"reference": reference, "following": following}
    if state == "present":
        yield Button(f"confirm {number}", gettext("It is right"), gettext("passage %(reference)s is right") % said, "y")
    if following and state == "present" and placing.states[number + 1] != "joined":
        label = gettext("Join %(following)s to it") % said
        yield Button(f"merge {number}", label, gettext("%(following)s stands with %(reference)s") % said, "m")
    if following:
        label = gettext("Swap with %(following)s") % said
        yield Button(f"swap {number} {number + 1}", label, gettext("swap with %(following)s") % said, "s")
    if state != "omitted":
        yield Button(f"mark {number} omitted", gettext("Left out"), gettext("the translator left it out"), "o")
    if state != "joined" and number:
        says = gettext("it stands with the one before")
        yield Button(f"mark {number} joined", gettext("Stands with the one before"), says, "w")
    if state != "unentered":
        yield Button(f"mark {number} unentered", gettext("Not in this text"), gettext("it is not in this text"), "x")


def _splits(placing: Placing, number: int, following: str) -> Iterator[Button]:
    """Yield the sentences of a passage with which the next, that has no words, could begin."""
    span = placing.span_of(number)
    if span is None or not following or placing.states[number + 1] == "present":
        return
    text = placing.text_of(number)
    starts = [one.start for one in sentences(text)][1:] or _middle_of(text)
    shown = starts[:SPLITS]
    for start in shown:
        step = f"begin {number + 1} {span.start + start}"
        opening = text[start : start + 40].strip()
        said = {"reference": following, "words": opening}
        says = gettext("passage %(reference)s begins with “%(words)s…”") % said
        yield Button(step, f"{opening}…", says, "p" if start == shown[-1] else "")


def _middle_of(text: str) -> list[int]:
    """Return where the middle word of a single sentence begins; nothing if there is but one."""
    starts = word_starts(text, 0, len(text))
    return starts[len(starts) // 2 :][:1] if len(starts) > 1 else []
