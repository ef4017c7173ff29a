"""How numbers are written in the reader's language: the sign before decimals, thousands, percentages; and words low."""

from django.utils.formats import get_format
from django.utils.translation import get_language, gettext

__all__ = ["grouped", "localised", "lowered", "percent", "whole_percent"]


def localised(figure: str) -> str:
    """Return a number written as Python writes it (1,234.5) as the reader's language writes it."""
    signs = {",": get_format("THOUSAND_SEPARATOR"), ".": get_format("DECIMAL_SEPARATOR")}
    return "".join(str(signs.get(one, one)) for one in figure)


def grouped(number: int) -> str:
    """Write a count with its thousands parted."""
    return localised(f"{number:,}")


def percent(share: float) -> str:
    """Write a share as a percentage: tenths below ten."""
    hundredths = 100 * share
    return _percentage(f"{hundredths:.1f}" if 0.05 <= abs(hundredths) < 9.95 else f"{hundredths:.0f}")


def whole_percent(share: float) -> str:
    """Write a share as a whole percentage."""
    return _percentage(f"{100 * share:.0f}")


def lowered(label: str) -> str:
    """Return a label as it stands inside a sentence; German nouns keep their capitals."""
    return label if (get_language() or "").startswith("de") else label.lower()


def _percentage(hundredths: str) -> str:
    return gettext("%(number)s%%") % {"number": localised(hundredths)}
