"""Reading what a frozen state holds."""

import hashlib
import zlib
from functools import lru_cache

from workbench.interchange.document import WorkRecord
from workbench.interchange.formats import bundle
from workbench.interchange.options import ReadOptions
from workbench.publishing.citing import Cited, people_of
from workbench.publishing.models import FrozenState

__all__ = ["MAX_CONTENT", "cited_of", "digest_of", "pack", "read_bytes", "read_record"]

MAX_CONTENT = 64_000_000
"""Bytes of a bundle that can be frozen."""
_KEPT = 4  # states of which the record is remembered


def digest_of(content: bytes) -> str:
    """Return the SHA-256 of a state's bundle, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def pack(content: bytes) -> bytes:
    """Return the bytes as they are stored."""
    return zlib.compress(content, 6)


def read_bytes(state: FrozenState) -> bytes:
    """Return the bundle, byte for byte as it was frozen. Raises `ValueError` if it is not what was frozen."""
    content = zlib.decompress(bytes(state.content))
    if digest_of(content) != state.digest:
        raise ValueError(f"The content of the frozen state {state.address} is not what was frozen.")
    return content


def cited_of(state: FrozenState, url: str, passage: str = "") -> Cited:
    """Return what a citation of a state names; `url` is where it, or the passage, is found."""
    work = read_record(state)
    translators = people_of(one.translator for one in work.translations)
    day = state.frozen_at.date()
    return Cited(state.title, work.author, translators, state.number, day, url, state.digest, passage)


def read_record(state: FrozenState) -> WorkRecord:
    """Return the work as it was frozen. The latest few are remembered: they never change."""
    return _read(state.pk, state.digest)


@lru_cache(maxsize=_KEPT)
def _read(pk: int, _digest: str) -> WorkRecord:
    content = read_bytes(FrozenState.objects.get(pk=pk))
    return bundle.read(content, ReadOptions(max_bytes=MAX_CONTENT)).works[0]
