"""What a review queue can be asked for: all of it stands in the address."""

from collections.abc import Iterable, Mapping
from datetime import datetime, time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.http import urlencode

from workbench.accounts.models import User
from workbench.corpus import limits
from workbench.corpus.models import Work
from workbench.review.classification import Lists
from workbench.review.filters import ANY_CHECK, NOBODY, UNSETTLED, ThreadFilter
from workbench.review.models import Thread
from workbench.web.site.forms import PageForm
from workbench.web.typesetting.checks import CHECK_WORDS

__all__ = ["ME", "PRESETS", "QueueForm"]

ME = "(me)"
STATES = [("", "Open or in progress"), *Thread.State.choices, ("all", "All")]
WAITING = [
    ("", "Waits for anything"),
    ("answer", "Waits for a first answer"),
    ("suggestion", "Waits for a decision"),
    ("orphan", "Waits for its lost words"),
]
EITHER = [("", "Either way"), ("true", "Yes"), ("false", "No")]
FURTHER = (
    "category",
    "author",
    "mentions",
    "translation",
    "passage",
    "label",
    "check",
    "whole",
    "orphaned",
    "unanswered",
    "since",
)
CHECKS = [("", "Or by people"), (ANY_CHECK, "Any check"), *CHECK_WORDS.items()]
ORDERS = [
    ("severity", "Gravest first"),
    ("place", "As in the text"),
    ("newest", "Latest first"),
    ("oldest", "Oldest first"),
]
PRESETS = [
    ("For me", "assignee=(me)"),
    ("Mentions me", "mentions=me"),
    ("Unanswered", "unanswered=true"),
    ("Suggestions", "waiting=suggestion"),
    ("Words gone", "orphaned=true"),
]
"""What most look for, as queries of the queue."""
_SAID = {"q": "words", "whole": "is_of_work", "orphaned": "is_orphaned", "unanswered": "is_unanswered"}
"""Fields that the filter calls otherwise."""


class QueueForm(PageForm):
    """The filters over the queue."""

    q = forms.CharField(
        label="Words of comments",
        max_length=limits.SEARCH,
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "placeholder": "Search comments"}),
    )
    state = forms.ChoiceField(label="State", choices=STATES, required=False)
    waiting = forms.ChoiceField(label="Waits for", choices=WAITING, required=False)
    severity = forms.CharField(label="Severity", max_length=limits.SEVERITY, required=False)
    category = forms.CharField(label="Category", max_length=limits.CATEGORY, required=False)
    assignee = forms.CharField(label="Assigned to", max_length=150, required=False)
    author = forms.CharField(label="Begun by", max_length=150, required=False)
    mentions = forms.ChoiceField(label="Mentions", choices=[("", "Anybody"), ("me", "Me")], required=False)
    translation = forms.CharField(label="Translation", max_length=limits.SIGLUM, required=False)
    passage = forms.CharField(label="Passage", max_length=limits.REFERENCE, required=False)
    label = forms.CharField(label="Label", max_length=limits.LABEL, required=False)
    check = forms.ChoiceField(label="Found by a check", choices=CHECKS, required=False)
    whole = forms.ChoiceField(label="On the work as a whole", choices=EITHER, required=False)
    orphaned = forms.ChoiceField(label="Words gone", choices=EITHER, required=False)
    unanswered = forms.ChoiceField(label="Unanswered", choices=EITHER, required=False)
    since = forms.DateField(label="Changed since", required=False, widget=forms.DateInput(attrs={"type": "date"}))
    order = forms.ChoiceField(label="In order of", choices=ORDERS, required=False)

    def __init__(self, *args: Any, people: Iterable[User], lists: Iterable[Lists], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = [(person.username, str(person)) for person in people]
        named = self.people
        self._offer("assignee", [("", "For anybody"), (ME, "For me"), (NOBODY, "For nobody"), *named])
        for name, choices in _named(list(lists)).items():
            self._offer(name, [("", f"Any {name}"), *choices])
        self._offer("author", [("", "Anybody"), (ME, "Me"), *named])

    @property
    def usual(self) -> Iterable[forms.BoundField]:
        """The filters that are always in sight."""
        return [self[name] for name in ("q", "state", "waiting", "severity", "assignee", "order")]

    @property
    def further(self) -> Iterable[forms.BoundField]:
        """The filters that are unfolded when they are needed."""
        return [self[name] for name in FURTHER]

    @property
    def has_further(self) -> bool:
        """Whether one of the further filters is set."""
        return any(self.data.get(name) for name in FURTHER)

    @property
    def query(self) -> str:
        """What a valid form asks for, as it stands in an address."""
        return urlencode({name: value for name in self.cleaned_data if (value := self.data.get(name))})

    def wanted(self, user: User, work: Work | None) -> ThreadFilter:
        """Return what a valid form asks for; `(me)` is the user."""
        given: dict[str, Any] = {_SAID.get(name, name): value for name, value in self.cleaned_data.items()}
        given |= {name: user.username for name, value in given.items() if value == ME}
        given |= {name: {"true": True, "false": False}.get(given[name]) for name in _SAID.values() if name != "words"}
        given["mentions"] = user.username if given["mentions"] else ""
        given["state"] = {"": UNSETTLED, "all": ""}.get(given["state"], given["state"])
        given["order"] = given["order"] or "severity"
        if given["since"] is not None:
            given["since"] = timezone.make_aware(datetime.combine(given["since"], time.min))
        return ThreadFilter(work=work, **given)

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        self.fields[name] = forms.ChoiceField(label=self.fields[name].label, choices=choices, required=False)


def _named(lists: Iterable[Lists]) -> Mapping[str, list[tuple[str, str]]]:
    """Return the categories and severities of several workspaces, each name once."""
    categories = {name: label for one in lists for name, label in one.category_choices}
    severities = {name: label for one in lists for name, label in one.severity_choices}
    return {"category": list(categories.items()), "severity": list(severities.items())}
