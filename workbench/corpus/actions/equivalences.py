"""Equivalence rules: added where a difference means nothing to the readers, and undone."""

from collections.abc import Collection
from functools import partial

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from workbench.accounts.checks import checked_line
from workbench.accounts.models import Role, User, Workspace
from workbench.corpus import limits
from workbench.corpus.errors import Conflict, Invalid
from workbench.corpus.models import Equivalence, Passage, Translation, Work
from workbench.corpus.models.equivalence import Of
from workbench.corpus.permissions import require_role
from workbench.corpus.recording import record_about
from workbench.corpus.tasks import forget_for_rule, measure_for_rule, measure_passage, passages_of_rule
from workbench.journal.kinds import Kind
from workbench.text import has_words
from workbench.text.words.lettering import are_letters

__all__ = ["add_equivalence", "checked_rule", "checked_translations", "undo_equivalence"]


MOST_LETTERS = 8
_FEWEST = 2  # translations
_AT_ONCE = 2_000  # passages that are looked through with the write


@transaction.atomic
def add_equivalence(
    *,
    actor: User,
    workspace: Workspace,
    left: str,
    right: str,
    of: str = Of.WORDS,
    work: Work | None = None,
    passage: Passage | None = None,
    translations: Collection[Translation] = (),
) -> Equivalence:
    """Let `left` and `right` count as the same in a passage, a work or the workspace.

    They are one or several words each or, by `of`, letters, which then are the same in every word. With `translations`,
    two at least of one work, they do so only where all texts compared are of these.

    Adding a rule that stands already returns it. Refused where too many stand: every comparison reads them.
    """
    require_role(actor, workspace, Role.EDITOR)
    left, right = checked_rule(left, right, of)
    scope = {"workspace": workspace, "work": passage.work if passage else work, "passage": passage}
    among = checked_translations(passage.work if passage else work, translations)
    rows = Equivalence.objects.standing().filter(left=left, right=right, of=of, is_limited=bool(among), **scope)
    standing = next((one for one in rows if {*one.translations.values_list("pk", flat=True)} == among), None)
    if standing is not None:
        return standing
    if Equivalence.objects.standing().filter(workspace=workspace).count() >= limits.STANDING_RULES:
        message = gettext(
            "At most %(standing_rules)s rules may stand in a workspace. Undo some that are not needed."
        ) % {"standing_rules": f"{limits.STANDING_RULES:,}"}
        raise Invalid.field("left", message, code="too_many_rules")
    made = Equivalence.objects.create(
        left=left, right=right, of=of, is_limited=bool(among), created_by=actor, created_at=timezone.now(), **scope
    )
    made.translations.set(among)
    _measure_anew(made)
    record_about(actor, Kind.EQUIVALENCE_ADDED, made)
    return made


@transaction.atomic
def undo_equivalence(*, actor: User, equivalence: Equivalence) -> Equivalence:
    """Let a rule count no longer. It stays on record. Raises `Conflict` if somebody undid it already."""
    require_role(actor, equivalence.workspace_id, Role.EDITOR)
    standing = Equivalence.objects.standing().filter(pk=equivalence.pk)
    if not standing.update(undone_at=timezone.now(), undone_by=actor):
        raise Conflict(gettext("This rule was undone already."), code="undone")
    equivalence.refresh_from_db()
    _measure_anew(equivalence)
    record_about(actor, Kind.EQUIVALENCE_UNDONE, equivalence)
    return equivalence


def _measure_anew(rule: Equivalence) -> None:
    """Let the passages that a rule speaks of be measured; where there are many, a task also finds out which."""
    if rule.passage is not None:
        measure_passage(rule.passage)
        return
    passages = passages_of_rule(rule)
    if passages[: _AT_ONCE + 1].count() > _AT_ONCE:
        transaction.on_commit(partial(measure_for_rule.enqueue, rule.pk), robust=True)
    else:
        forget_for_rule(rule)


def checked_translations(work: Work | None, translations: Collection[Translation]) -> set[int]:
    """Return the ids of the translations that a rule is limited to; raise `Invalid` unless all are of `work`."""
    among = {one.pk for one in translations}
    if not among:
        return among
    if work is None:
        message = gettext("Translations are chosen in a work or a passage, not in all works.")
        raise Invalid.field("translations", message, code="no_work")
    if len(among) < _FEWEST or any(one.work_id != work.pk for one in translations):
        message = gettext("Two translations of the work at least are expected, or none for all.")
        raise Invalid.field("translations", message, code="too_few")
    return among


def checked_rule(left: str, right: str, of: str = Of.WORDS) -> tuple[str, str]:
    """Return both sides of a rule as they are stored; raise `Invalid` for empty, unstorable or equal ones."""
    if of not in Of.values:
        raise Invalid.field(
            "of", gettext("One of %(values)s is expected.") % {"values": ", ".join(Of.values)}, code="unknown_kind"
        )
    check = _checked_letters if of == Of.LETTERS else _checked_words
    left, right = (check(name, words) for name, words in (("left", left), ("right", right)))
    if left == right:
        raise Invalid.field("right", gettext("Other words than those on the left are expected."), code="no_change")
    return left, right


def _checked_letters(name: str, letters: str) -> str:
    checked = checked_line(name, letters, maximum=limits.EQUIVALENCE, required=True).strip()
    if len(checked) > MOST_LETTERS or not are_letters(checked):
        raise Invalid.field(
            name,
            gettext("Letters are expected, %(most_letters)s at most.") % {"most_letters": MOST_LETTERS},
            code="no_letters",
        )
    return checked


def _checked_words(name: str, words: str) -> str:
    checked = " ".join(checked_line(name, words, maximum=limits.EQUIVALENCE, required=True).split())
    if not has_words(checked):
        raise Invalid.field(name, gettext("Words that can be seen are expected."), code="required")
    return checked
