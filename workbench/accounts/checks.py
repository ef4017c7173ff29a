"""Checks of what people type, shared by every action: one rule for lines, one for texts, one for language tags."""

import re

from workbench.accounts.errors import Invalid
from workbench.text import InvalidText, check_text

__all__ = ["checked_language", "checked_line", "checked_text"]

# RFC 5646 section 2.1, without the grandfathered tags: language, script, region, variants, extensions, private use.
_LANGUAGE = re.compile(
    r"(?:[A-Za-z]{2,8}(?:-[A-Za-z]{3}){0,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?"
    r"(?:-(?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*(?:-[0-9A-WY-Za-wy-z](?:-[A-Za-z0-9]{2,8})+)*)?"
    r"(?:(?:^|-)x(?:-[A-Za-z0-9]{1,8})+)?"
)


def checked_text(name: str, value: str, *, maximum: int, required: bool = False) -> str:
    """Return `value` with LF line ends; raise `Invalid` for field `name` if it may not be stored.

    `maximum` counts code points. A required text must hold more than white space.
    """
    try:
        text = check_text(value)
    except InvalidText as error:
        raise Invalid.field(name, str(error), code="invalid_character") from error
    if len(text) > maximum:
        message = f"At most {maximum:,} characters are expected; {len(text):,} were given."
        raise Invalid.field(name, message, code="too_long")
    if required and not text.strip():
        raise Invalid.field(name, "Some text is expected here.", code="required")
    return text


def checked_line(name: str, value: str, *, maximum: int, required: bool = False) -> str:
    """Return `value` trimmed; raise `Invalid` if it may not be stored or has more than one line."""
    line = checked_text(name, value, maximum=maximum, required=required).strip()
    if "\n" in line or "\t" in line:
        raise Invalid.field(name, "A single line without tabs is expected.", code="not_a_line")
    return line


def checked_language(name: str, value: str) -> str:
    """Return a well-formed BCP 47 language tag, or "" for an unknown language; raise `Invalid` otherwise."""
    tag = checked_line(name, value, maximum=35)
    if not _LANGUAGE.fullmatch(tag):
        raise Invalid.field(
            name, "A BCP 47 language tag is expected, such as en, de-CH or zh-Hans.", code="invalid_language"
        )
    return tag
