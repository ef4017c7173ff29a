"""What alignment refuses."""

__all__ = ["MOST_UNITS", "TooManyUnits", "check_units"]

MOST_UNITS = 100_000


class TooManyUnits(ValueError):
    """There are more units on one side than can be aligned in reasonable time; align the parts of the work by itself.

    `count` is how many there are, `most` how many there may be.
    """

    def __init__(self, count: int, most: int = MOST_UNITS) -> None:
        super().__init__(f"{count:,} units are too many to align at once; {most:,} is the most.")
        self.count, self.most = count, most


def check_units(*counts: int) -> None:
    """Raise `TooManyUnits` if any of the `counts` is above `MOST_UNITS`."""
    if max(counts) > MOST_UNITS:
        raise TooManyUnits(max(counts))
