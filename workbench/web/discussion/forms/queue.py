"""What a review queue can be asked for: all of it stands in the address."""

from collections.abc import Iterable
from typing import Any

from django import forms

from workbench.accounts.models import User
from workbench.corpus import limits
from workbench.corpus.models import Work
from workbench.review.filters import NOBODY, ThreadFilter
from workbench.review.models import Category, Severity
from workbench.web.site.forms import PageForm

__all__ = ["ME", "QueueForm"]

ME = "(me)"
STATES = [("", "Open"), ("resolved", "Resolved"), ("all", "All")]
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
    severity = forms.ChoiceField(label="Severity", choices=[("", "Any"), *Severity.choices], required=False)
    category = forms.ChoiceField(label="Category", choices=[("", "Any"), *Category.choices], required=False)
    assignee = forms.CharField(label="Assigned to", max_length=150, required=False)
    author = forms.CharField(label="Begun by", max_length=150, required=False)
    translation = forms.CharField(label="Translation", max_length=limits.SIGLUM, required=False)
    passage = forms.CharField(label="Passage", max_length=limits.REFERENCE, required=False)
    order = forms.ChoiceField(label="In order of", choices=ORDERS, required=False)

    def __init__(self, *args: Any, people: Iterable[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(person.username, str(person)) for person in people]
        self._offer("assignee", [("", "Anybody"), (ME, "Me"), (NOBODY, "Nobody"), *named])
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
        given["state"] = {"": "open", "all": ""}.get(given["state"], given["state"])
        given["order"] = given["order"] or "place"
        return ThreadFilter(work=work, **given)

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        self.fields[name] = forms.ChoiceField(label=self.fields[name].label, choices=choices, required=False)
