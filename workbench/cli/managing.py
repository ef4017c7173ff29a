"""Django's commands: what `manage.py` does, and the demo without anything said in the environment."""

import os
import sys
from collections.abc import Sequence

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line

from workbench.places import data_dir, keep_secret_key

__all__ = ["run"]


def run(words: Sequence[str]) -> int:
    """Run the command that the words after the first name; say in one sentence which setting is missing or wrong."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "workbench.settings")
    if list(words[1:2]) == ["demo"]:
        _prepare_demo()
    try:
        execute_from_command_line(list(words))
    except ImproperlyConfigured as problem:
        print(f"{os.path.basename(words[0])}: {problem}", file=sys.stderr)  # noqa: PTH119 - a name, no path
        return 1
    return 0


def _prepare_demo() -> None:
    """The demo is for one's own desk: it has a SECRET_KEY of its own, and no HTTPS."""
    if not os.environ.get("SECRET_KEY"):
        os.environ["SECRET_KEY"] = keep_secret_key(data_dir())
    os.environ.setdefault("HTTPS", "off")
