"""What epubcheck says of an e-book. Debian's package puts it where it is looked for; `EPUBCHECK` names another jar."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

__all__ = ["needs_epubcheck", "what_epubcheck_says"]

JAR = Path(os.environ.get("EPUBCHECK") or "/usr/share/java/epubcheck.jar")
NOTHING = "0 fatals / 0 errors / 0 warnings"

needs_epubcheck = pytest.mark.skipif(not (JAR.exists() and shutil.which("java")), reason="epubcheck is not installed")


def what_epubcheck_says(book: Path) -> str:
    """Return what is wrong with a book, "" for nothing; warnings count."""
    command = ["java", "-jar", str(JAR), str(book)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=300)
    return "" if NOTHING in done.stdout else done.stdout + done.stderr
