"""How measures, counts and lengths are written, and where the strokes and rows of the variation page lead."""

from urllib.parse import urlencode

from django import template
from django.template import Context
from django.urls import reverse

from workbench.corpus.comparing import Place
from workbench.corpus.models import Work
from workbench.web.site import figures
from workbench.web.variation.state import VariationState
from workbench.web.variation.strokes import Stroke

register = template.Library()


@register.filter
def percent(value: float) -> str:
    """Write a share as a percentage: tenths below ten."""
    return figures.percent(value)


@register.filter
def hundredths(value: float | None) -> int:
    """Write a share in whole hundredths; 0 where it is not known."""
    return round(100 * (value or 0))


@register.filter
def signed(value: float) -> str:
    """Write a coefficient with two decimals and a minus sign as wide as a figure."""
    return figures.localised(f"{value:.2f}".replace("-", "−").replace("−0.00", "0.00"))


@register.filter
def grouped(value: int) -> str:
    """Write a count with its thousands parted."""
    return figures.grouped(value)


@register.filter
def points(value: float) -> str:
    """Write penalty points as short as they are."""
    return figures.localised(f"{value:g}")


@register.filter
def plain(value: float) -> str:
    """Write a length for a drawing, whatever the language of the page."""
    return f"{value:g}"


@register.filter
def less(value: float, other: float) -> str:
    """Write the difference of two lengths for a drawing."""
    return plain(round(value - other, 1))


@register.simple_tag(takes_context=True)
def stroke_link(context: Context, work: Work, state: VariationState, stroke: Stroke) -> str:
    """Return where a stroke leads: a passage to the compare page, a run to the page of its passages."""
    if stroke.is_single:
        return compare_link(context, work, state, stroke.first)
    address = _address(context, "web:variation", work)
    part = state.changed(first=stroke.first.position, last=stroke.last.position, after=None)
    return f"{address}?{part.query}"


@register.simple_tag(takes_context=True)
def compare_link(context: Context, work: Work, state: VariationState, place: Place) -> str:
    """Return the address of a passage on the compare page, with the translations and what is ignored here."""
    address = _address(context, "web:compare", work)
    query = "&".join(part for part in (state.compare_query, urlencode({"at": place.reference})) if part)
    return f"{address}?{query}#p-{place.pk}"


def _address(context: Context, name: str, work: Work) -> str:
    """Return an address among those of the page: members' and readers' pages have the same names."""
    match = context["request"].resolver_match
    return reverse(name, args=[work.workspace.slug, work.slug], current_app=match.namespace if match else None)
