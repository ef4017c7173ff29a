"""`manage.py measure`: what waits, or everything."""

import io
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from tests.conftest import Team
from tests.factories import make_work
from workbench.corpus.models import Passage


def measure(**options: Any) -> str:
    out = io.StringIO()
    call_command("measure", stdout=out, **options)
    return out.getvalue()


def test_what_waits_is_measured_and_told_by_work(team: Team) -> None:
    make_work(team.owner, team.workspace, title="Other")
    Passage.objects.filter(reference="1").update(is_measured=False, variation=None)
    assert measure() == "room/a-small-work: 1 passage measured.\nroom/other: 1 passage measured.\n"
    assert not Passage.objects.filter(variation=None).exists()
    assert measure() == ""


def test_one_work_can_be_measured_anew_whole(team: Team) -> None:
    make_work(team.owner, team.workspace, title="Other")
    Passage.objects.update(variation=0.99)
    assert measure(work="other", all=True) == "room/other: 2 passages measured.\n"
    assert Passage.objects.filter(variation=0.99).count() == 2
    assert Passage.objects.filter(variation=0.99, work__slug="other").count() == 0


def test_a_work_that_is_not_there_is_named(team: Team) -> None:
    with pytest.raises(CommandError, match="There is no work 'absent'"):
        measure(work="absent")
    with pytest.raises(CommandError, match="There is no work 'a-small-work'"):
        measure(work="a-small-work", workspace="elsewhere")
