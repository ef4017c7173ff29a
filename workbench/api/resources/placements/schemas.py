"""The body that asks where the words of a text belong."""

from workbench.api.protocol.fields import Schema, Text
from workbench.corpus import limits

__all__ = ["TextToPlace"]


class TextToPlace(Schema):
    """A running text, and what it is placed beside."""

    text = Text(limit=limits.PLACED_TEXT)
    siglum = Text(
        limit=limits.SIGLUM, required=False, default="", help_text="Of a translation that is not asked: the text's own."
    )
    language = Text(
        limit=35,
        required=False,
        default="",
        help_text="Its tag, such as `de`. Translations in it are asked before others.",
    )
    beside = Text(
        limit=limits.SIGLUM,
        required=False,
        default="",
        help_text="The translation whose passages count most; the first if not said. Others are asked as well.",
    )
