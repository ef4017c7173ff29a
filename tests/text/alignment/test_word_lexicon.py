"""Which words translate each other, learned from passages that answer each other."""

from workbench.text.alignment.word_lexicon import learn_words
from workbench.text.alignment.word_links import word_links

LEFT = ["the house", "the old house", "a dog", "the old dog", "an old cat", "a cat"]
RIGHT = ["talo", "vanha talo", "koira", "vanha koira", "vanha kissa", "kissa"]


def test_words_that_always_stand_with_each_other_translate_each_other() -> None:
    learned = learn_words(LEFT, RIGHT)
    assert max(learned, key=lambda pair: (pair[0] == "dog", learned[pair])) == ("dog", "koira")
    assert max(learned, key=lambda pair: (pair[0] == "cat", learned[pair])) == ("cat", "kissa")
    assert all(0 < chance <= 1 for chance in learned.values())


def test_what_was_learned_links_words_without_any_model() -> None:
    left, right = "an old dog", "vanha koira"
    links = word_links(left, right, lexicon=learn_words(LEFT, RIGHT))
    assert ("dog", "koira") in [(one.left.of(left), one.right.of(right)) for one in links]


def test_what_a_person_linked_is_certain_and_nothing_else_is_learned_from_nothing() -> None:
    assert learn_words([], [], [("Dogs", "Koirat")]) == {("dogs", "koirat"): 1.0}
    assert learn_words(["", "a"], ["b", " "]) == {}
