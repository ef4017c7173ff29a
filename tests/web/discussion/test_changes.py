"""What the page says when somebody changed a discussion."""

import pytest

from workbench.web.discussion.changes import Standing

BEFORE = Standing("open", "style", "", "")


@pytest.mark.parametrize(
    ("after", "said"),
    [
        (BEFORE, "The discussion stands as it did."),
        (Standing("resolved", "style", "", ""), "The discussion is resolved."),
        (Standing("open", "style", "minor", ""), "The discussion is classified."),
        (Standing("open", "", "", ""), "The discussion is classified no more."),
        (Standing("open", "style", "", "Anton"), "The discussion is assigned to Anton."),
        (Standing("open", "question", "", "Anton"), "The discussion is classified and assigned to Anton."),
    ],
)
def test_only_what_changed_is_said(after: Standing, said: str) -> None:
    assert BEFORE.describe_change(after) == said


def test_what_was_resolved_is_open_again_and_what_was_given_is_nobodys() -> None:
    before = Standing("resolved", "", "", "Anton")
    assert before.describe_change(Standing("open", "", "", "Anton")) == "The discussion is open again."
    assert before.describe_change(Standing("resolved", "", "", "")) == "The discussion is assigned to nobody."
