#!/usr/bin/env bash
# One would guess: a line break or a tab inside a cell of an ODS file comes back as white space, as two blanks there do.
# What is: python-calamine drops both, and "the sea" on two lines is "thesea"; a footnote's mark and words are read into the cell.
# Why it matters: verse typed into cells line by line comes in with the last word of a line grown into the first of the next.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/v"
"$folder/v/bin/pip" install -q --disable-pip-version-check "python-calamine==0.9.1"
cd "$folder"
"$folder/v/bin/python" - <<'PY'
import zipfile
from importlib.metadata import version

import python_calamine

SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text", "manifest")
)
KIND = "application/vnd.oasis.opendocument.spreadsheet"


def cell_of(inside):
    """Write a sheet with one cell of these contents, and return what is read of it."""
    with zipfile.ZipFile("one.ods", "w") as archive:
        archive.writestr("mimetype", KIND)
        archive.writestr(
            "META-INF/manifest.xml",
            f'<manifest:manifest {SPACES}><manifest:file-entry manifest:full-path="/" manifest:media-type="{KIND}"/>'
            "</manifest:manifest>",
        )
        archive.writestr(
            "content.xml",
            f"<office:document-content {SPACES}><office:body><office:spreadsheet>"
            f'<table:table table:name="T"><table:table-row><table:table-cell office:value-type="string">{inside}'
            "</table:table-cell></table:table-row></table:table></office:spreadsheet></office:body>"
            "</office:document-content>",
        )
    return python_calamine.CalamineWorkbook.from_path("one.ods").get_sheet_by_index(0).to_python()[0][0]


NOTE = (
    '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
    "<text:note-body><text:p>a note</text:p></text:note-body></text:note>"
)
cases = {
    "two blanks": ('<text:p>the<text:s text:c="2"/>sea</text:p>', "the  sea"),
    "a line break": ("<text:p>the<text:line-break/>sea</text:p>", "thesea"),
    "a tab": ("<text:p>the<text:tab/>sea</text:p>", "thesea"),
    "two paragraphs": ("<text:p>the</text:p><text:p>sea</text:p>", "the\nsea"),
    "a footnote": (f"<text:p>the sea{NOTE}</text:p>", "the sea1\na note"),
}
print("python-calamine", version("python-calamine"))
for name, (inside, expected) in cases.items():
    print(f"{name}: {cell_of(inside)!r}")
    assert cell_of(inside) == expected, (name, cell_of(inside))
PY
