"""The witnesses of a text while its words are read: each hears the same words, but where readings part."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from workbench.interchange.document import SpanRecord
from workbench.interchange.hypertext.lines import Line, Paragraph, one_blank

__all__ = ["Stage", "Voice", "Voices"]

Stage = Literal["marked", "base", "final"]
"""Which words are heard where some were struck out and others written in: all, those before, those after."""


@dataclass(slots=True)
class Voice:
    """A witness at a stage. `is_lost`: its words are, from here on; `presence` is what was said of the passage.

    `begins` is the number of the passage in which a fragment begins.
    """

    siglum: str
    stage: Stage = "final"
    line: Line = field(default_factory=Line)
    is_lost: bool = False
    presence: str = ""
    begins: int = 0
    parts: bool = False

    def finish(self, *, keeps_space: bool) -> Paragraph:
        """Return the words heard so far, and begin anew."""
        line, self.line, self.parts = self.line, Line(), False
        line.keeps_space = keeps_space
        return line.finish()


Voices = Sequence[Voice]


def say(text: str | None, voices: Voices, *, keeps_space: bool) -> None:
    """Let voices hear words; those that were parted from the words before begin a new line."""
    if not text:
        return
    is_blank = not text.strip()
    words = "" if keeps_space else one_blank(text)
    for voice in voices:
        if voice.is_lost or (voice.parts and is_blank):
            continue
        if voice.parts:
            _begin_line(voice)
        if keeps_space or voice.line.keeps_space:
            voice.line.add(text, keeps_space=True)
        else:
            voice.line.put(words)


def part(voices: Voices) -> None:
    """End a line of the passage: what follows begins another."""
    for voice in voices:
        voice.parts = voice.line.length > 0


def settle(voices: Voices) -> None:
    """Begin the new line now, before markup begins."""
    for voice in voices:
        if voice.parts:
            _begin_line(voice)


def point(span: SpanRecord, voices: Voices) -> None:
    """Put something at this point."""
    for voice in voices:
        if not voice.is_lost:
            voice.line.point(span)


def mark(span: SpanRecord, voices: Voices, starts: Sequence[int]) -> None:
    """Mark the words since `starts`, by voice."""
    for voice, start in zip(voices, starts, strict=True):
        voice.line.mark(span.kind, start, span.value, span.language)


def _begin_line(voice: Voice) -> None:
    voice.line.end_line()
    voice.parts = False


def doubled(voices: Voices, sigla: Sequence[str]) -> list[Voice]:
    """Return the voices as they were before changes were made, with these sigla."""
    return [replace(one, siglum=siglum, stage="base", line=Line()) for one, siglum in zip(voices, sigla, strict=True)]
