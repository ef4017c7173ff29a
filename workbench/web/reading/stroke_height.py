"""How tall the strokes of an overview are: from 0 to 100%, whatever is imported, so that bars can be compared."""

from django.utils.translation import gettext

from workbench.web.site.figures import whole_percent

__all__ = ["height_of", "say_distance"]


def height_of(variation: float | None) -> int:
    """Return how tall the stroke of a variation (0..1) is, in hundredths of the bar; 0 where it is unknown."""
    return 0 if variation is None else round(100 * variation)


def say_distance(distance: float | None, *, is_waiting: bool) -> str:
    """Say how far texts are apart, or why that is not known."""
    if distance is None:
        return gettext("still to be measured") if is_waiting else gettext("nothing to compare")
    return gettext("%(share)s apart") % {"share": whole_percent(distance)}
