"""Bodies and queries about variants, revisions and differences."""

from workbench.api.fields import Choice, ChoiceList, Choices, Digits, Shape, Text, Whole
from workbench.api.operations import PageQuery, WorkspaceQuery
from workbench.corpus import limits
from workbench.corpus.models import Presence
from workbench.text import IGNORABLE

__all__ = [
    "CollationQuery",
    "DiffQuery",
    "NewVariant",
    "Restoration",
    "Sharing",
    "TwoTexts",
    "VariantChanges",
    "VariantListQuery",
    "VariationQuery",
]


class VariantListQuery(WorkspaceQuery, PageQuery):
    """Variants of a work, a passage or a translation."""

    work = Text(required=False, help_text="A work's slug.")
    passage = Digits(required=False, help_text="A passage's id.")
    translation = Digits(required=False, help_text="A translation's id.")


class VariantChanges(Shape):
    """The next state of a variant, and why. What is left out stays; what is omitted or joined has no text."""

    least_members = 1
    text = Text(limit=limits.VARIANT, required=False)
    presence = Choice(Presence.values, required=False)
    reason = Text(limit=limits.REASON, required=False, default="")


class NewVariant(Shape):
    """What a translation says for a passage, entered for the first time."""

    passage = Whole(help_text="A passage's id.")
    translation = Whole(help_text="A translation's id.")
    text = Text(limit=limits.VARIANT, required=False, default="")
    presence = Choice(Presence.values, required=False, default=Presence.PRESENT.value)
    reason = Text(limit=limits.REASON, required=False, default="")


class Restoration(Shape):
    """Which revision shall be the present text again."""

    revision = Whole(minimum=1, maximum=2**31 - 1, help_text="A revision's number.")


class Sharing(Shape):
    """What two neighbouring passages say from now on: the words that both have now, none more and none less.

    An empty `text` makes the first omitted, an empty `following_text` the second joined.
    """

    text = Text(limit=limits.VARIANT)
    following_text = Text(limit=limits.VARIANT)
    following_version = Whole(
        minimum=0,
        maximum=2**31 - 1,
        help_text="The version of the next passage's variant that you read; 0 if none is entered.",
    )
    reason = Text(limit=limits.REASON, required=False, default="")


class DiffQuery(Shape):
    """Which two variants to compare, and what makes no difference."""

    left = Text(help_text="A siglum, or a variant's id.")
    right = Text(help_text="A siglum, or a variant's id.")
    ignore = Choices(sorted(IGNORABLE), required=False, default=frozenset(), help_text="What makes no difference.")


class CollationQuery(Shape):
    """Which variants to collate, whose text is the base, and what makes no difference."""

    base = Text(required=False, help_text="A siglum: whose reading comes first, and what the apparatus refers to.")
    translations = Text(required=False, help_text="Sigla separated by commas, if not all.")
    ignore = Choices(sorted(IGNORABLE), required=False, default=frozenset(), help_text="What makes no difference.")
    joined = Choice(["true", "false"], required=False, help_text="Join neighbouring places into longer readings.")
    regions = Choice(["true", "false"], required=False, help_text="Join neighbouring places where any two part.")


class VariationQuery(WorkspaceQuery, PageQuery):
    """Which passages to look at in which order, in which translations, and what makes no difference."""

    first = Digits(minimum=1, maximum=2**31 - 1, required=False, default=1, help_text="A position; 1 if not said.")
    last = Digits(minimum=1, maximum=2**31 - 1, required=False, help_text="A position; the last one if not said.")
    translations = Text(required=False, help_text="Sigla separated by commas, if not all.")
    ignore = Choices(sorted(IGNORABLE), required=False, default=frozenset(), help_text="What makes no difference.")
    sort = Choice(["work", "most", "least"], required=False, default="work", help_text="Which passages come first.")


class TwoTexts(Shape):
    """Two texts that need not be stored here, and what makes no difference."""

    left = Text(limit=limits.VARIANT)
    right = Text(limit=limits.VARIANT)
    ignore = ChoiceList(sorted(IGNORABLE), required=False, default=frozenset())
