"""What makes no difference, as it is said on the command line."""

from argparse import ArgumentParser

from workbench.cli.reading import Unreadable
from workbench.text.words.keys import IGNORABLE, Ignorable

__all__ = ["add_ignore", "read_ignored"]


def add_ignore(parser: ArgumentParser) -> None:
    """Let the command be told what makes no difference."""
    parser.add_argument(
        "--ignore", default="", metavar="WHAT", help=f"what makes no difference: {', '.join(sorted(IGNORABLE))}"
    )


def read_ignored(words: str) -> frozenset[Ignorable]:
    """Return what the words, separated by commas or spaces, name; raise `Unreadable` for others."""
    named = set(words.replace(",", " ").split())
    if unknown := named - set(IGNORABLE):
        raise Unreadable(
            f"--ignore: {', '.join(sorted(unknown))} is not known. Expected some of {', '.join(sorted(IGNORABLE))}."
        )
    return frozenset(one for one in IGNORABLE if one in named)
