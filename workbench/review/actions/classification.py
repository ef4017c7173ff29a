"""What discussions of a workspace may be classified by, said by its owners."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import TypeVar

from django.db import transaction
from django.utils.translation import gettext

from workbench.accounts.checks import checked_line
from workbench.accounts.models import Role, User, Workspace
from workbench.corpus import limits
from workbench.interchange.checks import complaint_about_term
from workbench.journal.actions import Place, record
from workbench.journal.kinds import Kind
from workbench.review.classification import DEFAULT, CategoryTerm, Lists, SeverityTerm, lists_of
from workbench.review.errors import Invalid, Stale
from workbench.review.models import Classification
from workbench.review.permissions import require_role

__all__ = ["classify_by"]

MOST_CATEGORIES, MOST_SEVERITIES, MOST_POINTS = 200, 20, 1_000
Term = TypeVar("Term", CategoryTerm, SeverityTerm)


@transaction.atomic
def classify_by(
    *,
    actor: User,
    workspace: Workspace,
    version: int,
    categories: Sequence[CategoryTerm],
    severities: Sequence[SeverityTerm],
) -> Lists:
    """Put these lists in place of the workspace's, severities from the least to the gravest. For owners.

    What is classified already stays as it is. Raises `Stale` where the lists are not at `version` any more, `Invalid`
    for a name that comes twice or holds other than small letters, digits, "-", "_" and "/", for a weight that is
    negative or above 1,000, and for a list without severities.
    """
    require_role(actor, workspace, Role.OWNER)
    fields = _checked_lists(categories, severities)
    row, _ = Classification.objects.get_or_create(workspace=workspace, defaults=_plain(DEFAULT))
    before = lists_of(workspace.pk)
    if not Classification.objects.replace(row, version=version, **fields):
        row.refresh_from_db()
        raise Stale(gettext("Somebody else changed these lists in the meantime."), current=row)
    place = Place(workspace.pk)
    record(
        actor=actor,
        kind=Kind.CLASSIFICATION_CHANGED,
        subject=row.pk,
        place=place,
        name=workspace.name,
        before=_plain(before),
        after=fields,
    )
    return lists_of(workspace.pk)


def _checked_lists(
    categories: Sequence[CategoryTerm], severities: Sequence[SeverityTerm]
) -> dict[str, list[dict[str, object]]]:
    fields = {
        "categories": _checked("categories", categories, limits.CATEGORY, MOST_CATEGORIES),
        "severities": _checked("severities", _weighed(severities), limits.SEVERITY, MOST_SEVERITIES),
    }
    if not severities:
        raise Invalid.field("severities", gettext("At least one severity is expected."), code="required")
    return fields


def _plain(lists: Lists) -> dict[str, list[dict[str, object]]]:
    return {"categories": list(map(asdict, lists.categories)), "severities": list(map(asdict, lists.severities))}


def _checked(field: str, terms: Iterable[Term], longest: int, most: int) -> list[dict[str, object]]:
    checked: dict[str, dict[str, object]] = {}
    for at, term in enumerate(terms):
        if at >= most:
            raise Invalid.field(field, gettext("At most %(most)s are expected.") % {"most": most}, code="too_many")
        name = checked_line(field, term.name, maximum=longest, required=True)
        if complaint := complaint_about_term(name, longest):
            raise Invalid.field(field, complaint, code="invalid_name")
        if name in checked:
            raise Invalid.field(
                field, gettext("“%(name)s” stands twice in the list.") % {"name": name}, code="repeated"
            )
        label = checked_line(field, term.label, maximum=limits.CATEGORY) or name
        checked[name] = {**asdict(term), "name": name, "label": label}
    return list(checked.values())


def _weighed(severities: Iterable[SeverityTerm]) -> Iterable[SeverityTerm]:
    for term in severities:
        if not 0 <= term.weight <= MOST_POINTS:
            message = gettext("A weight from 0 to %(most_points)s is expected for “%(name)s”.") % {
                "most_points": f"{MOST_POINTS:,}",
                "name": term.name,
            }
            raise Invalid.field("severities", message, code="invalid_weight")
        yield term
