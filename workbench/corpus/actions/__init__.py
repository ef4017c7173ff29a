"""Every write about works and texts: one function per thing a person can do, atomic; it does it, or raises.

Errors are those of `corpus.errors`: `NotAllowed` for the role, `Invalid` for what was typed, `Conflict` for what the
state of things forbids, `Stale` when somebody else was first. `version` is the state the person had before their eyes.
"""

from workbench.corpus.actions.alignments import confirm_alignment
from workbench.corpus.actions.checks import choose_checks, dismiss_check, mark_raised, reopen_check
from workbench.corpus.actions.corrections import MarkedWords, correct_collation, undo_correction
from workbench.corpus.actions.equivalences import add_equivalence, undo_equivalence
from workbench.corpus.actions.links import LinkedWords, forget_link, link_words, part_words
from workbench.corpus.actions.passages import add_passage, delete_passage, edit_passage
from workbench.corpus.actions.style import add_style_rule, delete_style_rule, edit_style_rule
from workbench.corpus.actions.terms import ImportedTerms, add_term, delete_term, edit_term, import_terms
from workbench.corpus.actions.texts import enter_variant, write_revision
from workbench.corpus.actions.translations import add_translation, delete_translation, edit_translation
from workbench.corpus.actions.works import create_work, delete_work, edit_work

__all__ = [
    "ImportedTerms",
    "LinkedWords",
    "MarkedWords",
    "add_equivalence",
    "add_passage",
    "add_style_rule",
    "add_term",
    "add_translation",
    "choose_checks",
    "confirm_alignment",
    "correct_collation",
    "create_work",
    "delete_passage",
    "delete_style_rule",
    "delete_term",
    "delete_translation",
    "delete_work",
    "dismiss_check",
    "edit_passage",
    "edit_style_rule",
    "edit_term",
    "edit_translation",
    "edit_work",
    "enter_variant",
    "forget_link",
    "import_terms",
    "link_words",
    "mark_raised",
    "part_words",
    "reopen_check",
    "undo_correction",
    "undo_equivalence",
    "write_revision",
]
