"""What an address may hold besides words."""

__all__ = ["PkConverter"]


class PkConverter:
    """An id in an address: ASCII digits that a 64-bit integer holds."""

    regex = "[0-9]{1,18}"

    def to_python(self, value: str) -> int:
        """Return the number."""
        return int(value)

    def to_url(self, value: int) -> str:
        """Return its digits."""
        return str(value)
