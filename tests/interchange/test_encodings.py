"""Bytes to text."""

import pytest

from workbench.interchange.encodings import decode, decode_text, encode
from workbench.interchange.errors import FormatError, UnknownEncoding


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_what_is_certain_is_decoded(encoding: str) -> None:
    assert decode("Ежов 葉".encode(encoding)) == "Ежов 葉"


@pytest.mark.parametrize("encoding", ["latin-1", "cp1251", "koi8-r", "shift_jis", "utf-16-le", "utf-32"])
def test_anything_else_is_asked_for(encoding: str) -> None:
    with pytest.raises(UnknownEncoding, match=r"Expected UTF-8 or, with a byte order mark, UTF-16"):
        decode("Ежов: naïve".encode(encoding, errors="replace") + b"\xef")


@pytest.mark.parametrize(
    ("name", "codec"),
    [("latin-1", "latin-1"), ("windows-1251", "cp1251"), ("KOI8-R", "koi8-r"), ("utf-16-le", "utf-16-le")],
)
def test_a_named_encoding_is_used(name: str, codec: str) -> None:
    text = "naïve" if codec == "latin-1" else "Ежов"
    assert decode(text.encode(codec), name) == text


@pytest.mark.parametrize("name", ["nonsense", "rot13", "base64", "zlib", "idna", "utf-7", "a\0b"])
def test_an_encoding_that_is_not_offered_is_refused(name: str) -> None:
    with pytest.raises(UnknownEncoding, match="is not known"):
        decode(b"text", name)


def test_a_named_encoding_that_does_not_fit_says_where() -> None:
    with pytest.raises(UnknownEncoding, match=r"byte 2: This is not UTF-8\. Expected another encoding"):
        decode(b"ab\xff", "utf-8")


@pytest.mark.parametrize("text", ["", "\ufeff", "\ufeffa", "a\ufeff"])
def test_a_text_that_begins_like_a_mark_survives(text: str) -> None:
    assert decode(encode(text)) == text


def test_a_refused_character_is_named_with_line_and_character() -> None:
    with pytest.raises(FormatError, match=r"line 2, character 3: U\+0008 may not be stored\."):
        decode_text(b"a\r\nbc\x08")
