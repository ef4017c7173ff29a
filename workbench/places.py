"""Where this installation keeps what is entered, and its secret key."""

import os
import secrets
from pathlib import Path

__all__ = ["data_dir", "keep_secret_key"]

_ROOT = Path(__file__).resolve().parent.parent


def data_dir() -> Path:
    """Return the folder for the database and collected files: `DATA_DIR`, `var/` of a checkout, or the user's own.

    The last is where the XDG Base Directory Specification (0.8) has data: `~/.local/share/translation-workbench`.
    """
    if named := os.environ.get("DATA_DIR"):
        return Path(named).expanduser().resolve()
    if (_ROOT / "manage.py").exists():
        return _ROOT / "var"
    home = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(home) / "translation-workbench"


def keep_secret_key(folder: Path) -> str:
    """Return the SECRET_KEY kept in the folder, readable by its owner alone; make it where there is none."""
    place = folder / "secret-key"
    if not place.exists():
        folder.mkdir(parents=True, exist_ok=True)
        place.touch(mode=0o600)
        place.write_text(secrets.token_urlsafe(48) + "\n", encoding="ascii")
    return place.read_text(encoding="ascii").strip()
