"""What stands between the translations of a work, in and out: groups, derivations, equivalence rules."""

from typing import TypedDict

from django.utils.translation import gettext

from workbench.accounts.models import Workspace
from workbench.corpus import limits
from workbench.corpus.actions import add_equivalence
from workbench.corpus.actions.equivalences import checked_rule
from workbench.corpus.errors import Invalid
from workbench.corpus.models import Derivation, Equivalence, Passage, TranslationGroup, Work
from workbench.corpus.models.equivalence import Of
from workbench.corpus.transfer.apply import AppliedTexts
from workbench.corpus.transfer.attribution import Attribution
from workbench.corpus.transfer.moments import moment_as_text
from workbench.interchange.document import DerivationRecord, GroupRecord, RuleRecord, WorkRecord

__all__ = ["apply_relations", "check_relations", "export_relations"]


class Relations(TypedDict):
    """The fields of a `WorkRecord` that are made here."""

    groups: tuple[GroupRecord, ...]
    derivations: tuple[DerivationRecord, ...]
    rules: tuple[RuleRecord, ...]


def export_relations(work: Work) -> Relations:
    """Return groups, derivations and the rules that count in the work and nowhere else. Five queries."""
    groups = work.groups.order_by("pk").prefetch_related("members")
    derivations = work.derivations.select_related("translation", "source").order_by("pk")
    standing = Equivalence.objects.standing().filter(work=work).select_related("created_by", "passage").order_by("pk")
    rules = [one for one in standing.prefetch_related("translations") if one.translations.all() or not one.is_limited]
    return {
        "groups": tuple(_group(one) for one in groups),
        "derivations": tuple(
            DerivationRecord(one.translation.siglum, one.source.siglum, one.kind) for one in derivations
        ),
        "rules": tuple(_rule(one) for one in rules),
    }


def check_relations(record: WorkRecord, workspace: Workspace) -> None:
    """Raise `Invalid` for rules that may not stand, or of which there are too many; nothing is written."""
    for index, rule in enumerate(record.rules):
        try:
            checked_rule(rule.left, rule.right, rule.of or Of.WORDS)
        except Invalid as error:
            raise Invalid.field(
                "file",
                gettext("Rule %(index)s of %(rules)s: %(error)s")
                % {"index": index + 1, "rules": len(record.rules), "error": error},
                code="wrong_rule",
            ) from error
    standing = Equivalence.objects.standing().filter(workspace=workspace).count() if record.rules else 0
    if standing + len(record.rules) > limits.STANDING_RULES:
        message = gettext(
            "At most %(standing_rules)s rules may stand in a workspace; %(standing)s do, the file has more."
        ) % {"standing_rules": f"{limits.STANDING_RULES:,}", "standing": f"{standing:,}"}
        raise Invalid.field("file", message, code="too_many_rules")


def apply_relations(record: WorkRecord, applied: AppliedTexts, attribution: Attribution) -> None:
    """Write the groups, derivations and rules that the work does not have yet. The caller holds the transaction."""
    _make_groups(record, applied)
    _make_derivations(record, applied)
    standing = Equivalence.objects.standing().filter(work=applied.work)
    there = {_identity(one) for one in standing.prefetch_related("translations")} if record.rules else set()
    for rule in record.rules:
        passage = applied.named[rule.passage] if rule.passage else None
        left, right = checked_rule(rule.left, rule.right, rule.of or Of.WORDS)
        among = frozenset(applied.translations[siglum] for siglum in rule.translations)
        scope = (passage, rule.of or Of.WORDS, among)
        if not {(left, right, *scope), (right, left, *scope)} & there:
            _make_rule(rule, passage, applied, attribution)


def _identity(rule: Equivalence) -> tuple[str, str, int | None, str, frozenset[int]]:
    return rule.left, rule.right, rule.passage_id, rule.of, frozenset(one.pk for one in rule.translations.all())


def _make_rule(rule: RuleRecord, passage: int | None, applied: AppliedTexts, attribution: Attribution) -> None:
    work = applied.work
    author, attributed_to = attribution.author(rule.author)
    made = add_equivalence(
        actor=attribution.actor,
        workspace=work.workspace,
        work=work,
        passage=Passage.objects.select_related("work").get(pk=passage) if passage else None,
        left=rule.left,
        right=rule.right,
        of=rule.of or Of.WORDS,
        translations=work.translations.filter(pk__in=[applied.translations[siglum] for siglum in rule.translations]),
    )
    moment = attribution.moment(rule.created_at)
    Equivalence.objects.filter(pk=made.pk).update(created_by=author, attributed_to=attributed_to, created_at=moment)


def _make_groups(record: WorkRecord, applied: AppliedTexts) -> None:
    work = applied.work
    there = set(work.groups.values_list("siglum", flat=True)) | set(work.translations.values_list("siglum", flat=True))
    for group in record.groups:
        if group.siglum not in there:
            made = TranslationGroup.objects.create(
                workspace_id=work.workspace_id, work=work, siglum=group.siglum, name=group.name
            )
            made.members.set([applied.translations[siglum] for siglum in group.members])


def _make_derivations(record: WorkRecord, applied: AppliedTexts) -> None:
    work = applied.work
    there = set(work.derivations.values_list("translation_id", "source_id"))
    for one in record.derivations:
        pair = (applied.translations[one.siglum], applied.translations[one.source])
        if pair not in there and pair[::-1] not in there:
            Derivation.objects.create(
                workspace_id=work.workspace_id, work=work, translation_id=pair[0], source_id=pair[1], kind=one.kind
            )


def _group(group: TranslationGroup) -> GroupRecord:
    members = sorted(group.members.all(), key=lambda one: one.position)
    return GroupRecord(group.siglum, group.name, tuple(one.siglum for one in members))


def _rule(rule: Equivalence) -> RuleRecord:
    return RuleRecord(
        rule.left,
        rule.right,
        rule.passage.reference if rule.passage else "",
        rule.attributed_to or rule.created_by.username,
        moment_as_text(rule.created_at),
        Of.LETTERS.value if rule.of == Of.LETTERS else "",
        tuple(sorted(one.siglum for one in rule.translations.all())),
    )
