"""`python -m tests.messages`: write the catalogues anew from the sources, what is translated already, and fragments.

`--missing` writes nothing, but prints as lines of JSON what has no translation; `--under` looks into one folder only.
"""

import argparse
import json
import sys
from pathlib import Path

from tests.messages.catalogues import LANGUAGES, Forms, compiled, modules_path, path_of, read, written
from tests.messages.extracting import ROOT, Found, extract, said_by_modules
from tests.messages.fragments import faults_of, read_fragments, wanted


def main() -> int:
    """Write, or list; return 1 where a translation does not fit its message."""
    asked = _asked()
    told = read_fragments(asked.fragments)
    known = {language: _known(language) | told[language] for language in LANGUAGES}
    messages = [one for under in asked.under for one in extract(under.resolve())]
    if asked.missing:
        print("\n".join(wanted(one for one in messages if any(one not in known[each] for each in LANGUAGES))))
    else:
        _write(sorted(extract()), known)
    faults = [fault for language in LANGUAGES for fault in _faults(messages, known[language], language)]
    print("\n".join(faults), file=sys.stderr)
    return min(len(faults), 1)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.messages", description=__doc__)
    parser.add_argument("fragments", nargs="*", type=Path, help="files of translations, as lines of JSON")
    parser.add_argument("--missing", action="store_true", help="list what has no translation")
    parser.add_argument("--under", nargs="*", type=Path, default=[ROOT / "workbench"], help="look into these only")
    return parser.parse_args()


def _known(language: str) -> Forms:
    path = path_of(language)
    return read(path.read_text(encoding="utf-8")) if path.exists() else {}


def _faults(messages: list[Found], forms: Forms, language: str) -> list[str]:
    return [fault for one in messages if one in forms for fault in faults_of(one, forms[one], language)]


def _write(messages: list[Found], known: dict[str, Forms]) -> None:
    said = json.dumps(said_by_modules(), ensure_ascii=False, indent=1)
    modules_path().write_text(said + "\n", encoding="utf-8")
    for language in LANGUAGES:
        text = written(language, messages, known[language])
        path = path_of(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        path.with_suffix(".mo").write_bytes(compiled(language, text))
        missing = sum(one not in known[language] for one in messages)
        print(f"{language}: {len(messages)} messages, {missing} without a translation")


if __name__ == "__main__":
    sys.exit(main())
