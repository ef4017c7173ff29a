"""What becomes of an anchor, as whatever build stands on the path says: questions on standard input, answers out.

Run as a script, so that a benchmark can ask another checkout: `PYTHONPATH=CHECKOUT python -P anchor_following.py`.
Input is a JSON list of `[old, new, start, end]`, output one of `[outcome, start, end]` in the new text.
"""

import json
import sys
from pathlib import Path
from subprocess import run

from workbench import text as engine

__all__ = ["Followed", "Question", "ask_build", "follow"]

Question = tuple[str, str, int, int]
Followed = tuple[str, int, int]


def follow(question: Question) -> Followed:
    """Follow one anchor; a build that knows no outcomes carries it or loses it."""
    old, new, start, end = question
    anchor = engine.make_anchor(old, start, end)
    if not hasattr(engine, "follow_all"):
        carried = engine.carry(anchor, old, new)
        return ("kept", carried.start, carried.end) if carried else ("orphan", 0, 0)
    (outcome,) = engine.follow_all([anchor], old, new)
    place = outcome.anchor
    return (outcome.kind, place.start, place.end) if place else ("orphan", 0, 0)


def ask_build(checkout: Path, questions: list[Question]) -> list[Followed]:
    """Let the engine of another checkout answer, in a process of its own."""
    env = {"PYTHONPATH": str(checkout.resolve()), "PYTHONIOENCODING": "utf-8"}
    asked = json.dumps(questions)
    done = run([sys.executable, "-P", __file__], input=asked, capture_output=True, text=True, env=env, check=True)
    return [(kind, start, end) for kind, start, end in json.loads(done.stdout)]


if __name__ == "__main__":
    json.dump([follow((old, new, start, end)) for old, new, start, end in json.load(sys.stdin)], sys.stdout)
