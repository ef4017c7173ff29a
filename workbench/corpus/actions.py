"""Every write about works and texts: one function per thing a person can do, atomic; it does it, or raises.

Errors are those of `corpus.errors`: `NotAllowed` for the role, `Invalid` for what was typed, `Conflict` for what the
state of things forbids, `Stale` when somebody else was first. `version` is the state the person had before their eyes.
"""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from django.db import IntegrityError, transaction
from django.db.models import F, Max, Model, RestrictedError
from django.utils import timezone
from django.utils.text import slugify

from workbench.accounts.checks import checked_language, checked_line, checked_text
from workbench.accounts.models import Role, User, Versioned, Workspace
from workbench.corpus import limits
from workbench.corpus.errors import Conflict, Invalid, Stale
from workbench.corpus.models import Passage, Presence, Revision, Translation, Variant, Work
from workbench.corpus.permissions import require_role

__all__ = [
    "add_passage",
    "add_translation",
    "create_work",
    "delete_passage",
    "delete_translation",
    "delete_work",
    "edit_passage",
    "edit_translation",
    "edit_work",
    "enter_variant",
    "write_revision",
]

Row = TypeVar("Row", bound=Versioned)
New = TypeVar("New", bound=Model)


# --- works ------------------------------------------------------------------------------------------
@transaction.atomic
def create_work(*, actor: User, workspace: Workspace, title: str, slug: str = "", **details: str) -> Work:
    """Make a work. `details` may hold author, language and description; without `slug` one is made from the title."""
    require_role(actor, workspace, Role.EDITOR)
    fields = _checked_work({"title": title, **details})
    fields["slug"] = _checked_slug(slug) if slug else _free_slug(workspace, fields["title"])
    return _created(Work(workspace=workspace, created_by=actor, **fields), "slug")


@transaction.atomic
def edit_work(*, actor: User, work: Work, version: int, changes: Mapping[str, str]) -> Work:
    """Change title, slug, author, language or description."""
    require_role(actor, work.workspace_id, Role.EDITOR)
    fields: dict[str, Any] = _checked_work(changes)
    if "slug" in fields:
        fields["slug"] = _checked_slug(fields["slug"])
    return _replaced(work, version, {**fields, "updated_at": timezone.now()}, "slug")


@transaction.atomic
def delete_work(*, actor: User, work: Work, version: int) -> None:
    """Delete a work with all its texts and threads, for good. Owners only."""
    require_role(actor, work.workspace_id, Role.OWNER)
    if not Work.objects.replace(work, version=version):
        raise _stale(work)
    work.delete()


# --- translations -----------------------------------------------------------------------------------
@transaction.atomic
def add_translation(*, actor: User, work: Work, siglum: str, **details: str) -> Translation:
    """Add a translation at the end. `details` may hold language, role, translator, year, citation, rights, notes."""
    require_role(actor, work.workspace_id, Role.EDITOR)
    fields = _checked_translation({"siglum": siglum, **details})
    position = _next_position(work.translations.select_for_update())
    row = Translation(workspace_id=work.workspace_id, work=work, position=position, **fields)
    return _created(row, "siglum")


@transaction.atomic
def edit_translation(*, actor: User, translation: Translation, version: int, changes: Mapping[str, str]) -> Translation:
    """Change what is said of a translation."""
    require_role(actor, translation.workspace_id, Role.EDITOR)
    return _replaced(translation, version, _checked_translation(changes), "siglum")


@transaction.atomic
def delete_translation(*, actor: User, translation: Translation, version: int) -> None:
    """Delete a translation and its texts. Refused while threads speak of its words. Owners only."""
    require_role(actor, translation.workspace_id, Role.OWNER)
    _delete_undiscussed(translation, version)


# --- passages ---------------------------------------------------------------------------------------
@transaction.atomic
def add_passage(*, actor: User, work: Work, reference: str, heading: str = "", position: int | None = None) -> Passage:
    """Add a passage at `position` (from 1; the ones from there on move down), or at the end."""
    require_role(actor, work.workspace_id, Role.EDITOR)
    fields = _checked_passage({"reference": reference, "heading": heading})
    end = _next_position(work.passages.select_for_update())
    place = end if position is None else position
    if not 1 <= place <= end:
        raise Invalid.field("position", f"A position from 1 to {end} is expected.", code="out_of_range")
    _make_room(work, place)
    return _created(Passage(workspace_id=work.workspace_id, work=work, position=place, **fields), "reference")


@transaction.atomic
def edit_passage(*, actor: User, passage: Passage, version: int, changes: Mapping[str, str]) -> Passage:
    """Change a passage's reference or heading."""
    require_role(actor, passage.workspace_id, Role.EDITOR)
    return _replaced(passage, version, _checked_passage(changes), "reference")


@transaction.atomic
def delete_passage(*, actor: User, passage: Passage, version: int) -> None:
    """Delete a passage and its texts. Refused while threads speak of it. Owners only."""
    require_role(actor, passage.workspace_id, Role.OWNER)
    _delete_undiscussed(passage, version)


# --- texts ------------------------------------------------------------------------------------------
@transaction.atomic
def enter_variant(
    *,
    actor: User,
    passage: Passage,
    translation: Translation,
    text: str,
    presence: str = Presence.PRESENT,
    reason: str = "",
) -> Variant:
    """Enter what a translation says for a passage for the first time, as revision 1."""
    require_role(actor, passage.workspace_id, Role.EDITOR)
    if translation.work_id != passage.work_id:
        raise Invalid.field("translation", "A translation of the passage's work is expected.", code="other_work")
    now = timezone.now()
    state = _checked_state(text, presence)
    variant = Variant(
        workspace_id=passage.workspace_id,
        work_id=passage.work_id,
        passage=passage,
        translation=translation,
        updated_at=now,
        **state,
    )
    _created(variant, "translation")
    _append_revision(variant, actor=actor, number=1, reason=reason, now=now)
    return variant


