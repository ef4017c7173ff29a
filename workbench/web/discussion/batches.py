"""Several discussions changed or decided at once, and back again: what a form asks for, and what is kept to undo it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext, ngettext, ngettext_lazy

from workbench.accounts.models import User
from workbench.review.actions import Seen, ThreadChanges, ThreadEdit
from workbench.review.errors import Invalid
from workbench.review.models import Thread
from workbench.text.words.digits import read_digits

__all__ = [
    "Batch",
    "decisions_back",
    "edits_back",
    "read_batch",
    "read_decisions",
    "undoing_of",
    "undoing_of_decisions",
]


@dataclass(frozen=True, slots=True)
class Batch:
    """What is to be done to several discussions, and how to say so when it is done."""

    edits: Sequence[ThreadEdit]
    done: str


def read_batch(user: User, data: QueryDict) -> Batch:
    """Read which discussions were chosen, at the version shown, and what for. Raises `Invalid`."""
    versions = {pk: version for pk, version, _ in map(_read_chosen, data.getlist("thread"))}
    wanted, say = _wanted(data)
    edits = [ThreadEdit(one, versions[one.pk], _changes(one, wanted)) for one in _threads(user, list(versions))]
    return Batch(edits, say(len(edits)))


def read_decisions(user: User, data: QueryDict) -> list[Seen]:
    """Read which suggestions of which discussions were chosen, as they were shown. Raises `Invalid`."""
    chosen = {pk: (version, suggestion) for pk, version, suggestion in map(_read_chosen, data.getlist("thread"))}
    found = _threads(user, list(chosen))
    if any(chosen[one.pk][1] is None for one in found):
        message = gettext("Discussions in which one suggestion is open are expected: another is among those chosen.")
        raise Invalid.field("thread", message, code="no_open_suggestion")
    return [Seen(one, chosen[one.pk][0], chosen[one.pk][1] or 0) for one in found]


def undoing_of_decisions(seen: Sequence[Seen], accepted: Sequence[Thread]) -> dict[str, Any]:
    """Return what a session keeps to take back what was accepted: each thread as it stands now, its suggestion."""
    back = [[thread.pk, thread.version, one.suggestion] for thread, one in zip(accepted, seen, strict=True)]
    done = ngettext("%(n)s suggestion is accepted.", "%(n)s suggestions are accepted.", len(back)) % {"n": len(back)}
    return {"done": done, "accepted": back}


def decisions_back(user: User, kept: dict[str, Any]) -> list[Seen]:
    """Return what takes back what was accepted; of threads that are gone, nothing."""
    accepted = {pk: (version, suggestion) for pk, version, suggestion in kept["accepted"]}
    return [Seen(one, *accepted[one.pk]) for one in _threads(user, list(accepted))]


def undoing_of(batch: Batch) -> dict[str, Any]:
    """Return what a session keeps to undo a batch, read before it is done: each thread as it stands."""
    before = [[edit.thread.pk, edit.version + 1, _standing(edit.thread, edit.changes)] for edit in batch.edits]
    return {"done": batch.done, "before": before}


def edits_back(user: User, kept: dict[str, Any]) -> list[ThreadEdit]:
    """Return the edits that undo a batch; of threads that are gone, none."""
    before = {pk: (version, changes) for pk, version, changes in kept["before"]}
    found = _threads(user, list(before))
    return [ThreadEdit(one, before[one.pk][0], _with_assignee(before[one.pk][1])) for one in found]


def _threads(user: User, pks: Sequence[int]) -> Sequence[Thread]:
    found = Thread.objects.visible_to(user).filter(pk__in=pks)
    return list(found.select_related("assignee").order_by("pk"))


def _read_chosen(value: str) -> tuple[int, int, int | None]:
    """Read a box: the thread, its version, and the suggestion that is open in it if there is one."""
    pk, version, suggestion = (read_digits(part, longest=15) for part in [*value.split(":"), "", ""][:3])
    if pk is None or version is None:
        raise Invalid.field(
            "thread", gettext("Discussions with the version shown are expected."), code="invalid_thread"
        )
    return pk, version, suggestion


def _wanted(data: QueryDict) -> tuple[dict[str, Any], Callable[[int], str]]:
    """Return what is asked for, as the button says that was pressed, and how it is said of so many discussions."""
    does = data.get("do", "")
    if does == "assign":
        person = _person(data.get("assignee", ""))
        return {"assignee": person}, partial(_say_assigned, person)
    if does == "label":
        label = data.get("label", "").strip()
        if not label:
            raise Invalid.field("label", gettext("A label is expected."), code="required")
        return {"label": label}, partial(_say_labelled, label)
    if does not in _SETTLED:
        raise Invalid.field("do", gettext("Something to do with them is expected."), code="unknown_act")
    return {"state": does}, lambda number: _SETTLED[does] % {"n": number}


_SETTLED = {
    "resolved": ngettext_lazy("%(n)s discussion is resolved.", "%(n)s discussions are resolved.", "n"),
    "wont_fix": ngettext_lazy(
        "%(n)s discussion is closed: won’t fix.", "%(n)s discussions are closed: won’t fix.", "n"
    ),
    "open": ngettext_lazy("%(n)s discussion is open again.", "%(n)s discussions are open again.", "n"),
}


def _say_assigned(person: User | None, number: int) -> str:
    if person is None:
        said = ngettext("%(n)s discussion is assigned to nobody.", "%(n)s discussions are assigned to nobody.", number)
        return said % {"n": number}
    said = ngettext(
        "%(n)s discussion is assigned to %(person)s.", "%(n)s discussions are assigned to %(person)s.", number
    )
    return said % {"n": number, "person": person}


def _say_labelled(label: str, number: int) -> str:
    said = ngettext("%(n)s discussion is labelled “%(label)s”.", "%(n)s discussions are labelled “%(label)s”.", number)
    return said % {"n": number, "label": label}


def _person(name: str) -> User | None:
    found: User | None = User.objects.filter(username=name).first()
    if name and found is None:
        raise Invalid.field("assignee", gettext("A member of the workspace is expected."), code="not_a_member")
    return found


def _changes(thread: Thread, wanted: dict[str, Any]) -> ThreadChanges:
    if "label" in wanted:
        return {"labels": list(dict.fromkeys([*thread.label_names, wanted["label"]]))}
    changes: ThreadChanges = {}
    changes.update(wanted)  # type: ignore[typeddict-item]
    return changes


def _standing(thread: Thread, changes: ThreadChanges) -> dict[str, Any]:
    """How a thread stands in what is to be changed, as a session can keep it."""
    stands = {
        "state": thread.state,
        "assignee": thread.assignee.username if thread.assignee else "",
        "labels": list(thread.label_names),
    }
    return {name: stands[name] for name in changes}


def _with_assignee(kept: dict[str, Any]) -> ThreadChanges:
    changes: ThreadChanges = {}
    changes.update({**kept, **({"assignee": _person(kept["assignee"])} if "assignee" in kept else {})})  # type: ignore[typeddict-item]
    return changes
