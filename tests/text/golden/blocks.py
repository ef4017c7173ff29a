"""The inputs: blocks of lines, with what to ignore and the rules that stand before them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from workbench.text import IGNORABLE, Ignorable, Rule

__all__ = ["Block", "paragraphs", "quote", "read_blocks", "read_lines"]

_INPUTS = Path(__file__).parent / "inputs"
_ESCAPE = re.compile(r"\\(?:u([0-9a-f]{4})|([nt]))")
_UNSEEN = re.compile("[\u0300-\u036f]")


@dataclass(slots=True)
class Block:
    """Texts of one passage, compared with each other under each of `ignores`."""

    heading: str
    texts: list[str] = field(default_factory=list)
    ignores: list[frozenset[Ignorable]] = field(default_factory=lambda: [frozenset()])
    rules: tuple[Rule, ...] = ()


def read_lines(name: str) -> list[str]:
    """Read the lines of an input that are no comments, unescaped."""
    lines = (_INPUTS / name).read_text(encoding="utf-8").split("\n")
    return [_unescape(line) for line in lines if line and not line.startswith("# ")]


def read_blocks(name: str) -> Iterator[Block]:
    """Read blocks of lines with empty lines between: `## heading`, `@ ignored`, `= rule | rule`, then the texts."""
    heading = name.removesuffix(".txt")
    for lines in re.split("\n\n+", (_INPUTS / name).read_text(encoding="utf-8").strip("\n")):
        block = Block(heading)
        for line in lines.split("\n"):
            if line.startswith("## "):
                heading = block.heading = line[3:]
            elif line.startswith("@ "):
                block.ignores = _read_ignores(line[2:])
            elif line.startswith("= "):
                block.rules += (Rule(*line[2:].split(" | ")),)
            elif not line.startswith("# "):
                block.texts.append(_unescape(line))
        yield block


def paragraphs() -> Iterator[Block]:
    """Put paragraphs together from sentences in two wordings: some changed, left out, doubled, or in another order."""
    sentences = [block.texts for block in read_blocks("paragraphs.txt")]
    for number in range(24):
        order = [(number * 5 + place * (1, 3, 5, 7)[number % 4]) % len(sentences) for place in range(4 + number % 9)]
        left = [sentences[n][0] for n in order]
        right = [sentences[n][(n * number + place) % 3 == 0] for place, n in enumerate(order)]
        if number % 3 == 1:
            right.insert(0, right.pop(number % len(right)))
        if number % 4 == 2:
            del right[number % len(right)]
        if number % 5 == 3:
            right.append(right[1])
        yield Block("Paragraphs", [" ".join(left), ("\n" if number % 6 == 5 else " ").join(right)])


def quote(text: str) -> str:
    """Write a text on one line, with what the eye cannot tell as escapes."""
    shown = "".join(c if c.isprintable() and not _UNSEEN.match(c) else _escape(c) for c in text)
    return f"⟨{shown}⟩"


def _escape(character: str) -> str:
    return {"\n": "\\n", "\t": "\\t"}.get(character, f"\\u{ord(character):04x}")


def _unescape(line: str) -> str:
    text = _ESCAPE.sub(lambda m: chr(int(m[1], 16)) if m[1] else {"n": "\n", "t": "\t"}[m[2]], line)
    return "" if text == "(empty)" else text


def _read_ignores(words: str) -> list[frozenset[Ignorable]]:
    """Read what to ignore; `*` is nothing, each in turn, and all."""
    if words == "*":
        return [frozenset(), *(frozenset({name}) for name in sorted(IGNORABLE)), IGNORABLE]
    return [frozenset(name for name in IGNORABLE if name in words.split())]
