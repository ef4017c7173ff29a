"""The text engine: words in, frozen values out. No Django, no database, no clock, no randomness, never HTML.

All offsets count Unicode code points of the text given and are half-open.
"""

from workbench.text.validity import InvalidText, check_text, describe_character, with_lf_line_ends

__all__ = ["InvalidText", "check_text", "describe_character", "with_lf_line_ends"]
