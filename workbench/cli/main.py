"""`workbench`: the engine on files, and everything that `manage.py` does."""

import os
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from importlib import import_module

from workbench.cli.reading import Unreadable

__all__ = ["main"]

ENGINE = {
    "diff": ("comparing", "where two texts part, word by word"),
    "collate": ("collating", "several versions of one text as a table, or as an apparatus"),
    "align": ("aligning", "which line, paragraph or sentence of one text answers which of another"),
    "place": ("placing", "a running text on the passages of a work"),
}
TROUBLE = 2
_OTHERS = """
  serve                   run the server on this machine
  demo                    a database with demo works, and a server
  help                    all other commands: migrate, create_account, import_texts ...

"workbench COMMAND --help" says more of each.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that the arguments name, and return its exit code: 2 where something is wrong with them."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not words or words[0] in {"-h", "--help"}:
        print(_usage())
        return 0 if words else TROUBLE
    if words[0] not in ENGINE:
        return manage(["workbench", *words])
    return _ask_engine(words[0], words[1:])


def manage(words: Sequence[str]) -> int:
    """Hand the words to Django."""
    from workbench.cli.managing import run  # noqa: PLC0415 - loads Django, which the engine's commands do without

    return run(words)


def _ask_engine(name: str, words: Sequence[str]) -> int:
    module, summary = ENGINE[name]
    command = import_module(f"workbench.cli.{module}")
    parser = ArgumentParser(prog=f"workbench {name}", description=command.__doc__, epilog=f"In short: {summary}.")
    command.add_arguments(parser)
    run: Callable[..., int] = command.run
    try:
        code = run(parser.parse_args(words))
        sys.stdout.flush()
    except Unreadable as problem:
        print(f"workbench {name}: {problem}", file=sys.stderr)
        return TROUBLE
    except BrokenPipeError:  # whoever reads has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


def _usage() -> str:
    lines = "\n".join(f"  {name:<24}{summary}" for name, (_, summary) in ENGINE.items())
    return f"usage: workbench COMMAND ...\n\n{lines}\n{_OTHERS}"
