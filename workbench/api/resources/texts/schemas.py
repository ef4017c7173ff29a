"""Bodies and queries about passages, translations, variants and revisions."""

from workbench.api.protocol.fields import Choice, Digits, Named, Objects, Schema, Text, Whole
from workbench.api.protocol.operations import WHICH_WORKSPACE, PageQuery, WorkspaceQuery
from workbench.corpus import limits
from workbench.corpus.models import Presence, Shown, Translation
from workbench.interchange.limits import MAX_FOOTNOTE, MAX_SPANS
from workbench.interchange.vocabulary import MARKUP

__all__ = [
    "IncludeQuery",
    "NewPassage",
    "NewTranslation",
    "NewVariant",
    "PassageChanges",
    "PassageListQuery",
    "PassageQuery",
    "Resegmentation",
    "Restoration",
    "TranslationChanges",
    "VariantChanges",
    "VariantListQuery",
    "WorkRowsQuery",
]


class WorkRowsQuery(WorkspaceQuery, PageQuery):
    """Rows of a work, or of all works you may see."""

    work = Text(required=False, help_text="A work's slug.")


class IncludeQuery(Schema):
    """What to embed."""

    include = Choice(["variants"], required=False, help_text="Embed the variants of each passage.")


class PassageQuery(IncludeQuery):
    """One passage."""


class PassageListQuery(IncludeQuery, WorkRowsQuery):
    """Passages of a work in their order."""

    reference = Text(
        required=False,
        help_text="The passage with exactly this reference; with `work`, also a chapter, a range (John 3:16-18), "
        "or all that begin so (Ps.23.).",
    )


class TranslationChanges(Schema):
    """What may be changed of a translation; what is left out stays."""

    least_members = 1
    siglum = Text(limit=limits.SIGLUM, least=1, required=False)
    language = Text(limit=35, required=False, help_text="BCP 47 tag.")
    role = Choice(Translation.Role.values, required=False)
    translator = Text(limit=limits.LINE, required=False)
    year = Text(limit=40, required=False)
    citation = Text(limit=limits.NOTE, required=False)
    rights = Text(limit=limits.NOTE, required=False)
    notes = Text(limit=limits.NOTE, required=False)
    title = Text(limit=limits.LINE, required=False, help_text="The rendering's own title.")
    source = Text(limit=limits.ADDRESS, required=False, help_text="The address of its text.")  # type: ignore[assignment]
    numbering = Text(limit=limits.NUMBERING, required=False, help_text="How it counts passages, if not as the work.")
    shown = Choice(Shown.values, required=False, help_text="What people without an account see; for owners to say.")


class NewTranslation(TranslationChanges):
    """A translation to be added to a work, at the end."""

    work = Text(help_text="The work's slug.")
    workspace = Text(required=False, help_text=WHICH_WORKSPACE)
    siglum = Text(limit=limits.SIGLUM, least=1)
    shown = None  # type: ignore[assignment] # for owners to say, of what is there


class PassageChanges(Schema):
    """What may be changed of a passage; what is left out stays."""

    least_members = 1
    reference = Text(limit=limits.REFERENCE, least=1, required=False)
    heading = Text(limit=limits.LINE, required=False)
    position = Whole(minimum=1, maximum=2**31 - 1, required=False)


class NewPassage(PassageChanges):
    """A passage to be added to a work, at `position` (from 1) or at the end."""

    work = Text(help_text="The work's slug.")
    workspace = Text(required=False, help_text=WHICH_WORKSPACE)
    reference = Text(limit=limits.REFERENCE, least=1)


class VariantListQuery(WorkspaceQuery, PageQuery):
    """Variants of a work, a passage or a translation."""

    work = Text(required=False, help_text="A work's slug.")
    passage = Digits(required=False, help_text="A passage's id.")
    translation = Named(required=False, least=1, help_text="A siglum, or a translation's id.")


class GivenSpan(Schema):
    """Markup of the words `start:end`, or of a point where the two are one."""

    kind = Choice(MARKUP)
    start = Whole(maximum=limits.VARIANT)
    end = Whole(maximum=limits.VARIANT)
    value = Text(limit=limits.LINE, required=False, default="")
    text = Text(limit=MAX_FOOTNOTE, required=False, default="")
    language = Text(limit=35, required=False, default="")


class VariantChanges(Schema):
    """The next state of a variant, and why. What is left out stays; what is omitted, joined or lacunose has no text.

    Markup that is left out goes along with its words.
    """

    least_members = 1
    text = Text(limit=limits.VARIANT, required=False)
    presence = Choice(Presence.values, required=False)
    markup = Objects(child=GivenSpan(), most=MAX_SPANS, required=False)
    reason = Text(limit=limits.REASON, required=False, default="")


class NewVariant(Schema):
    """What a translation says for a passage, entered for the first time."""

    passage = Whole(help_text="A passage's id.")
    translation = Whole(help_text="A translation's id.")
    text = Text(limit=limits.VARIANT, required=False, default="")
    presence = Choice(Presence.values, required=False, default=Presence.PRESENT.value)
    markup = Objects(child=GivenSpan(), most=MAX_SPANS, required=False)
    reason = Text(limit=limits.REASON, required=False, default="")


class Restoration(Schema):
    """Which revision shall be the present text again."""

    revision = Whole(minimum=1, maximum=2**31 - 1, help_text="A revision's number.")


class Resegmentation(Schema):
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
