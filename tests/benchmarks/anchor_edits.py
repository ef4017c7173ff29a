"""Edits of real texts of which it is known what became of certain words.

A text is some neighbouring passages of one translation, some two hundred words, in several scripts; the anchor is one
to eight words of one passage. What cannot be known from the two texts is not asked: where the words taken out begin
or end as what stands beside them does, any of several edits may have been made.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from tests.benchmarks.diff_pairs import read_passages
from workbench.text import tokenise

__all__ = ["KINDS", "Trial", "draw_trials"]

# a translation, and another of the same passages where there is one in its language
_SOURCES = (
    ("bibles/eng_KJV_PCE", "bibles/eng_ASV"),
    ("thucydides/eng_crawley1874", "thucydides/eng_jowett1881"),
    ("bibles/rus_Synodal", ""),
    ("livy/eng_bohn", "livy/eng_foster"),
    ("udhr/arb", ""),
    ("bibles/eng_ASV", "bibles/eng_YLT"),
    ("udhr/cmn_hans", ""),
    ("thucydides/eng_hobbes1629", "thucydides/eng_crawley1874"),
    ("udhr/tha", ""),
    ("livy/eng_foster", "livy/eng_roberts"),
    ("udhr/hin", ""),
    ("livy/lat", ""),
)
_WORDS = 200


@dataclass(frozen=True, slots=True)
class Trial:
    """The anchor `start:end` on `old`, and what is known of it in `new`.

    `places` are the stretches in which it may stand. `survives`: its words are still there, whole; `may_stay`: it may
    be put on its words in one of the stretches unasked.
    """

    kind: str
    old: str
    new: str
    start: int
    end: int
    places: tuple[tuple[int, int], ...]
    survives: bool
    may_stay: bool


@dataclass(frozen=True, slots=True)
class Draw:
    """Passages with the same in another translation (or nothing), and an anchor `start:end` in passage `at`."""

    units: list[str]
    others: list[str]
    at: int
    start: int
    end: int

    @property
    def offset(self) -> int:
        """Where the passage begins in the whole text."""
        return len(" ".join((*self.units[: self.at], "")))

    def trial(self, kind: str, new: str, place: tuple[int, int] | None, *, survives: bool, may_stay: bool) -> Trial:
        """Return the trial of an edit that leads to `new`."""
        start = self.offset + self.start
        places = (place,) if place else ()
        return Trial(kind, " ".join(self.units), new, start, start + self.end - self.start, places, survives, may_stay)


def draw_trials(count: int, seed: str = "2026") -> Iterator[Trial]:
    """Yield so many trials of each kind (seeded), in turn from all translations that the kind can use."""
    for kind, edit in KINDS.items():
        rng = random.Random(f"{seed} {kind}")
        yield from islice(_draw_kind(kind, edit, rng), count)


def _draw_kind(kind: str, edit: "Edit", rng: random.Random) -> Iterator[Trial]:
    while True:
        for name, other in _SOURCES:
            trial = edit(kind, _draw(name, other, rng), rng)
            if trial is not None and trial.old != trial.new:
                yield trial


def _draw(name: str, other: str, rng: random.Random) -> Draw:
    mine, theirs = _read(name), _read(other) if other else {}
    keys = [key for key in mine if not other or key in theirs]
    first = rng.randrange(max(1, len(keys) - 8))
    taken: list[str] = []
    while first + len(taken) < len(keys) and (len(taken) < 4 or _length(mine, taken) < _WORDS):
        taken.append(keys[first + len(taken)])
    units = [mine[key] for key in taken]
    at = rng.randrange(len(units))
    words = [token for token in tokenise(units[at]) if token.kind != "space"]
    begin = rng.randrange(len(words))
    while not any(map(str.isalnum, words[begin].text)):
        begin = rng.randrange(len(words))
    last = words[min(len(words) - 1, begin + rng.randrange(8))]
    return Draw(units, [theirs[key] for key in taken] if other else [], at, words[begin].start, last.end)


_texts: dict[str, dict[str, str]] = {}


def _read(name: str) -> dict[str, str]:
    if name not in _texts:
        found = {key: " ".join(text.split()) for key, text in read_passages(name).items()}
        _texts[name] = {key: text for key, text in found.items() if any(map(str.isalnum, text))}
    return _texts[name]


def _length(texts: dict[str, str], keys: list[str]) -> int:
    return sum(len(tokenise(texts[key])) // 2 for key in keys)


def _change_outside(share: float) -> "Edit":
    def edit(kind: str, draw: Draw, rng: random.Random) -> Trial:
        whole, offset = " ".join(draw.units), draw.offset
        before, after = whole[: offset + draw.start], whole[offset + draw.end :]
        pool = [token.text for token in tokenise(whole) if token.kind == "word"]
        left, right = (_disturb(text, share, pool, rng) for text in (before, after))
        quote = whole[offset + draw.start : offset + draw.end]
        place = len(left), len(left) + len(quote)
        return draw.trial(kind, left + quote + right, place, survives=True, may_stay=True)

    return edit


def _disturb(text: str, share: float, pool: list[str], rng: random.Random) -> str:
    """Replace (half), leave out or add (a quarter each) so many of the words."""
    pieces: list[str] = []
    for token in tokenise(text):
        if token.kind != "word" or rng.random() >= share:
            pieces.append(token.text)
            continue
        deed = rng.randrange(4)
        if deed != 2:
            pieces.append(rng.choice(pool))
        if deed == 3:
            pieces += (" ", token.text)
    return "".join(pieces)


def _move_passage(kind: str, draw: Draw, rng: random.Random) -> Trial:
    rest = draw.units[: draw.at] + draw.units[draw.at + 1 :]
    goal = rng.choice([at for at in range(len(draw.units)) if at != draw.at])
    units = [*rest[:goal], draw.units[draw.at], *rest[goal:]]
    offset = len(" ".join((*units[:goal], "")))
    return draw.trial(kind, " ".join(units), (offset + draw.start, offset + draw.end), survives=True, may_stay=True)


def _rewrite_passage(kind: str, draw: Draw, rng: random.Random) -> Trial | None:
    if not draw.others:
        return None
    units = [*draw.units[: draw.at], draw.others[draw.at], *draw.units[draw.at + 1 :]]
    place = draw.offset, draw.offset + len(draw.others[draw.at])
    return draw.trial(kind, " ".join(units), place, survives=False, may_stay=True)


def _retranslate(kind: str, draw: Draw, rng: random.Random) -> Trial | None:
    if not draw.others:
        return None
    offset = len(" ".join((*draw.others[: draw.at], "")))
    place = offset, offset + len(draw.others[draw.at])
    return draw.trial(kind, " ".join(draw.others), place, survives=False, may_stay=True)


def _replace_word(kind: str, draw: Draw, rng: random.Random) -> Trial | None:
    whole, start = " ".join(draw.units), draw.offset + draw.start
    quote = whole[start : start + draw.end - draw.start]
    words = [token for token in tokenise(quote) if token.kind == "word"]
    if len(words) < 2:
        return None
    word = rng.choice(words)
    pool = {token.text for token in tokenise(whole) if token.kind == "word"} - {word.text}
    new = quote[: word.start] + rng.choice(sorted(pool)) + quote[word.end :]
    text = whole[:start] + new + whole[start + len(quote) :]
    return draw.trial(kind, text, (start, start + len(new)), survives=False, may_stay=False)


def _delete_passage(kind: str, draw: Draw, rng: random.Random) -> Trial:
    units = draw.units[: draw.at] + draw.units[draw.at + 1 :]
    return draw.trial(kind, " ".join(units), None, survives=False, may_stay=False)


def _delete_words(kind: str, draw: Draw, rng: random.Random) -> Trial | None:
    whole, start = " ".join(draw.units), draw.offset + draw.start
    end = start + draw.end - draw.start
    before, words, after = (_words(text) for text in (whole[:start], whole[start:end], whole[end:]))
    if before[-1:] == words[-1:] or after[:1] == words[:1]:
        return None
    return draw.trial(kind, whole[:start].rstrip() + whole[end:], None, survives=False, may_stay=False)


def _words(text: str) -> list[str]:
    return [token.text for token in tokenise(text) if token.kind != "space"]


Edit = Callable[[str, Draw, random.Random], Trial | None]
KINDS: dict[str, Edit] = {
    "5 % changed outside": _change_outside(0.05),
    "20 % changed outside": _change_outside(0.2),
    "50 % changed outside": _change_outside(0.5),
    "sentence moved": _move_passage,
    "by the other translator": _rewrite_passage,
    "all retranslated": _retranslate,
    "one word replaced inside": _replace_word,
    "sentence deleted": _delete_passage,
    "words deleted": _delete_words,
}
"""Each kind of edit; None where a draw cannot show it."""
