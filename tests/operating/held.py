"""A task that holds its worker the first time it is tried, and is done the second time."""

from pathlib import Path
from time import sleep

from django_tasks import task

__all__ = ["hold"]


@task()
def hold(folder: str) -> str:
    """Say in the folder that it begins; wait for ever if it is the first to do so."""
    begun = Path(folder, "begun")
    if not begun.exists():
        begun.touch()
        sleep(600)
    with Path(folder, "done").open("a") as done:
        done.write("done\n")
    return "done"
