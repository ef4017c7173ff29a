"""Every write about discussions, and the changes of text that anchors must follow: one function per thing a
person can do.

Each is atomic: it does it, or raises one of `review.errors`. `version` is the state the person had before their eyes.
"""

from workbench.review.actions.anchors import confirm_anchor, reattach_anchor
from workbench.review.actions.batches import (
    MOST,
    Seen,
    ThreadEdit,
    accept_suggestions,
    change_threads,
    undo_acceptances,
)
from workbench.review.actions.checks import raise_check
from workbench.review.actions.classification import classify_by
from workbench.review.actions.comments import delete_comment, edit_comment
from workbench.review.actions.edits import suggest_edits
from workbench.review.actions.notes import add_note, delete_note, edit_note
from workbench.review.actions.queues import forget_queue, keep_queue
from workbench.review.actions.replacing import MOST_REPLACED, PutBack, Replaced, replace_words, undo_replacing
from workbench.review.actions.resegmenting import (
    Neighbours,
    foresee_resegmenting,
    former_states,
    pair_up,
    resegment,
    resegment_to,
    take_back,
    take_pair_steps,
)
from workbench.review.actions.suggestions import accept_suggestion, reject_suggestion, undo_acceptance
from workbench.review.actions.texts import restore_revision, revise_variant
from workbench.review.actions.threads import (
    ThreadChanges,
    change_thread,
    open_thread,
    open_thread_on_work,
    reply,
    reply_and_settle,
)
from workbench.review.actions.verdicts import adjudicate, give_verdict, withdraw_verdict

__all__ = [
    "MOST",
    "MOST_REPLACED",
    "Neighbours",
    "PutBack",
    "Replaced",
    "Seen",
    "ThreadChanges",
    "ThreadEdit",
    "accept_suggestion",
    "accept_suggestions",
    "add_note",
    "adjudicate",
    "change_thread",
    "change_threads",
    "classify_by",
    "confirm_anchor",
    "delete_comment",
    "delete_note",
    "edit_comment",
    "edit_note",
    "foresee_resegmenting",
    "forget_queue",
    "former_states",
    "give_verdict",
    "keep_queue",
    "open_thread",
    "open_thread_on_work",
    "pair_up",
    "raise_check",
    "reattach_anchor",
    "reject_suggestion",
    "replace_words",
    "reply",
    "reply_and_settle",
    "resegment",
    "resegment_to",
    "restore_revision",
    "revise_variant",
    "suggest_edits",
    "take_back",
    "take_pair_steps",
    "undo_acceptance",
    "undo_acceptances",
    "undo_replacing",
    "withdraw_verdict",
]
