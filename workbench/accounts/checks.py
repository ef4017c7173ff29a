"""Checks of what people type, shared by every action: one rule for lines, one for texts, one for language tags."""

from workbench.accounts.errors import Invalid
from workbench.text import InvalidText, check_text
from workbench.text.words.languages import is_language_tag, recognise_language

__all__ = ["checked_language", "checked_line", "checked_text"]


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
    """Return a well-formed BCP 47 language tag, or "" for an unknown language; raise `Invalid` otherwise.

    A language may be given by its name, in English or its own.
    """
    tag = recognise_language(checked_line(name, value, maximum=35))
    if tag and not is_language_tag(tag):
        raise Invalid.field(
            name, "A BCP 47 language tag is expected, such as en, de-CH or zh-Hans, or a name.", code="invalid_language"
        )
    return tag
