"""A progress bar on standard error, where somebody is watching."""

from time import monotonic
from typing import Any

__all__ = ["ProgressBar"]

_WIDTH = 30


class ProgressBar:
    """Call it with what is done and what there is to do; it draws on a terminal and is silent elsewhere."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self._is_watched = bool(stream.isatty())
        self._label = ""
        self._started_at = 0.0

    def begin(self, label: str) -> "ProgressBar":
        """Begin a bar for `label`; return this."""
        self._label, self._started_at = label, monotonic()
        return self

    def __call__(self, done: int, total: int) -> None:
        if not self._is_watched:
            return
        filled = _WIDTH * done // max(total, 1)
        rate = done / max(monotonic() - self._started_at, 0.001)
        bar = "#" * filled + "." * (_WIDTH - filled)
        end = "\n" if done == total else ""
        self._stream.write(f"\r{self._label} [{bar}] {done:,} of {total:,} variants, {rate:,.0f}/s ", ending=end)
        self._stream.flush()
