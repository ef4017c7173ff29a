"""Numbers as addresses, forms and files write them: ASCII digits and nothing else."""

__all__ = ["read_digits"]


def read_digits(written: str, *, lowest: int = 0, longest: int = 18) -> int | None:
    """Return the number that 1 to `longest` ASCII digits write, if it is at least `lowest`; otherwise None.

    No sign, no white space, no separator, no digits of other scripts, which `int` would take. Eighteen digits fit into
    every column that holds an id.
    """
    if not (written.isascii() and written.isdigit() and len(written) <= longest):
        return None
    number = int(written)
    return number if number >= lowest else None
