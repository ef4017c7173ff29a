"""Language tags: well-formed or not (RFC 5646, section 2.1). Whether the language exists is not asked."""

import re

__all__ = ["is_language_tag"]

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
    """Whether `tag` is a well-formed BCP 47 tag of at most 35 characters: `en`, `zh-Hant-TW`, `x-mine`."""
    return len(tag) <= _LONGEST and _TAG.fullmatch(tag) is not None
