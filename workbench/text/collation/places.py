"""The table while it is made: a list of places, each with the words of some readings, and how to weave one in."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from workbench.text.collation.rows import MARK, Lexicon, Words

__all__ = ["Pairs", "Place", "Reading", "weave"]

Pairs = list[tuple[int, int]]  # (position of a word in its reading, index of a place), both rising


@dataclass(frozen=True, slots=True)
class Reading:
    """What one or more witnesses say: its `number`, its `words`, and how many witnesses say it."""

    number: int
    words: Words
    weight: int


@dataclass(slots=True)
class Place:
    """One column in the making.

    `cells`: the number of a reading -> the position of its word that stands here; `words`: word -> how many
    witnesses have it here. All words of a place are marks, or none is.
    """

    is_mark: bool
    cells: dict[int, int] = field(default_factory=dict)
    words: dict[int, int] = field(default_factory=dict)

    def put(self, reading: Reading, position: int) -> None:
        """Let the word at `position` of the reading stand here."""
        word = reading.words[position]
        self.cells[reading.number] = position
        self.words[word] = self.words.get(word, 0) + reading.weight

    def take(self, reading: Reading) -> int:
        """Take the reading's word out again and return its position."""
        position = self.cells.pop(reading.number)
        word = reading.words[position]
        self.words[word] -= reading.weight
        if not self.words[word]:
            del self.words[word]
        return position


def weave(places: Sequence[Place], pairs: Pairs, reading: Reading, lexicon: Lexicon) -> list[Place]:
    """Put the words of `reading` into the `places` by `pairs`; a word without a pair makes a place of its own.

    Such places stand after the others of the same gap, but marks that open the gap before them: they belong
    to the word that came before. The places given are changed.
    """
    woven: list[Place] = []
    word = place = 0
    for next_word, next_place in pairs:
        if word < next_word or place < next_place:
            woven += _fill_gap(places[place:next_place], range(word, next_word), reading, lexicon)
        found = places[next_place]
        found.put(reading, next_word)
        woven.append(found)
        word, place = next_word + 1, next_place + 1
    return woven + _fill_gap(places[place:], range(word, len(reading.words)), reading, lexicon)


def _fill_gap(places: Sequence[Place], positions: Sequence[int], reading: Reading, lexicon: Lexicon) -> list[Place]:
    new = [_start_place(reading, position, lexicon) for position in positions]
    opening = next((n for n, made in enumerate(new) if not made.is_mark), len(new))
    return [*new[:opening], *places, *new[opening:]]


def _start_place(reading: Reading, position: int, lexicon: Lexicon) -> Place:
    place = Place(lexicon.kinds[reading.words[position]] == MARK)
    place.put(reading, position)
    return place
