"""Language tags (RFC 5646, section 2.1): well-formed or not, and the language that they begin with."""

import re

__all__ = ["is_language_tag", "language_of"]

_TAG = re.compile(
    r"""
    (?: (?: [a-z]{2,3} (?:-[a-z]{3}){0,3} | [a-z]{4,8} )   # language, extended language
        (?:-[a-z]{4})?                                     # script
        (?:-(?:[a-z]{2}|[0-9]{3}))?                        # region
        (?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*           # variants
        (?:-[a-wyz0-9](?:-[a-z0-9]{2,8})+)*                # extensions
        (?:-x(?:-[a-z0-9]{1,8})+)?                         # private use
    | x(?:-[a-z0-9]{1,8})+ )
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
_LONGEST = 35  # RFC 5646, section 4.4.1


def is_language_tag(tag: str) -> bool:
    """Whether `tag` is a well-formed BCP 47 tag of at most 35 characters: `en`, `zh-Hant-TW`, `x-mine`.

    Whether the language exists is not asked.
    """
    return len(tag) <= _LONGEST and _TAG.fullmatch(tag) is not None


def language_of(tag: str) -> str:
    """Return the language that a tag begins with, in lower case: "de" of "de-CH", "" of ""."""
    return tag.partition("-")[0].lower()
