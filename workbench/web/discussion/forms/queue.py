"""What a review queue can be asked for: all of it stands in the address."""

from collections.abc import Iterable
from typing import Any

from django import forms

from workbench.accounts.models import User
from workbench.corpus import limits
from workbench.corpus.models import Work
from workbench.review.classification import Lists
from workbench.review.filters import NOBODY, UNSETTLED, ThreadFilter
from workbench.review.models import Thread
from workbench.web.site.forms import PageForm

__all__ = ["ME", "QueueForm"]

ME = "(me)"
STATES = [("", "Open or in progress"), *Thread.State.choices, ("all", "All")]
WAITING = [
    ("", "Anything"),
    ("answer", "A first answer"),
    ("suggestion", "A decision on a suggestion"),
    ("orphan", "Words that were lost"),
]
FURTHER = ("category", "author", "translation", "passage")
ORDERS = [("", "Place in the text"), ("severity", "Weight"), ("newest", "Newest"), ("oldest", "Oldest")]


class QueueForm(PageForm):
    """The filters over the queue."""

    state = forms.ChoiceField(label="State", choices=STATES, required=False)
    waiting = forms.ChoiceField(label="Waits for", choices=WAITING, required=False)
    severity = forms.CharField(label="Severity", max_length=limits.SEVERITY, required=False)
    category = forms.CharField(label="Category", max_length=limits.CATEGORY, required=False)
    assignee = forms.CharField(label="Assigned to", max_length=150, required=False)
    author = forms.CharField(label="Begun by", max_length=150, required=False)
    translation = forms.CharField(label="Translation", max_length=limits.SIGLUM, required=False)
    passage = forms.CharField(label="Passage", max_length=limits.REFERENCE, required=False)
    order = forms.ChoiceField(label="In order of", choices=ORDERS, required=False)

    def __init__(self, *args: Any, people: Iterable[User], lists: Iterable[Lists], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(person.username, str(person)) for person in people]
        self._offer("assignee", [("", "Anybody"), (ME, "Me"), (NOBODY, "Nobody"), *named])
        for name, choices in _named(list(lists)).items():
            self._offer(name, [("", "Any"), *choices])
        self._offer("author", [("", "Anybody"), (ME, "Me"), *named])

    @property
    def usual(self) -> Iterable[forms.BoundField]:
        """The filters that are always in sight."""
        return [self[name] for name in ("state", "waiting", "severity", "assignee", "order")]

    @property
    def further(self) -> Iterable[forms.BoundField]:
        """The filters that are unfolded when they are needed."""
        return [self[name] for name in FURTHER]

    @property
    def has_further(self) -> bool:
        """Whether one of the further filters is set."""
        return any(self.data.get(name) for name in FURTHER)

    def wanted(self, user: User, work: Work | None) -> ThreadFilter:
        """Return what a valid form asks for; `(me)` is the user."""
        given = {name: user.username if value == ME else value for name, value in self.cleaned_data.items()}
        given["state"] = {"": UNSETTLED, "all": ""}.get(given["state"], given["state"])
        given["order"] = given["order"] or "place"
        return ThreadFilter(work=work, **given)

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        self.fields[name] = forms.ChoiceField(label=self.fields[name].label, choices=choices, required=False)


def _named(lists: Iterable[Lists]) -> dict[str, list[tuple[str, str]]]:
    """Return the categories and severities of several workspaces, each name once."""
    categories = {name: label for one in lists for name, label in one.category_choices}
    severities = {name: label for one in lists for name, label in one.severity_choices}
    return {"category": list(categories.items()), "severity": list(severities.items())}
