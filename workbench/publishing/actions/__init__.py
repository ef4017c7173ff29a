"""What may be done with frozen states, and who reads them and works without an account: one function each."""

from workbench.publishing.actions.freezing import FreezingWishes, freeze
from workbench.publishing.actions.showing import MOST_LINK_DAYS, ShowingWishes, set_visibility, show_work

__all__ = ["MOST_LINK_DAYS", "FreezingWishes", "ShowingWishes", "freeze", "set_visibility", "show_work"]
