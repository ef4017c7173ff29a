"""Differences of pairs of texts, as whatever build stands on the path finds them: pairs on standard input, answers out.

Run as a script, so that a benchmark can ask another checkout: `PYTHONPATH=CHECKOUT python -P answering.py`. Input is a
JSON list of `[left, right, [ignored, ...]]`, output one of `[[type, left text, right text], ...]`.
"""

import json
import sys
from pathlib import Path
from subprocess import run

from workbench.text import diff

__all__ = ["Found", "Question", "answer", "ask_build"]

Question = tuple[str, str, list[str]]
Found = list[tuple[str, str, str]]


def answer(question: Question) -> Found:
    """List the differences: the type and what stands on either side."""
    left, right, ignore = question
    comparison = diff(left, right, ignore=frozenset(ignore))  # type: ignore[arg-type]
    return [(d.type, left[slice(*d.left)], right[slice(*d.right)]) for d in comparison.differences]


def ask_build(checkout: Path, questions: list[Question]) -> list[Found]:
    """Let the engine of another checkout answer, in a process of its own."""
    asked = json.dumps(questions)
    env = {"PYTHONPATH": str(checkout.resolve()), "PYTHONIOENCODING": "utf-8"}
    done = run([sys.executable, "-P", __file__], input=asked, capture_output=True, text=True, env=env, check=True)
    return [[(kind, left, right) for kind, left, right in found] for found in json.loads(done.stdout)]


if __name__ == "__main__":
    json.dump([answer((left, right, ignore)) for left, right, ignore in json.load(sys.stdin)], sys.stdout)
