"""`{{ role|in_words:"role" }}`: a stored code as a word of the page's language; `{% words_of_modules as words %}`: what
modules of the page say, by its English. Both are there in every template.
"""

import json
from functools import cache
from pathlib import Path

from django import template
from django.conf import settings
from django.utils.translation import get_language, gettext

from workbench.web.site import vocabulary
from workbench.web.typesetting.findings import retold

__all__ = ["register"]

register = template.Library()
register.filter("in_words", vocabulary.in_words)
register.filter("retold", retold)


@register.simple_tag
def words_of_modules() -> dict[str, str]:
    """Return what modules say in the language of the page; nothing where that is English, which they know."""
    if get_language() == settings.LANGUAGE_CODE:
        return {}
    return {message: gettext(message) for message in _said()}


@cache
def _said() -> list[str]:
    path = Path(settings.LOCALE_PATHS[0]) / "modules.json"
    return [str(one) for one in json.loads(path.read_text(encoding="utf-8"))]
