"""The sentences of packages that know no Django, as far as pages show them: to be translated (`telling`).

A value stands in a hole; what fills one called `told…` is a sentence or a name of these tables itself.
"""

from collections.abc import Callable

from django.utils.translation import gettext_noop, ngettext

__all__ = ["COUNTED", "SENTENCES"]

SENTENCES = (gettext_noop("as it is"),)
COUNTED: tuple[Callable[[int], str], ...] = (
    lambda n: ngettext("%(number)s picture is left out.", "%(number)s pictures are left out.", n),
)
"""Those with a number, which English may say in the plural of one thing too."""
