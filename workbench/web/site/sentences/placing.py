"""What placing a text, and moving words between passages, says."""

from collections.abc import Callable

from django.utils.translation import gettext_noop

__all__ = ["COUNTED", "SENTENCES"]

SENTENCES = (
    gettext_noop("There is no passage before this boilerplate."),
    gettext_noop("There is no passage after this boilerplate."),
    gettext_noop("At most %(most)s steps are expected."),
    gettext_noop("There is no step to undo."),
    gettext_noop("There is no step to do again."),
    gettext_noop("This placing is not kept any more."),
    gettext_noop("This placing was changed in another window. Here it is as it stands."),
    gettext_noop("This placing was changed in another window. Look once more."),
    gettext_noop("This placing was confirmed or thrown away already."),
    gettext_noop("At most %(most)s characters are placed at once. Place the others on the work later."),
    gettext_noop("Another siglum than those of the other texts is expected."),
    gettext_noop("At most %(most)s passages are expected; the text has %(some)s."),
    gettext_noop("At most %(most)s passages can be placed by meaning; the work has more."),
    gettext_noop("The siglum of another translation of the work is expected."),
    gettext_noop("A translation with texts to place it beside is expected."),
    gettext_noop("The work’s passages are others than when this was proposed. Place the text anew."),
    gettext_noop("At least one passage of %(siglum)s with words is expected."),
    gettext_noop("There is no passage before the first that it could be joined to."),
    gettext_noop("There is no passage after the last."),
    gettext_noop("The passage before has no words that others could be joined to."),
    gettext_noop("The two passages do not stand beside each other in the text."),
    gettext_noop("Two different passages are expected."),
    gettext_noop("This passage has no words to put aside."),
    gettext_noop("There is no boilerplate at this place."),
    gettext_noop("This passage has no words that could be confirmed."),
    gettext_noop("There is nothing in the text at this place."),
    gettext_noop("Only a place in the passage itself, or right before it, can become its start."),
    gettext_noop("The passage that stands there would lose all its words. Swap the two instead."),
    gettext_noop("There are no words before this cut to take."),
    gettext_noop("There are no words after this cut to take."),
    gettext_noop("This passage has no words whose borders could move."),
    gettext_noop("The passage would lose its last words. Mark it as omitted or joined instead."),
    gettext_noop("The words that both passages have now are expected, shared out anew."),
    gettext_noop("A passage with words is expected."),
    gettext_noop("Every word has to stay with one of the two passages."),
    gettext_noop("The first of the two keeps some words."),
    gettext_noop("There is no move of words between the two that could be taken back."),
    gettext_noop("The next passage was changed in the meantime."),
    gettext_noop("Took back a move of words"),
)
COUNTED: tuple[Callable[[int], str], ...] = ()
