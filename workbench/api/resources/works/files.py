"""Files that are sent: what is wrong in one."""

from workbench.api.protocol.problems import Place, Refusal
from workbench.review.transfer import Unreadable

__all__ = ["in_file"]


def in_file(error: Unreadable) -> Refusal:
    """Say what is wrong in a file: its places are in the details, for a JSON Pointer leads only to the file."""
    errors: list[Place] = [{"detail": str(one), "code": error.code, "pointer": "/file"} for one in error.problems]
    return Refusal(error.status, error.code, error.detail, errors=errors)
