"""Bodies of replacing."""

from workbench.api.protocol.fields import Choice, Flag, Schema, Text
from workbench.corpus import limits

__all__ = ["NewReplacement"]


class NewReplacement(Schema):
    """What becomes what, and how."""

    find = Text(limit=limits.EQUIVALENCE, least=1, help_text="A word or phrase, as a whole.")
    put = Text(limit=limits.EQUIVALENCE, help_text="What it becomes; empty: it goes.")
    translation = Text(required=False, help_text="A siglum or an id; all translations if not said.")
    match_case = Flag(required=False, default=True, help_text="false: capitals are passed over.")
    way = Choice(["edits", "suggestions"], required=False, default="edits", help_text="`edits` if not said.")
    dry_run = Flag(required=False, default=False, help_text="Only say what would change.")
