"""The one door to every ZIP: what is made to fill the memory or to reach elsewhere is refused before it is unpacked.

Refused are more than 10,000 members, a member that unpacks to more than 200 times its size or all together to more than
256 MB, members that overlap, that repeat a name, that are encrypted, links, archives themselves, or named so that they
would lie elsewhere (`../`), and headers that do not say what is there. Sizes are those of the central directory; a
member is read up to the size it claims, and its checksum has to agree (APPNOTE.TXT of the ZIP format, section 4).
"""

import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from workbench.interchange.errors import FormatError, Problem
from workbench.interchange.limits import MAX_BYTES

__all__ = ["Archive", "open_archive", "write_archive"]

MAX_MEMBERS = 10_000
MAX_RATIO = 200
MAX_UNPACKED = 256 * 1024 * 1024
_SMALL = 64 * 1024
_MOMENT = (1980, 1, 1, 0, 0, 0)
_NESTED = (".zip", ".docx", ".xlsx", ".odt", ".ods", ".epub", ".jar", ".7z", ".gz")
_MAY_NEST = ("embeddings/", "Object ", "media/")


class Archive:
    """A ZIP that was looked over. Members are read one by one."""

    def __init__(self, file: zipfile.ZipFile) -> None:
        self._file = file
        self.names: Sequence[str] = file.namelist()

    def read(self, name: str) -> bytes:
        """Return what a member holds; raises `FormatError` if there is none, or if it is not what its header says."""
        try:
            return self._file.read(name)
        except KeyError as error:
            raise _refusal(f"There is no {name} in it.") from error
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
            raise _refusal(f"{name} in it is damaged, or its header lies.") from error


def open_archive(data: bytes, max_bytes: int = MAX_BYTES) -> Archive:
    """Return the archive that `data` is; raises `FormatError` for one that is damaged or hostile."""
    if len(data) > max_bytes:
        raise _refusal(f"The file has {len(data):,} bytes. Expected at most {max_bytes:,}.")
    if data.count(b"PK\x01\x02") > MAX_MEMBERS:
        raise _refusal(f"It has more than {MAX_MEMBERS:,} members.")
    try:
        file = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, EOFError) as error:
        raise _refusal("It is no archive of the kind expected, or damaged.") from error
    infos = file.infolist()
    for complaint in _complaints(infos):
        raise _refusal(complaint)
    return Archive(file)


def write_archive(members: Mapping[str, bytes | str]) -> bytes:
    """Return a ZIP of these members, in this order and with one moment for all: the same bytes each time.

    A member called `mimetype` is stored as it is (OpenDocument 1.3, part 2, section 3.3).
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            info = zipfile.ZipInfo(name, _MOMENT)
            info.external_attr = 0o600 << 16
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            file.writestr(info, content)
    return out.getvalue()


def _complaints(infos: Sequence[zipfile.ZipInfo]) -> Iterator[str]:
    if len(infos) > MAX_MEMBERS:
        yield f"It has more than {MAX_MEMBERS:,} members."
    if sum(info.file_size for info in infos) > MAX_UNPACKED:
        yield f"Unpacked it has more than {MAX_UNPACKED // 1024 // 1024} MB."
    if len({info.filename for info in infos}) < len(infos):
        yield "Two members have one name."
    ordered = sorted(infos, key=lambda info: info.header_offset)
    if any(left.header_offset + left.compress_size + 30 > right.header_offset for left, right in pairwise(ordered)):
        yield "Members lie in each other."
    for info in infos:
        yield from _complaints_about(info)


def _complaints_about(info: zipfile.ZipInfo) -> Iterator[str]:
    name = info.filename
    if info.file_size > _SMALL and info.file_size > MAX_RATIO * max(info.compress_size, 1):
        yield f"{name[:80]} unpacks to more than {MAX_RATIO} times its size."
    if name.startswith(("/", "\\")) or ".." in name.replace("\\", "/").split("/") or ":" in name or "\x00" in name:
        yield f"The member {name[:80]!r} would lie outside of it."
    if (info.external_attr >> 16) & 0o170000 == 0o120000:
        yield f"The member {name[:80]} is a link."
    if info.flag_bits & 0x1:
        yield f"The member {name[:80]} is encrypted."
    if name.lower().endswith(_NESTED) and not any(place in name for place in _MAY_NEST):
        yield f"The member {name[:80]} is an archive itself."


def _refusal(message: str) -> FormatError:
    return FormatError((Problem("", message),))
