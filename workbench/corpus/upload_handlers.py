"""How much a request with files may carry: settled before its first byte is kept anywhere."""

from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler

__all__ = ["RefuseOversized"]


class RefuseOversized(FileUploadHandler):
    """The first of settings.FILE_UPLOAD_HANDLERS: refuses a body that is larger than a file and its form may be.

    Django bounds the fields of a form, not its files, which it would write to the disk however large they are.
    """

    def handle_raw_input(
        self,
        input_data: Any,
        META: dict[str, Any],  # noqa: N803 - Django's name
        content_length: int,
        boundary: Any,
        encoding: str | None = None,
    ) -> None:
        """Raise `RequestDataTooBig` (413) going by the length that the request announces and cannot exceed."""
        if content_length > settings.IMPORT_MAX_BYTES + (settings.DATA_UPLOAD_MAX_MEMORY_SIZE or 0):
            raise RequestDataTooBig

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Leave the data to the handlers that follow."""
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Leave the file to the handlers that follow."""
