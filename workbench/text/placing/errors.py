"""What can go wrong with a step, named for the person who takes it."""

__all__ = ["CannotStep", "UnknownStep"]


class CannotStep(ValueError):
    """The step cannot be taken here; the message says why, and what could be done instead."""


class UnknownStep(ValueError):
    """The words do not name a step, or name a passage or a place that is not there."""

    def __init__(self, step: str) -> None:
        super().__init__(f"No such step: {step[:80]!r}.")
