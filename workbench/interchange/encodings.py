"""Bytes to text: what is certain is decoded, anything else is asked for.

A byte order mark is certain (The Unicode Standard, section 23.8), and text that is valid UTF-8 is
hardly ever anything else. Windows-1251 against KOI8-R, or Latin-1 against Latin-2, is a guess, and a
wrong one is noticed late.
"""

import codecs

from workbench.interchange.errors import FormatError, Problem, UnknownEncoding
from workbench.interchange.limits import MAX_BYTES, MAX_LINES, MAX_RUN
from workbench.text.words.validity import InvalidText, check_text, describe_character, with_lf_line_ends

__all__ = ["ENCODINGS", "decode", "decode_lines", "decode_running_text", "decode_text", "encode"]

ENCODINGS = (
    "utf-8",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    *(f"iso8859-{part}" for part in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 16)),
    *(f"cp{page}" for page in range(1250, 1259)),
    "cp437",
    "cp850",
    "cp866",
    "koi8-r",
    "koi8-u",
    "mac-cyrillic",
    "mac-roman",
    "shift_jis",
    "cp932",
    "euc_jp",
    "gb18030",
    "big5",
    "euc_kr",
)
"""Encodings that may be named, as Python calls them; its aliases ("latin-1", "windows-1251") are
understood too. Those that the pages offer, with words for people, are listed in `web.site.uploads`.
"""

_EXPECTED = "Expected UTF-8 or, with a byte order mark, UTF-16. Name the encoding if it is another one."
_UTF_32_MARKS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decode(data: bytes, encoding: str | None = None) -> str:
    """Return the text of `data` without its byte order mark, or raise `UnknownEncoding`.

    Without `encoding`: UTF-8 with or without a mark, UTF-16 with one. With it: that one of `ENCODINGS`.
    """
    name = _known(encoding) if encoding else _certain(data)
    try:
        text = data.decode(name)
    except UnicodeDecodeError as error:
        hint = _EXPECTED if encoding is None else "Expected another encoding than the one that was named."
        raise UnknownEncoding(f"byte {error.start}", f"This is not {name.upper()}. {hint}") from error
    return text if name == "utf-16" else text.removeprefix("\ufeff")


def encode(text: str) -> bytes:
    """Return `text` in UTF-8, after a byte order mark if its own first character would be taken for one."""
    return (f"\ufeff{text}" if text.startswith("\ufeff") else text).encode()


def decode_text(data: bytes, encoding: str | None = None, max_bytes: int = MAX_BYTES) -> str:
    """Return the text of `data` with LF line ends, checked; `FormatError` says where a refused character
    stands.
    """
    return _checked(_decode_bounded(data, encoding, max_bytes))


def decode_lines(data: bytes, encoding: str | None = None, max_bytes: int = MAX_BYTES) -> str:
    """Return the same of a file that is made of lines: too many, or one without end, are refused undecoded."""
    _refuse_endless(data)
    return decode_text(data, encoding, max_bytes)


def decode_running_text(data: bytes, encoding: str | None = None, max_bytes: int = MAX_BYTES) -> str:
    """Return the same of a text in which form feeds, which end its pages, are allowed and stay."""
    _refuse_endless(data)
    text = with_lf_line_ends(_decode_bounded(data, encoding, max_bytes))
    checked = _checked(text.replace("\f", "\t"), text)
    return text if "\f" in text else checked


def _decode_bounded(data: bytes, encoding: str | None, max_bytes: int) -> str:
    if len(data) > max_bytes:
        message = f"The file has {len(data):,} bytes. Expected at most {max_bytes:,}."
        raise FormatError((Problem("", message),))
    return decode(data, encoding)


def _refuse_endless(data: bytes) -> None:
    if max(data.count(b"\n"), data.count(b"\r")) > MAX_LINES:
        raise FormatError((Problem("", f"Expected at most {MAX_LINES:,} lines."),))
    if (start := _find_long_line(data)) is not None:
        number = data.count(b"\n", 0, start) + 1
        raise FormatError(
            (Problem(f"line {number}", f"It goes on for more than {MAX_RUN:,} bytes. Expected line ends."),)
        )


def _find_long_line(data: bytes) -> int | None:
    """Return where a line begins that is too long, found in leaps from line end to line end."""
    start = 0
    while len(data) - start > MAX_RUN:
        end = start + MAX_RUN + 1
        last = max(data.rfind(b"\n", start, end), data.rfind(b"\r", start, end))
        if last < 0:
            return start
        start = last + 1
    return None


def _checked(text: str, shown: str = "") -> str:
    try:
        return check_text(text)
    except InvalidText as error:
        raise FormatError((_refused(shown or text, error),)) from error


def _certain(data: bytes) -> str:
    if data.startswith(_UTF_32_MARKS):
        raise UnknownEncoding("byte 0", f"This is UTF-32. {_EXPECTED}")
    if data.startswith(_UTF_16_MARKS):
        return "utf-16"
    if data[:4096].count(0) * 4 >= len(data[:4096]) > 0:
        raise UnknownEncoding("byte 0", f"This looks like UTF-16 without a byte order mark. {_EXPECTED}")
    return "utf-8"


def _known(encoding: str) -> str:
    try:
        name = codecs.lookup(encoding).name
    except (LookupError, ValueError):
        name = ""
    if name == "utf-8-sig":
        return "utf-8"
    if name not in ENCODINGS:
        raise UnknownEncoding("encoding", f"{encoding!r} is not known. Expected one of {', '.join(ENCODINGS)}.")
    return name


def _refused(text: str, error: InvalidText) -> Problem:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    before = text[: error.position]
    line = before.count("\n") + 1
    column = error.position - (before.rfind("\n") + 1) + 1
    return Problem(f"line {line}, character {column}", f"{describe_character(error.character)} may not be stored.")
