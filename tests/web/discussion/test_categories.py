"""The page on which owners say what discussions are classified by."""

from django.test import Client

from tests.conftest import Team
from tests.factories import passage_of
from workbench.review.actions import open_thread
from workbench.review.classification import lists_of

PAGE = "/workspaces/room/categories/"
TYPED = {"version": "1", "categories": "rhyme | Reim\n\nmetre", "severities": "hint|Hint|0.1\nfault | Fault | 10"}


def test_an_owner_types_lists_and_the_forms_offer_them(client: Client, team: Team) -> None:
    thread = open_thread(actor=team.reviewer, passage=passage_of(team.work), body="Hm.", category="style")
    client.force_login(team.owner)
    assert "accuracy/omission | Omission" in client.get(PAGE).content.decode()
    assert client.post(PAGE, TYPED).status_code == 302
    lists = lists_of(team.workspace.pk)
    assert (lists.category_choices, lists.weights) == (
        [("rhyme", "Reim"), ("metre", "metre")],
        {"hint": 0.1, "fault": 10},
    )
    queue = client.get(f"/works/room/{team.work.slug}/review/")
    offered = [choice for choice, _ in queue.context["form"].fields["category"].choices]
    assert offered == ["", "rhyme", "metre"]
    card = client.get(f"/threads/{thread.pk}/").context["card"]
    assert card.categories == [("rhyme", "Reim"), ("metre", "metre"), ("style", "style")]


def test_what_somebody_else_saved_is_shown_beside_what_was_typed(client: Client, team: Team) -> None:
    client.force_login(team.owner)
    client.post(PAGE, TYPED)
    late = client.post(PAGE, TYPED | {"categories": "line"})
    assert (late.status_code, late.context["form"].errors["categories"]) == (
        412,
        ["It now reads: rhyme | Reim\nmetre | metre"],
    )
    assert client.post(PAGE, TYPED | {"categories": "line", "version": "2"}).status_code == 302


def test_a_line_without_points_is_shown_at_its_field(client: Client, team: Team) -> None:
    client.force_login(team.owner)
    page = client.post(PAGE, TYPED | {"severities": "hint | Hint"})
    assert (page.status_code, list(page.context["form"].errors)) == (422, ["severities"])


def test_members_read_and_only_owners_change(client: Client, team: Team) -> None:
    client.force_login(team.editor)
    assert "Owners change these lists." in client.get(PAGE).content.decode()
    assert client.post(PAGE, TYPED).status_code == 403
    client.force_login(team.outsider)
    assert client.get(PAGE).status_code == 404


def test_a_reply_settles_a_discussion_by_each_of_its_buttons(client: Client, team: Team) -> None:
    thread = open_thread(actor=team.reviewer, passage=passage_of(team.work), body="Hm.")
    client.force_login(team.reviewer)
    for posted, state, said in (
        ({"settle": "in_progress", "body": ""}, "in_progress", "in progress"),
        ({"settle": "wont_fix", "body": "The original has it."}, "wont_fix", "closed: won’t fix"),
        ({"resolve": "yes", "body": ""}, "resolved", "resolved"),
    ):
        page = client.post(f"/threads/{thread.pk}/reply/", posted, follow=True)
        thread.refresh_from_db()
        assert (thread.state, [str(one) for one in page.context["messages"]]) == (state, [f"The discussion is {said}."])
    assert client.post(f"/threads/{thread.pk}/reply/", {"settle": "done", "body": ""}).status_code == 422
