"""The lexicon: which words answer each other, never by the word of the bead that is judged."""

import numpy as np

from workbench.text.alignment.lexicon import Lexicon, learn_lexicon
from workbench.text.alignment.words import count_sides


def learn(left: list[list[str]], right: list[list[str]]) -> tuple[Lexicon, dict[str, int]]:
    sides = count_sides(left, [" ".join(one) for one in left], right, [" ".join(one) for one in right])
    numbers = dict.fromkeys(word for side in (left, right) for unit in side for word in unit)
    beads = np.arange(len(left))
    words = {word: number for number, word in enumerate(numbers)}
    return learn_lexicon(*sides, (beads, beads), np.full(len(words), -1)), words


THINGS = {"haus": "house", "baum": "tree", "berg": "hill"}
KINDS = {"alt": "old", "neu": "new", "rot": "red"}
LEFT = [[thing, kind] for thing in THINGS for kind in KINDS]
RIGHT = [[THINGS[thing], KINDS[kind]] for thing, kind in LEFT]


def translate(lexicon: Lexicon, words: dict[str, int], word: str, bead: int) -> str | None:
    names = {number: name for name, number in words.items()}
    found = int(lexicon.translate(np.array([words[word]]), np.array([bead]))[0])
    return names.get(found)


def test_words_that_go_together_translate_each_other() -> None:
    lexicon, words = learn(LEFT, RIGHT)
    expected = THINGS | KINDS
    assert {word: translate(lexicon, words, word, -1) for word in expected} == expected


def test_a_bead_does_not_speak_for_itself() -> None:
    left, right = [*LEFT, ["mond", "mond"], ["mond"]], [*RIGHT, ["moon", "moon"], ["sun"]]
    lexicon, words = learn([*left, ["mond"]], [*right, ["moon"]])
    assert translate(lexicon, words, "mond", -1) == "moon"
    assert translate(lexicon, words, "mond", 9) == "moon"
    lexicon, words = learn([*left[:-1], ["stern"]], [*right[:-1], ["moon"]])
    assert translate(lexicon, words, "mond", 9) is None


def test_without_pairs_nothing_is_translated() -> None:
    lexicon, words = learn([["haus"]], [["tree"]])
    assert translate(lexicon, words, "haus", 0) is None
