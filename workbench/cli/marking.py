"""Words that come and go, marked on a terminal: in colours, or in signs where there are none (those of wdiff)."""

import os
import sys
from argparse import ArgumentParser
from typing import Literal, NamedTuple

__all__ = ["COLOURS", "SIGNS", "Kind", "Marks", "Run", "add_colour", "choose_marks"]

Kind = Literal["same", "gone", "come", "left", "arrived"]


class Run(NamedTuple):
    """Words of one kind: in both texts, in the first or the second alone, moved away or moved here."""

    kind: Kind
    text: str


Marks = dict[Kind, tuple[str, str]]
_RESET = "\x1b[0m"
SIGNS: Marks = {
    "same": ("", ""),
    "gone": ("[-", "-]"),
    "come": ("{+", "+}"),
    "left": ("[<", "<]"),
    "arrived": ("{>", ">}"),
}
COLOURS: Marks = {
    "same": ("", ""),
    "gone": ("\x1b[9;31m", _RESET),  # struck out and red
    "come": ("\x1b[4;32m", _RESET),  # underlined and green
    "left": ("\x1b[9;35m", _RESET),
    "arrived": ("\x1b[4;35m", _RESET),
}


def add_colour(parser: ArgumentParser) -> None:
    """Let the command be told whether to write in colours."""
    parser.add_argument(
        "--color",
        choices=("auto", "always", "never"),
        default="auto",
        help="colours, or signs: [-gone-] {+come+} [<moved away<] {>moved here>}; auto asks the terminal and NO_COLOR",
    )


def choose_marks(colour: str) -> Marks:
    """Return colours or signs: as said, or as the terminal has them (https://no-color.org)."""
    if colour == "auto":
        paged = os.environ.get("GIT_PAGER_IN_USE") == "true"
        has_colours = (sys.stdout.isatty() or paged) and os.environ.get("TERM") != "dumb"
        colour = "always" if has_colours and not os.environ.get("NO_COLOR") else "never"
    return COLOURS if colour == "always" else SIGNS
