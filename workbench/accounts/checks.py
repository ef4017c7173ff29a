"""Checks of what people type, shared by every action: one rule for lines, one for texts, one for language tags."""

import re

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext

from workbench.accounts.errors import Invalid
from workbench.accounts.names import skeleton_of
from workbench.text import InvalidText, check_text
from workbench.text.words.languages import is_language_tag, recognise_language

__all__ = ["checked_addressee", "checked_email", "checked_language", "checked_line", "checked_name", "checked_text"]

_HIDDEN = re.compile("[\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
"""What shows nothing and can turn or hide what stands beside it (Unicode TR 36); joiners belong to some scripts."""
_USERNAME = re.compile(r"[A-Za-z0-9_.+-]{1,150}")


def checked_text(name: str, value: str, *, maximum: int, required: bool = False) -> str:
    """Return `value` with LF line ends; raise `Invalid` for field `name` if it may not be stored.

    `maximum` counts code points. A required text must hold more than white space.
    """
    try:
        text = check_text(value)
    except InvalidText as error:
        raise Invalid.field(name, str(error), code="invalid_character") from error
    if len(text) > maximum:
        message = gettext("At most %(maximum)s characters are expected; %(text)s were given.") % {
            "maximum": f"{maximum:,}",
            "text": f"{len(text):,}",
        }
        raise Invalid.field(name, message, code="too_long")
    if required and not text.strip():
        raise Invalid.field(name, gettext("Some text is expected here."), code="required")
    return text


def checked_line(name: str, value: str, *, maximum: int, required: bool = False) -> str:
    """Return `value` trimmed; raise `Invalid` if it may not be stored or has more than one line."""
    line = checked_text(name, value, maximum=maximum, required=required).strip()
    if "\n" in line or "\t" in line:
        raise Invalid.field(name, gettext("A single line without tabs is expected."), code="not_a_line")
    return line


def checked_language(name: str, value: str) -> str:
    """Return a well-formed BCP 47 language tag, or "" for an unknown language; raise `Invalid` otherwise.

    A language may be given by its name, in English or its own.
    """
    tag = recognise_language(checked_line(name, value, maximum=35))
    if tag and not is_language_tag(tag):
        raise Invalid.field(
            name,
            gettext("A BCP 47 language tag is expected, such as en, de-CH or zh-Hans, or a name."),
            code="invalid_language",
        )
    return tag


def checked_name(name: str, value: str) -> str:
    """Return a person's name; raise `Invalid` for one with hidden controls, or that imitates how names are shown."""
    line = checked_line(name, value, maximum=150)
    if _HIDDEN.search(line):
        raise Invalid.field(
            name, gettext("A name without hidden or direction controls is expected."), code="hidden_character"
        )
    if "@" in line or "importedby" in skeleton_of(line).replace(" ", ""):
        raise Invalid.field(name, gettext("A name without “@” and “imported by” is expected."), code="misleading_name")
    return line


def checked_email(name: str, value: str) -> str:
    """Return an e-mail address in small letters; raise `Invalid` for anything else."""
    line = checked_line(name, value, maximum=254, required=True).lower()
    try:
        validate_email(line)
    except ValidationError as error:
        raise Invalid.field(name, gettext("An e-mail address is expected."), code="invalid_email") from error
    return line


def checked_addressee(name: str, value: str) -> str:
    """Return a user name or an e-mail address, whether or not anybody has it; raise `Invalid` for anything else."""
    line = checked_line(name, value, maximum=254, required=True)
    if "@" in line:
        return checked_email(name, line)
    if not _USERNAME.fullmatch(line):
        raise Invalid.field(name, gettext("A user name or an e-mail address is expected."), code="invalid_addressee")
    return line
