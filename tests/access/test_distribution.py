"""Every row carries its workspace, so that a database could be shared out by workspaces (as Citus does) one day.

Such a database wants the workspace in every table, in every key, and that rows lead to rows of their own workspace.
"""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db.models import ForeignKey, Model, UniqueConstraint

from tests.access.world import take_world

WITHOUT = {
    "people, and what opens their accounts: they belong to several workspaces": [
        *("accounts.User", "accounts.ApiToken", "accounts.IdempotentRequest", "notices.MailWish", "sessions.Session"),
        *("account.EmailAddress", "account.EmailConfirmation", "mfa.Authenticator"),
        *("socialaccount.SocialAccount", "socialaccount.SocialApp", "socialaccount.SocialToken"),
    ],
    "it is the workspace": ["accounts.Workspace"],
    "the installation's own: tasks, workers, counts, names of tables": [
        *("django_tasks_database.DBTaskResult", "operating.Worker", "accounts.RateCounter", "contenttypes.ContentType"),
    ],
    "Django's permissions, which are not used": [
        *("auth.Permission", "auth.Group", "auth.Group_permissions", "accounts.User_groups"),
        "accounts.User_user_permissions",
    ],
    "pairs of two rows that carry it; they go where their first one goes": [
        *("corpus.Equivalence_translations", "corpus.TranslationGroup_members", "publishing.FrozenState_translations"),
    ],
}
"""Tables that do not carry it, by why."""
KEYS = {
    "accounts.Invitation": {("digest",)},  # secrets and addresses that are drawn by chance: one of them is found by it
    "publishing.FrozenState": {("address",)},  # alone, and two are never the same
    "review.KeptQueue": {("owner", "name")},  # of the person, over all workspaces
}
"""Keys that mean the same in the whole installation."""


def tables() -> list[type[Model]]:
    """Return all models, and the tables between two of them."""
    return list(apps.get_models(include_auto_created=True))


def carries(model: type[Model]) -> bool:
    """Say whether a table has the number of the workspace."""
    return any(field.column == "workspace_id" for field in model._meta.concrete_fields)


def ties(model: type[Model]) -> list[str]:
    """Return the names of the fields that say of which workspace a row is: its own, or of a row that carries it."""
    fields = [field for field in model._meta.concrete_fields if isinstance(field, ForeignKey)]
    return [field.name for field in fields if field.column == "workspace_id" or carries(field.related_model)]


def keys(model: type[Model]) -> Iterator[tuple[str, ...]]:
    """Yield what is unique in a table, but for the numbers of its rows."""
    yield from (tuple(one.fields) for one in model._meta.constraints if isinstance(one, UniqueConstraint))
    yield from (tuple(one) for one in model._meta.unique_together)
    yield from ((field.name,) for field in model._meta.concrete_fields if field.unique and field.name != "id")


def test_every_table_carries_its_workspace_or_is_named_with_why_not() -> None:
    named = [label for labels in WITHOUT.values() for label in labels]
    assert sorted(named) == sorted(model._meta.label for model in tables() if not carries(model))


@pytest.mark.parametrize("model", [one for one in tables() if carries(one)], ids=lambda one: str(one._meta.label))
def test_every_key_holds_the_workspace_or_a_row_that_carries_it(model: type[Model]) -> None:
    loose = {key for key in keys(model) if not set(key) & set(ties(model))}
    assert loose == KEYS.get(model._meta.label, set())


def test_pairs_lead_to_rows_that_carry_it() -> None:
    (pairs,) = [labels for why, labels in WITHOUT.items() if why.startswith("pairs")]
    assert {label: len(ties(apps.get_model(label))) for label in pairs} == dict.fromkeys(pairs, 2)


@pytest.mark.django_db
def test_rows_lead_to_rows_of_their_own_workspace() -> None:
    take_world()
    seen = 0
    for model in filter(carries, tables()):
        for name in set(ties(model)) - {"workspace"}:
            pairs = model._default_manager.exclude(**{name: None}).values_list("workspace", f"{name}__workspace")
            assert [pair for pair in pairs if len(set(pair)) > 1] == [], f"{model._meta.label}.{name}"
            seen += len(pairs)
    assert seen > 50
