"""PO files (GNU gettext manual, chapter 10): a source and its translation, keyed by context and source.

The reference is the context (`msgctxt`) where it is the entry's own, else the entry's place. Plural forms are passages
of their own: `7[0]` has the singular and the first form, `7[1]` the plural and the second. Translators' comments (`# `)
are discussions. Sigla, languages and roles stand in fields of the header, presences in extracted comments (`#.`).
"""

import codecs
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from workbench.interchange.document import (
    CommentRecord,
    Document,
    PassageRecord,
    ThreadRecord,
    TranslationRecord,
    VariantRecord,
    WorkRecord,
)
from workbench.interchange.encodings import ENCODINGS, decode_lines
from workbench.interchange.errors import FormatError, Problem
from workbench.interchange.losses import only_work
from workbench.interchange.options import ReadOptions
from workbench.interchange.units import (
    TextWithCodes,
    Unit,
    UnitFile,
    losses_of_units,
    read_roster,
    source_first,
    write_roster,
)
from workbench.interchange.vocabulary import PRESENCES
from workbench.text.words.languages import is_language_tag

__all__ = ["losses", "read", "write"]

_CHARSET = re.compile(rb'^"Content-Type:[^"]*charset=([\w.-]+)', re.MULTILINE | re.IGNORECASE)
_KEYWORD = re.compile(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)[ \t]*(".*)')
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"[ \t]*')
_ESCAPE = re.compile(r"\\(x[0-9A-Fa-f]{1,2}|[0-7]{1,3}|.)")
_NAMED = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_TO_ESCAPE = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
_ROSTER, _PRESENCE = "X-Workbench-Translation", "presence "


@dataclass(slots=True)
class _Entry:
    line: int
    strings: dict[str, str] = field(default_factory=dict)
    comments: list[str] = field(default_factory=list)
    presences: list[str] = field(default_factory=list)
    is_fuzzy: bool = False


def read(data: bytes, options: ReadOptions) -> Document:
    """Return what the file says; raises `FormatError` with the places of what is wrong."""
    text = decode_lines(data, options.encoding or _charset(data), options.max_bytes)
    reader = _Reader()
    entries = list(reader.entries(text))
    if not entries:
        raise FormatError((Problem("", "There is no entry in the file. Expected msgid and msgstr."),))
    return _gather(entries, options, reader.obsolete)


def write(document: Document) -> bytes:
    """Return a PO file of the original (or the first translation) and the other one. UTF-8, LF.

    Raises `FormatError` for a document of more than two translations.
    """
    work = _work_of_two(document)
    source, target = [*source_first(work.translations), None][:2]
    header = [f"{_ROSTER}: {line}" for line in write_roster(work)]
    fields = ["MIME-Version: 1.0", "Content-Type: text/plain; charset=UTF-8", "Content-Transfer-Encoding: 8bit"]
    language = [f"Language: {target.language.replace('-', '_')}"] if target and target.language else []
    parts = [_write_string("msgid", "") + _write_string("msgstr", "\n".join([*fields, *language, *header]) + "\n")]
    threads: dict[str, list[ThreadRecord]] = {}
    for thread in work.threads:
        threads.setdefault(thread.passage, []).append(thread)
    for number, passage in enumerate(work.passages, 1):
        name = passage.reference or str(number)
        parts.append(_write_entry(name, passage, source, target, threads.get(name, [])))
    return "\n".join(parts).encode()


def losses(document: Document) -> tuple[str, ...]:
    """Say in sentences what of `document` a PO file does not carry."""
    work = _work_of_two(document)
    said = losses_of_units(
        document,
        threads="become comments: of each the words alone, without people, dates, states, places, suggestions.",
    )
    if headings := sum(bool(passage.heading) for passage in work.passages):
        said.append(f"{headings} headings are not carried.")
    if codes := sum(len(variant.markup) for passage in work.passages for variant in passage.variants):
        said.append(f"Markup is not carried: {codes} times.")
    return tuple(dict.fromkeys(said))


class _Reader:
    """Reads entries line by line; `obsolete` counts those that were commented out."""

    def __init__(self) -> None:
        self.obsolete = 0

    def entries(self, text: str) -> Iterator[_Entry]:
        """Yield the entries in order, the header among them."""
        entry, current = _Entry(1), ""
        for at, line in enumerate(text.split("\n"), 1):
            bare = line.strip()
            if bare.startswith("#"):
                if entry.strings:
                    yield entry
                    entry, current = _Entry(at), ""
                self._take_comment(bare, entry)
            elif found := _KEYWORD.fullmatch(bare):
                begins = found[1] == "msgctxt" or (found[1] == "msgid" and "msgid" in entry.strings)
                if begins and entry.strings:
                    yield entry
                    entry = _Entry(at)
                entry.line = entry.line if entry.strings else at
                current = found[1]
                if current in entry.strings or ("msgid" not in entry.strings and current.startswith("msgstr")):
                    raise FormatError((Problem(f"line {at}", f"Expected msgid before this {current}."),))
                entry.strings[current] = _read_string(found[2], at)
            elif bare.startswith('"') and current:
                entry.strings[current] += _read_string(bare, at)
            elif bare:
                raise FormatError((Problem(f"line {at}", "Expected a comment, a keyword or a string in quotes."),))
        if entry.strings:
            yield entry

    def _take_comment(self, line: str, entry: _Entry) -> None:
        if line.startswith("#~"):
            self.obsolete += line.startswith("#~ msgid ")
        elif line.startswith("#,"):
            entry.is_fuzzy = entry.is_fuzzy or "fuzzy" in line
        elif line.startswith(f"#. {_PRESENCE}"):
            entry.presences.append(line.removeprefix(f"#. {_PRESENCE}"))
        elif line == "#" or line.startswith("# "):
            entry.comments.append(line[2:])


def _charset(data: bytes) -> str | None:
    """Return the encoding that the header names, None for UTF-8 and where a byte order mark says more."""
    if data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return None
    found = _CHARSET.search(data)
    try:
        name = codecs.lookup(found[1].decode("ascii")).name if found else ""
    except LookupError:
        return None
    return name if name in ENCODINGS and not name.startswith("utf-") else None


def _read_string(written: str, line: int) -> str:
    found = _STRING.fullmatch(written)
    if found is None:
        raise FormatError((Problem(f"line {line}", "The quotation marks do not close here, or words follow them."),))
    return _ESCAPE.sub(_unescape, found[1])


def _unescape(found: re.Match[str]) -> str:
    code = found[1]
    if code[0] == "x" and len(code) > 1:
        return chr(int(code[1:], 16))
    return chr(int(code, 8) % 256) if code.isdigit() and code.isascii() else _NAMED.get(code, code)


def _gather(entries: list[_Entry], options: ReadOptions, obsolete: int) -> Document:
    file = UnitFile()
    fields = _header(entries)
    file.translations = read_roster(value for name, value in fields if name == _ROSTER)
    ours = source_first(file.translations.values())
    source, target = _sigla(file, ours, dict(fields), options)
    contexts = Counter(entry.strings.get("msgctxt", "") for entry in entries)
    real = [entry for entry in entries if not _is_header(entry)]
    for number, entry in enumerate(real, 1):
        context = entry.strings.get("msgctxt", "")
        name = context if context and contexts[context] == 1 else str(number)
        for unit in _units(entry, name, source, target, file):
            file.units.append(unit)
    if fuzzy := sum(entry.is_fuzzy for entry in real):
        file.remarks.append(f"{fuzzy:,} entries are fuzzy; their translations are read as they stand.")
    if obsolete:
        file.remarks.append(f"{obsolete:,} obsolete entries are left out.")
    return file.document(options.title)


def _sigla(
    file: UnitFile, ours: list[TranslationRecord], fields: dict[str, str], options: ReadOptions
) -> tuple[str, str]:
    if ours:
        return ours[0].siglum, ours[1].siglum if len(ours) > 1 else ""
    tag = options.language or fields.get("Language", "").replace("_", "-").partition("@")[0].partition(".")[0]
    tag = tag if is_language_tag(tag) else ""
    source, target = "source", options.siglum or tag[:20] or "target"
    file.translations[source] = TranslationRecord(source, "", "original")
    file.translations[target] = TranslationRecord(target, tag)
    return source, target


def _header(entries: list[_Entry]) -> list[tuple[str, str]]:
    header = next((entry for entry in entries if _is_header(entry)), None)
    lines = header.strings.get("msgstr", "").split("\n") if header else []
    return [(name, value) for name, _, value in (line.partition(": ") for line in lines) if value]


def _is_header(entry: _Entry) -> bool:
    return entry.strings.get("msgid") == "" and "msgctxt" not in entry.strings


def _units(entry: _Entry, name: str, source: str, target: str, file: UnitFile) -> Iterator[Unit]:
    """Yield the unit of an entry; of one with plural forms a unit for each form."""
    strings = entry.strings
    forms = [one for one in strings if one.startswith("msgstr[")]
    pairs = [(name, strings.get("msgid", ""), strings.get("msgstr", ""))]
    if "msgid_plural" in strings or forms:
        plural = strings.get("msgid_plural", "")
        pairs = [
            (f"{name}[{at}]", plural if at else strings.get("msgid", ""), strings[form])
            for at, form in enumerate(forms)
        ]
    for place, (called, said, translated) in enumerate(pairs):
        unit = Unit(called)
        for siglum, words in ((source, said), (target, translated)):
            text = TextWithCodes()
            text.add(words)
            if siglum:
                file.enter(unit, siglum, text, f"line {entry.line}")
        for one in entry.presences:
            presence, _, siglum = one.partition("|")
            if presence in PRESENCES and siglum in file.translations:
                unit.variants[siglum] = VariantRecord(siglum, "", presence)
        if not place and (body := "\n".join(entry.comments).strip("\n")):
            unit.comments.append(ThreadRecord("", (CommentRecord("", body),)))
        yield unit


def _work_of_two(document: Document) -> WorkRecord:
    work = only_work(document)
    if not 1 <= len(work.translations) <= 2:
        message = f"A PO file holds a source and one translation, the work has {len(work.translations)}. Choose two."
        raise FormatError((Problem("/works/0/translations", message),))
    return work


def _write_entry(
    name: str,
    passage: PassageRecord,
    source: TranslationRecord | None,
    target: TranslationRecord | None,
    threads: list[ThreadRecord],
) -> str:
    texts = {variant.siglum: variant.text for variant in passage.variants}
    bodies = "\n".join(comment.body for thread in threads for comment in thread.comments if comment.body)
    comments = "".join(f"# {line}".rstrip(" ") + "\n" for line in bodies.split("\n")) if bodies else ""
    presences = "".join(
        f"#. {_PRESENCE}{variant.presence}|{variant.siglum}\n"
        for variant in passage.variants
        if variant.presence != "present"
    )
    strings = (
        ("msgctxt", name),
        ("msgid", texts.get(source.siglum, "") if source else ""),
        ("msgstr", texts.get(target.siglum, "") if target else ""),
    )
    return comments + presences + "".join(_write_string(keyword, text) for keyword, text in strings)


def _write_string(keyword: str, text: str) -> str:
    """Return a string, its lines on lines of their own where it has several."""
    lines = text.split("\n")
    pieces = [f"{line}\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])
    written = ['"' + "".join(_TO_ESCAPE.get(character, character) for character in piece) + '"' for piece in pieces]
    if len(written) > 1:
        return "\n".join([f'{keyword} ""', *written]) + "\n"
    return f"{keyword} {written[0] if written else chr(34) * 2}\n"
