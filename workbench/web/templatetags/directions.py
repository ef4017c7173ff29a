"""The writing direction of a language, for templates: every text on a page says its `lang` and its `dir`.

Which languages and scripts run from right to left is said in `text.words.languages`, from the scripts of the CLDR.
"""

from django import template

from workbench.text.words.languages import direction_of

register = template.Library()
register.filter("direction", direction_of)
