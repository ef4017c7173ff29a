"""Bodies about who reads a work without an account."""

from workbench.api.protocol.fields import Choice, Flag, Schema, Whole
from workbench.corpus.models import Remarks, Visibility
from workbench.publishing.actions import MOST_LINK_DAYS

__all__ = ["ReadersChanges"]


class ReadersChanges(Schema):
    """What may be changed; what is left out stays."""

    least_members = 1
    visibility = Choice(Visibility.values, required=False, help_text="link makes a new link; the former one ends.")
    days = Whole(
        minimum=1,
        maximum=MOST_LINK_DAYS,
        required=False,
        help_text="After how many days a new link ends; never if not said.",
    )
    remarks = Choice(Remarks.values, required=False, help_text="Which remarks are shown.")
    takes_words = Flag(required=False, help_text="Whether readers may send remarks.")
    is_framed = Flag(required=False, help_text="Whether passages may stand in pages of others.")
