"""What packages without Django say in English, told in the language of the page."""

from django import template

from workbench.web.site.telling import tell

__all__ = ["told"]

register = template.Library()


@register.filter
def told(sentence: object) -> str:
    """Tell a sentence, or a name."""
    return tell(str(sentence))