@transaction.atomic
def write_revision(*, actor: User, variant: Variant, version: int, text: str, presence: str, reason: str) -> Variant:
    """Write a variant's next state. Doors call `review.actions.revise_variant`, which also carries the anchors.

    Writing what stands there already changes nothing. Raises `Stale` with the variant if it is not at `version`.
    """
    require_role(actor, variant.workspace_id, Role.EDITOR)
    state = _checked_state(text, presence)
    current = Variant.objects.select_for_update().get(pk=variant.pk)
    if current.version != version:
        raise _stale(current)
    if (current.text, current.presence) == (state["text"], state["presence"]):
        return current
    now = timezone.now()
    changed = _replaced(current, version, {**state, "updated_at": now}, "text")
    _append_revision(changed, actor=actor, number=version + 1, reason=reason, now=now)
    return changed


# --- the parts --------------------------------------------------------------------------------------
def _checked_work(given: Mapping[str, str]) -> dict[str, str]:
    lines = {"title": limits.TITLE, "author": limits.LINE, "slug": limits.SLUG}
    return _checked(given, lines, texts=("description",), required=("title",))


def _checked_translation(given: Mapping[str, str]) -> dict[str, str]:
    lines = {"siglum": limits.SIGLUM, "role": 11, "translator": limits.LINE, "year": 40}
    fields = _checked(given, lines, texts=("citation", "rights", "notes"), required=("siglum",))
    if fields.get("role", Translation.Role.TRANSLATION) not in Translation.Role.values:
        raise Invalid.field("role", f"One of {', '.join(Translation.Role.values)} is expected.", code="unknown_role")
    return fields


def _checked_passage(given: Mapping[str, str]) -> dict[str, str]:
    return _checked(given, {"reference": limits.REFERENCE, "heading": limits.LINE}, required=("reference",))


def _checked(
    given: Mapping[str, str],
    lines: Mapping[str, int],
    *,
    texts: Iterable[str] = (),
    required: Iterable[str] = (),
) -> dict[str, str]:
    checked: dict[str, str] = {}
    for name, value in given.items():
        if name == "language":
            checked[name] = checked_language(name, value)
        elif name in lines:
            checked[name] = checked_line(name, value, maximum=lines[name], required=name in required)
        elif name in texts:
            checked[name] = checked_text(name, value, maximum=limits.NOTE)
        else:
            raise Invalid.field(name, "This field is not known here.", code="unknown_field")
    return checked


def _checked_state(text: str, presence: str) -> dict[str, str]:
    if presence not in Presence.values:
        raise Invalid.field("presence", f"One of {', '.join(Presence.values)} is expected.", code="unknown_presence")
    text = checked_text("text", text, maximum=limits.VARIANT)
    if presence != Presence.PRESENT and text:
        raise Invalid.field("text", f"A passage that is {presence} has no text of its own.", code="absent_with_text")
    return {"text": text, "presence": presence}


def _checked_slug(slug: str) -> str:
    if slugify(slug) != slug or not slug:
        raise Invalid.field("slug", "Lower-case letters, digits and hyphens are expected.", code="invalid_slug")
    return slug


def _free_slug(workspace: Workspace, title: str) -> str:
    stem = slugify(title)[: limits.SLUG - 6].strip("-") or "work"
    taken = set(Work.objects.filter(workspace=workspace, slug__startswith=stem).values_list("slug", flat=True))
    numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    return next(slug for slug in (stem, *numbered) if slug not in taken)


def _next_position(rows: Any) -> int:
    return (rows.order_by("-position").values_list("position", flat=True).first() or 0) + 1


def _make_room(work: Work, place: int) -> None:
    """Move the passages from `place` on one down, by way of free positions: the constraint holds at each row."""
    later = work.passages.filter(position__gte=place)
    top = later.aggregate(top=Max("position"))["top"]
    if top is not None:
        later.update(position=F("position") + top)
        work.passages.filter(position__gte=place + top).update(position=F("position") - top + 1)


def _append_revision(variant: Variant, *, actor: User, number: int, reason: str, now: Any) -> Revision:
    return Revision.objects.create(
        workspace_id=variant.workspace_id,
        variant=variant,
        number=number,
        text=variant.text,
        presence=variant.presence,
        reason=checked_line("reason", reason, maximum=limits.REASON),
        author=actor,
        created_at=now,
    )


def _created(row: New, unique: str) -> New:
    """Save a new row; a clash on the field `unique` becomes a `Conflict`."""
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        raise _taken(unique) from error
    return row


def _replaced(row: Row, version: int, fields: Mapping[str, Any], unique: str) -> Row:
    """Write fields over a row that must be at `version`; return it as it then stands."""
    manager: Any = type(row)._default_manager
    try:
        with transaction.atomic():
            if not manager.replace(row, version=version, **fields):
                raise _stale(row)
    except IntegrityError as error:
        raise _taken(unique) from error
    row.refresh_from_db()
    return row


def _stale(row: Model) -> Stale:
    row.refresh_from_db()
    return Stale("Somebody else changed this in the meantime; nothing was overwritten.", current=row)


def _taken(field: str) -> Conflict:
    return Conflict(f"This {field} is taken already.", code="taken", fields={field: "Another one is expected."})


def _delete_undiscussed(row: Translation | Passage, version: int) -> None:
    manager: Any = type(row)._default_manager
    if not manager.replace(row, version=version):
        raise _stale(row)
    try:
        row.delete()
    except RestrictedError as error:
        raise Conflict("Threads speak of this; it stays while they do.", code="discussed") from error
