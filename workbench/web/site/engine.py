"""What the foot of every page says of the engine: which of its extras are there, with their versions."""

from django.http import HttpRequest

from workbench.text import SEGMENTATION
from workbench.text.meaning import MEANING
from workbench.text.words.signature import SIGNATURE

__all__ = ["say_engine"]


def say_engine(request: HttpRequest) -> dict[str, str]:
    """Name what cuts words and what knows meaning, and how words are cut as one cites it, for every template."""
    return {"segmentation": SEGMENTATION, "meaning": MEANING, "signature": SIGNATURE}
