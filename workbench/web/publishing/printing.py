"""An edition on paper: its style, and a PDF by a browser's print."""

import os
import shutil
import subprocess
from pathlib import Path

__all__ = ["BrowserMissing", "print_pdf", "print_style"]

_LONGEST = 600  # seconds
_QUIET = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-pdf-header-footer")


class BrowserMissing(Exception):
    """No Chromium is here to print with."""


def print_style(title: str, paper: str) -> str:
    """Return the style of pages printed on one of `publishing.layouts.PAPERS`: running heads, numbers at the foot."""
    head = "".join(f"\\{ord(one):x} " if one in '"\\\n' or not one.isprintable() else one for one in title)
    return (
        f"@page {{\n  size: {paper};\n  margin: 20mm 18mm;\n"
        f'  @top-center {{\n    content: "{head}";\n    font: italic 9pt serif;\n  }}\n'
        "  @bottom-center {\n    content: counter(page);\n    font: 9pt serif;\n  }\n}\n"
        "@page :first {\n  @top-center {\n    content: none;\n  }\n}\n"
    )


def print_pdf(page: Path, target: Path) -> None:
    """Print a page of a disk into a PDF. Raises `BrowserMissing`, and `OSError` where the browser prints nothing."""
    browser = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not browser:
        raise BrowserMissing("No Chromium on this machine: set CHROMIUM to its path.")
    command = [browser, *_QUIET, f"--print-to-pdf={target.resolve()}", page.resolve().as_uri()]
    done = subprocess.run(command, check=False, capture_output=True, timeout=_LONGEST)  # noqa: S603 - our own browser
    if done.returncode or not target.exists():
        raise OSError(f"The browser printed nothing: {done.stderr.decode(errors='replace')[-300:]}")
