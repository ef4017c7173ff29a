"""Why nothing is backed up or restored."""

__all__ = ["BackupRefused"]


class BackupRefused(Exception):
    """Something about the file or the database forbids it; the message says what was expected."""
