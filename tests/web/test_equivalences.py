"""The page of words that count as the same."""

from django.test import Client

from tests.conftest import Room
from workbench.corpus.models import Equivalence

PAGE = "/works/room/a-small-work/equivalences/"
RULE = {"left": "mat", "right": "rug", "scope": "work"}


def test_an_editor_adds_a_rule_and_undoes_it(client: Client, room: Room) -> None:
    client.force_login(room.editor)
    client.post(PAGE, RULE)
    rule = Equivalence.objects.get(work=room.work, undone_at=None)
    assert (rule.left, rule.right) == ("mat", "rug")
    assert "in this work" in client.get(PAGE).content.decode()
    client.post(f"{PAGE}{rule.pk}/undo/")
    assert not Equivalence.objects.filter(undone_at=None).exists()


def test_what_a_rule_makes_equal_is_counted_before_it_stands(client: Client, room: Room) -> None:
    client.force_login(room.editor)
    page = client.post(PAGE, {**RULE, "count": "1"})
    assert (page.status_code, Equivalence.objects.exists()) == (200, False)
    assert "This makes 0 differences equal and 1 smaller, in 1 passage. Nothing" in page.content.decode()
    assert 'value="mat"' in page.content.decode()
    assert client.post(PAGE, {**RULE, "right": "mat", "count": "1"}).status_code == 422


def test_a_rule_of_one_word_twice_is_refused_at_its_field(client: Client, room: Room) -> None:
    client.force_login(room.editor)
    answer = client.post(PAGE, {**RULE, "right": "mat"})
    assert answer.status_code == 422
    assert "Other words than those on the left" in answer.content.decode()


def test_a_reviewer_reads_the_rules_and_changes_none(client: Client, room: Room) -> None:
    client.force_login(room.editor)
    client.post(PAGE, RULE)
    rule = Equivalence.objects.get()
    client.force_login(room.reviewer)
    assert "mat" in client.get(PAGE).content.decode()
    assert client.post(PAGE, {**RULE, "left": "cat"}).status_code == 403
    assert client.post(f"{PAGE}{rule.pk}/undo/").status_code == 403
    client.force_login(room.outsider)
    assert client.post(f"{PAGE}{rule.pk}/undo/").status_code == 404
    assert Equivalence.objects.filter(undone_at=None).count() == 1
