"""What may be done with frozen states, who reads them and works without an account, and what such readers send."""

from workbench.publishing.actions.freezing import FreezingWishes, freeze
from workbench.publishing.actions.sending import Words, refuse_words, send_words, take_words
from workbench.publishing.actions.showing import MOST_LINK_DAYS, ShowingWishes, set_visibility, show_work

__all__ = [
    "MOST_LINK_DAYS",
    "FreezingWishes",
    "ShowingWishes",
    "Words",
    "freeze",
    "refuse_words",
    "send_words",
    "set_visibility",
    "show_work",
    "take_words",
]
