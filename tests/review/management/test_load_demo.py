"""The demo is loaded once, and then left alone."""

import pytest
from django.core.management import CommandError, call_command

from tests.factories import make_user, variant_of
from workbench.accounts.models import Membership, User
from workbench.corpus.models import Revision, Variant, Work
from workbench.review.actions import revise_variant
from workbench.review.models import Comment, Thread

pytestmark = pytest.mark.django_db


def load() -> None:
    call_command("load_demo", verbosity=0)


def test_the_demo_has_its_people_in_their_roles() -> None:
    load()
    roles = Membership.objects.filter(workspace__slug="demo").values_list("user__username", "role")
    assert dict(roles) == {"vera": "owner", "anton": "editor", "mira": "reviewer", "rene": "reviewer"}
    assert User.objects.get(username="otto").check_password("demo-otto")
    assert User.objects.get(username="vera").check_password("demo-vera")


def test_the_demo_has_its_works_signed_by_its_people() -> None:
    load()
    assert set(Work.objects.values_list("slug", flat=True)) == {"yezhov", "ferryman"}
    assert not Comment.objects.exclude(attributed_to="").exists()
    assert Thread.objects.filter(assignee__username="anton").exists()


def test_loading_again_keeps_what_was_entered_since() -> None:
    load()
    work = Work.objects.get(slug="yezhov")
    variant = variant_of(work, "13", "D")
    anton = User.objects.get(username="anton")
    revise_variant(
        actor=anton, variant=variant, version=variant.version, text="Changed.", presence="present", reason=""
    )
    counts = [model.objects.count() for model in (Variant, Revision, Thread, Comment, User)]
    load()
    assert variant_of(work, "13", "D").text == "Changed."
    assert [model.objects.count() for model in (Variant, Revision, Thread, Comment, User)] == counts


def test_a_work_that_was_deleted_comes_back_and_the_other_stays() -> None:
    load()
    Thread.objects.filter(work__slug="ferryman").delete()
    Work.objects.get(slug="ferryman").delete()
    load()
    assert Work.objects.count() == 2


def test_an_account_that_is_not_the_demos_is_left_alone() -> None:
    make_user("vera")
    with pytest.raises(CommandError, match="The accounts vera exist and are not the demo's"):
        load()
    assert User.objects.count() == 1
