"""What can go wrong with a place in a text, named for the person who meets it."""

__all__ = ["InvalidRange", "QuoteAmbiguous", "QuoteError", "QuoteNotFound"]


class InvalidRange(ValueError):
    """A range that is empty or does not lie inside the text."""

    def __init__(self, start: int, end: int, length: int) -> None:
        self.start = start
        self.end = end
        self.length = length
        super().__init__(
            f"The range {start}:{end} is not in the text. Expected 0 <= start < end <= {length} (code points)."
        )


class QuoteError(ValueError):
    """A quote that does not lead to one place."""

    def __init__(self, quote: str, message: str) -> None:
        self.quote = quote
        super().__init__(message)


class QuoteNotFound(QuoteError):
    """The quote stands nowhere in the text, or not between the given context."""

    def __init__(self, quote: str) -> None:
        super().__init__(quote, f"The quote {quote[:80]!r} is not in the text with this context.")


class QuoteAmbiguous(QuoteError):
    """The quote with its context fits more than one place; `count` says how many."""

    def __init__(self, quote: str, count: int) -> None:
        self.count = count
        super().__init__(
            quote, f"The quote {quote[:80]!r} fits {count} places. Give more of what stands before and after it."
        )
