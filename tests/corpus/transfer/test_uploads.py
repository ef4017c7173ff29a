"""Files kept between preview and import: whose they are, and how long they stay."""

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django.fixtures import Settings

from tests.conftest import Team
from tests.factories import make_workspace
from workbench.accounts.errors import Invalid, NotAllowed
from workbench.accounts.models import Membership, User
from workbench.corpus.models import Upload
from workbench.corpus.transfer.uploads import DRAFTS_FOR_EACH, KEPT_FOR_EACH, forget_upload, keep_upload


def keep(team: Team, actor: User, name: str = "letter.txt", data: bytes = b"One.") -> Upload:
    return keep_upload(actor=actor, workspace=team.workspace, file_name=name, data=data)


def test_only_whoever_brought_it_finds_it(team: Team) -> None:
    upload = keep(team, team.editor)
    assert bytes(Upload.objects.visible_to(team.editor).get().data) == b"One."
    for person in (team.owner, team.reader, team.outsider):
        assert not Upload.objects.visible_to(person).exists()
    assert not forget_upload(actor=team.owner, upload=upload)
    assert Upload.objects.exists()
    assert forget_upload(actor=team.editor, upload=upload)
    assert not forget_upload(actor=team.editor, upload=upload)
    assert not Upload.objects.exists()


def test_who_is_no_member_any_more_no_longer_finds_it(team: Team) -> None:
    keep(team, team.editor)
    Membership.objects.filter(user=team.editor).delete()
    assert not Upload.objects.visible_to(team.editor).exists()


def test_who_may_not_import_keeps_nothing(team: Team) -> None:
    for person in (team.reviewer, team.reader, team.former, team.outsider):
        with pytest.raises(NotAllowed):
            keep(team, person)
    assert not Upload.objects.exists()


def test_an_empty_and_a_too_large_file_are_refused(team: Team, settings: Settings) -> None:
    settings.IMPORT_MAX_BYTES = 10
    for data in (b"", b"x" * 11):
        with pytest.raises(Invalid) as refusal:
            keep(team, team.editor, data=data)
        assert list(refusal.value.fields) == ["file"]


def test_what_work_went_into_is_not_lost_to_a_few_files_more(team: Team) -> None:
    begun = keep(team, team.editor, "begun.txt")
    Upload.objects.filter(pk=begun.pk).update(draft={"parts": []})
    for number in range(KEPT_FOR_EACH + 2):
        keep(team, team.editor, f"{number}.txt")
    assert Upload.objects.filter(pk=begun.pk).exists()
    Upload.objects.update(draft={"parts": []})
    for _ in range(DRAFTS_FOR_EACH):
        Upload.objects.filter(pk=keep(team, team.editor).pk).update(draft={"parts": []})
    keep(team, team.editor)
    assert not Upload.objects.filter(pk=begun.pk).exists()
    assert Upload.objects.exclude(draft={}).count() == DRAFTS_FOR_EACH


def test_of_each_person_the_newest_few_are_kept(team: Team) -> None:
    others = make_workspace(team.owner)
    keep_upload(actor=team.owner, workspace=others, file_name="other.txt", data=b"x")
    for number in range(KEPT_FOR_EACH + 2):
        keep(team, team.editor, f"{number}.txt")
    kept = Upload.objects.filter(created_by=team.editor).order_by("pk").values_list("file_name", flat=True)
    assert list(kept) == ["2.txt", "3.txt", "4.txt"]
    assert Upload.objects.filter(created_by=team.owner).exists()


def test_after_a_day_files_go(team: Team) -> None:
    old = keep(team, team.owner)
    Upload.objects.filter(pk=old.pk).update(created_at=timezone.now() - timedelta(hours=25))
    keep(team, team.editor)
    assert list(Upload.objects.values_list("created_by", flat=True)) == [team.editor.pk]


@pytest.mark.parametrize(
    ("name", "kept"),
    [("a\x00b\n.txt", "a_b_.txt"), ("", "text"), ("ö\u202e.csv", "ö_.csv"), ("x" * 400 + ".csv", "x" * 296 + ".csv")],
)
def test_odd_file_names_are_made_printable(team: Team, name: str, kept: str) -> None:
    assert keep(team, team.editor, name).file_name == kept
