"""Documents into works and back, with everything said about them: what every door that imports or exports
calls.

`importing` has the actions, `files` the same for the bytes of a file, `threads_plan`, `threads_rows`
and `threads_out` the discussions; the texts are `corpus.transfer`'s.
"""

from workbench.corpus.transfer import ImportOptions, Progress, Report, WorkReport
from workbench.review.transfer.exporting import (
    ExportedFile,
    StreamedFile,
    choose_translations,
    export_at_once,
    export_file,
    export_work,
    find_slow_ways,
    is_collated_at_once,
    is_large,
    is_streamed,
    stream_file,
    takes_long,
)
from workbench.review.transfer.files import (
    Batch,
    SourceFile,
    Unreadable,
    import_file,
    import_files,
    preview_file,
    read_file,
    try_files,
)
from workbench.review.transfer.importing import Imported, import_document, plan_import

__all__ = [
    "Batch",
    "ExportedFile",
    "ImportOptions",
    "Imported",
    "Progress",
    "Report",
    "SourceFile",
    "StreamedFile",
    "Unreadable",
    "WorkReport",
    "choose_translations",
    "export_at_once",
    "export_file",
    "export_work",
    "find_slow_ways",
    "import_document",
    "import_file",
    "import_files",
    "is_collated_at_once",
    "is_large",
    "is_streamed",
    "plan_import",
    "preview_file",
    "read_file",
    "stream_file",
    "takes_long",
    "try_files",
]
