"""What every format promises. A format's test class inherits this and says which documents it carries whole."""

import contextlib
from collections.abc import Callable
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.interchange.counting import find_unnamed
from tests.interchange.documents import documents_of_texts, full_documents, full_works
from tests.interchange.hostile import ARCHIVES, DOCUMENTS
from workbench.interchange.document import Document, WorkRecord
from workbench.interchange.errors import FormatError, Problem, UnknownEncoding
from workbench.interchange.options import ReadOptions
from workbench.interchange.registry import FORMATS, Format

READABLE = settings(max_examples=25, suppress_health_check=list(HealthCheck))


class FormatContract:
    """Inherit, and set `name`, `carried` (documents without losses) and `sample`, a small file that reads well.

    `sample_options` says how the sample is read; `ways` are those of writing it from which all comes back.
    """

    name: ClassVar[str]
    carried: ClassVar[st.SearchStrategy[Document]]
    sample: ClassVar[bytes]
    sample_options: ClassVar[ReadOptions] = ReadOptions()
    ways: ClassVar[tuple[str, ...]] = ("",)

    def __init_subclass__(cls) -> None:
        if not hasattr(cls, "carried"):
            return
        cls.test_reading_what_was_written_gives_it_back = READABLE(given(document=cls.carried)(_round_trip))  # type: ignore[attr-defined]
        cls.test_writing_again_gives_the_same_bytes = READABLE(given(document=cls.carried)(_writes_the_same))  # type: ignore[attr-defined]
        cls.test_arbitrary_bytes_are_read_or_refused = READABLE(given(data=st.binary(max_size=200))(_no_crash))  # type: ignore[attr-defined]

    def options_for(self, document: Document) -> ReadOptions:
        """Return how a document that this format wrote is read."""
        return ReadOptions()

    def fit(self, work: WorkRecord) -> WorkRecord:
        """Return as much of a work as this format holds at all: one translation, or verses."""
        return work

    @property
    def format(self) -> Format:
        """The format under test."""
        return FORMATS[self.name]

    def read(self, data: bytes, options: ReadOptions | None = None) -> Document:
        """Read with the sample's options."""
        return self.format.read(data, options or self.sample_options)

    @READABLE
    @given(document=full_documents() | documents_of_texts())
    def test_what_can_be_written_is_told_before(self, document: Document) -> None:
        """Whoever is told what a file will not carry gets the file; else they are told why there is none."""
        told = self._refusal(self.format.losses, document)
        assert told == self._refusal(self.format.write, document)

    @READABLE
    @given(work=full_works())
    def test_what_goes_in_comes_out_or_is_named(self, work: WorkRecord) -> None:
        """Of each kind of thing there are as many in what comes back, and in what was named, as there were."""
        document = Document((self.fit(work),))
        for way in self.ways:
            try:
                losses, data = self.format.losses_with(document, way), self.format.write_with(document, way)
            except FormatError:
                return  # why it cannot be had is told before: the law above
            assert not list(find_unnamed(document, self._read_back(data, document), losses))

    def _read_back(self, data: bytes, document: Document) -> Document:
        """Return what comes back: nothing of a file without a passage, but that somebody says of whom it is."""
        try:
            return self.format.read(data, self.options_for(document))
        except FormatError:
            return Document((WorkRecord(translations=document.works[0].translations),))

    def _refusal(self, ask: Callable[[Document], object], document: Document) -> tuple[Problem, ...] | None:
        try:
            ask(document)
        except FormatError as error:
            return error.problems
        return None

    def test_a_file_that_is_too_large_is_refused_before_it_is_read(self) -> None:
        with pytest.raises(FormatError, match=r"Expected at most 3\."):
            self.read(self.sample, ReadOptions(max_bytes=3))

    def test_an_empty_file_is_refused(self) -> None:
        with pytest.raises(FormatError):
            self.read(b"")


class TextContract(FormatContract):
    """What a format promises besides that a person can read in an editor: its sample has BREAK in its third line."""

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
    def test_unicode_with_its_mark_is_read(self, encoding: str) -> None:
        assert self.read(self.sample.decode().encode(encoding)) == self.read(self.sample)

    @pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32"])
    def test_unicode_without_its_mark_is_asked_for(self, encoding: str) -> None:
        with pytest.raises(UnknownEncoding, match=r"Expected UTF-8 or, with a byte order mark, UTF-16\."):
            self.read(self.sample.decode().encode(encoding))

    def test_carriage_returns_are_line_ends(self) -> None:
        assert self.read(self.sample.replace(b"\n", b"\r\n")) == self.read(self.sample)

    @pytest.mark.parametrize("refused", ["\x00", "\x08", "\x7f", "\ufdd0", "\uffff", "\U0001ffff"])
    def test_characters_that_cannot_be_stored_are_refused_with_their_place(self, refused: str) -> None:
        broken = self.sample.replace(b"BREAK", refused.encode())
        with pytest.raises(FormatError, match=r"line 3, character \d+: U\+[0-9A-F]+.* may not be stored"):
            self.read(broken)


class ArchiveContract(FormatContract):
    """What a format in a ZIP promises besides."""

    @pytest.mark.parametrize("kind", ARCHIVES)
    def test_an_archive_that_is_made_to_harm_is_refused(self, kind: str) -> None:
        with pytest.raises(FormatError):
            self.read(ARCHIVES[kind]())


class DocumentContract(FormatContract):
    """What a format that is one XML document promises besides; `root` is its root element."""

    root: ClassVar[str]

    @pytest.mark.parametrize("kind", DOCUMENTS)
    def test_a_document_that_is_made_to_harm_is_refused(self, kind: str) -> None:
        with pytest.raises(FormatError):
            self.read(DOCUMENTS[kind](self.root))


def _round_trip(self: FormatContract, document: Document) -> None:
    assert self.format.losses(document) == ()
    assert self.format.read(self.format.write(document), self.options_for(document)) == document


def _writes_the_same(self: FormatContract, document: Document) -> None:
    written = self.format.write(document)
    again = self.format.write(self.format.read(written, self.options_for(document)))
    assert again == written


def _no_crash(self: FormatContract, data: bytes) -> None:
    with contextlib.suppress(FormatError):
        assert self.format.read(data, self.sample_options).works
