"""Bodies and queries of terms."""

from workbench.api.protocol.fields import Choice, File, Objects, Schema, Text
from workbench.api.protocol.operations import PageQuery, WorkspaceQuery
from workbench.corpus import limits
from workbench.text.checking import STATUSES

__all__ = ["NewTerm", "NewTerms", "TermChanges", "TermQuery"]

_SCOPES = ("work", "workspace")
_SCOPE = "`workspace`: the glossary of all its works; `work` if not said."


class TermQuery(WorkspaceQuery, PageQuery):
    """How the glossary is sent; a file holds all of it."""

    format = Choice(["json", "csv", "tbx"], required=False, default="json")


class GivenRendering(Schema):
    """Words for a term; a star at the end stands for any ending."""

    language = Text(limit=35, required=False, default="", help_text="A BCP 47 tag; any language if not said.")
    words = Text(limit=limits.EQUIVALENCE, least=1, example="wrecker*")
    status = Choice(list(STATUSES), required=False, default="wanted", help_text="`wanted` if not said.")
    note = Text(limit=limits.REASON, required=False, default="")


class TermChanges(Schema):
    """What changes of a term. `renderings` are given all together."""

    least_members = 1
    words = Text(limit=limits.EQUIVALENCE, least=1, required=False)
    language = Text(limit=35, required=False)
    note = Text(limit=limits.REASON, required=False)
    renderings = Objects(child=GivenRendering(), most=limits.RENDERINGS, required=False)


class NewTerm(TermChanges):
    """A term with its renderings, and whose glossary it goes into."""

    words = Text(limit=limits.EQUIVALENCE, least=1)
    scope = Choice(list(_SCOPES), required=False, default="work", help_text=_SCOPE)


class NewTerms(Schema):
    """A glossary as a file."""

    file = File(help_text="CSV or TBX, at most 5 MB.")
    scope = Choice(list(_SCOPES), required=False, default="work", help_text=_SCOPE)
    dry_run = Choice(["true", "false"], required=False, help_text="Only say what would happen.")
