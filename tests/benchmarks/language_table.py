"""Write the table of languages (`workbench/text/words/languages.tsv`) anew from the Unicode CLDR.

    pip install babel && python -m tests.benchmarks.language_table

Babel (BSD) is needed for this only. Taken from it: names, and in which script a language is written where nothing says
otherwise (likely subtags). Which tags are one language is not: the CLDR replaces languages by larger ones (`arb` by
`ar`) and changes scripts, so the synonyms are those of ISO 639-1, 639-2 and 639-3 alone.
"""

import importlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

__all__ = ["main"]

TABLE = Path("workbench/text/words/languages.tsv")
# Members of a larger language, which the CLDR takes for the whole.
_MEMBERS = """
adp drh khk als arb ayr azj cmn cwd ekk esk fuc gaz gug ike kmr knc kng kpv lvs npi ojg ory pbu pes plt quz src swh uzn
ydd zsm zyb cls prp mol
"""
_MORE = {"twi": "tw", "tgl": "tl", "hbs": "sh", "iw": "he", "ji": "yi", "in": "id", "jw": "jv"}
_COMMONEST = "Latn"
_HEADER = "code\tscript (says the direction)\tother codes\tname\town name; by tests/benchmarks/language_table.py"


def main() -> None:
    """Write the table.

    A line for each language with a name: its subtag, likely script ("" for Latin), synonyms, English name, own name;
    one for each script with the languages that have no name ("*"); one for each region with a script of its own.
    """
    babel, core = importlib.import_module("babel"), importlib.import_module("babel.core")
    likely, aliases = core.get_global("likely_subtags"), core.get_global("language_aliases")
    names = {code: name for code, name in babel.Locale("en").languages.items() if "_" not in code}
    scripts = {code: parts[1] for code, full in likely.items() if len(parts := full.split("_")) == 3}
    synonyms = _find_synonyms(aliases)
    members = {code: whole for code, whole in aliases.items() if len(code) == 3 and code.isalpha()}
    scripts = {code: scripts[whole[:2]] for code, whole in members.items() if whole[:2] in scripts} | scripts
    codes = sorted({code for code in scripts if code.isalpha()} | set(names) - {"mul", "root", "und", "zxx"})
    codes = [code for code in codes if code not in {"und", *_list(synonyms)}]
    lines = [
        "\t".join((code, _script(scripts, code), synonyms.get(code, ""), names[code], _own(babel, code))).rstrip()
        for code in codes
        if code in names
    ]
    nameless: dict[str, list[str]] = {}
    for code in codes:
        if code not in names:
            nameless.setdefault(_script(scripts, code), []).append(code)
    lines += [f"*\t{script}\t{' '.join(nameless[script])}" for script in sorted(nameless)]
    regions = [f"{code.replace('_', '-')}\t{script}" for code, script in scripts.items() if _is_regional(code, scripts)]
    TABLE.write_text("\n".join([_HEADER, *lines, *sorted(regions)]) + "\n", encoding="utf-8")


def _find_synonyms(aliases: dict[str, str]) -> dict[str, str]:
    members = set(_MEMBERS.split())
    found: dict[str, list[str]] = {}
    for code, language in sorted([*aliases.items(), *_MORE.items()]):
        is_synonym = len(code) == 3 and len(language) == 2 and code not in members and code not in _MORE
        if (is_synonym or _MORE.get(code) == language) and code not in found.get(language, ()):
            found.setdefault(language, []).append(code)
    return {language: " ".join(codes) for language, codes in found.items()}


def _list(synonyms: dict[str, str]) -> Iterator[str]:
    """List all codes that stand for another."""
    for codes in synonyms.values():
        yield from codes.split()


def _script(scripts: dict[str, str], code: str) -> str:
    script = scripts.get(code, "")
    return "" if script == _COMMONEST else script


def _own(babel: Any, code: str) -> str:
    try:
        return str(babel.Locale.parse(code).languages.get(code, ""))
    except (babel.UnknownLocaleError, ValueError):
        return ""


def _is_regional(code: str, scripts: dict[str, str]) -> bool:
    language, _, region = code.partition("_")
    return len(region) in {2, 3} and language != "und" and scripts[code] != scripts.get(language)


if __name__ == "__main__":
    main()
