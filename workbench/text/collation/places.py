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
    for next_word, next_place in [*pairs, (len(reading.words), len(places))]:
        if word < next_word:
            new = [_start_place(reading, at, lexicon) for at in range(word, next_word)]
            opening = next((n for n, made in enumerate(new) if not made.is_mark), len(new))
            woven += [*new[:opening], *places[place:next_place], *new[opening:]]
        elif place < next_place:
            woven += places[place:next_place]
        if next_place < len(places):
            found = places[next_place]
            found.put(reading, next_word)
            woven.append(found)
        word, place = next_word + 1, next_place + 1
    return woven


def _start_place(reading: Reading, position: int, lexicon: Lexicon) -> Place:
    place = Place(lexicon.kinds[reading.words[position]] == MARK)
    place.put(reading, position)
    return place
