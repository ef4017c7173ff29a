"""All rows of the database as one file, and back into an empty database of either kind.

The file is gzip of JSON lines: a header, then for each table its fields, a list for each row, and its last number; at
the end the count of rows and the SHA-256 of all lines before. `tables` says what goes in and what does not, `rows`
reads it, `writing` and `reading` are the file, `restoring` puts it back: with the tables as
they were when the file was written, and this release's migrations on top.
"""

from workbench.operating.backup.errors import BackupRefused
from workbench.operating.backup.reading import Summary, check_backup
from workbench.operating.backup.restoring import restore_backup
from workbench.operating.backup.writing import write_backup

__all__ = ["BackupRefused", "Summary", "check_backup", "restore_backup", "write_backup"]
