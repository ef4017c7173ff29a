#!/usr/bin/env bash
# One would guess: a cell in which somebody typed 12 comes back as the whole number 12, or as the text "12" that is shown.
# What is: python-calamine gives 12.0 for it (and '12' only for a cell of text); str() makes the reference "12.0".
# Why it matters: a column of passage references 1, 2, 3 would name passages "1.0", "2.0", "3.0" that no other file knows.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/v"
"$folder/v/bin/pip" install -q --disable-pip-version-check "python-calamine==0.9.1" "XlsxWriter==3.3.1"
cd "$folder"
"$folder/v/bin/python" - <<'PY'
from importlib.metadata import version

import python_calamine
import xlsxwriter

book = xlsxwriter.Workbook("references.xlsx")
sheet = book.add_worksheet()
for row, reference in enumerate([1, 12, "12", 1.5]):
    sheet.write(row, 0, reference) if not isinstance(reference, str) else sheet.write_string(row, 0, reference)
book.close()
read = [row[0] for row in python_calamine.CalamineWorkbook.from_path("references.xlsx").get_sheet_by_index(0).to_python()]
print("python-calamine", version("python-calamine"), "reads 1, 12, text 12 and 1.5 as", read, [type(cell).__name__ for cell in read])
assert read == [1.0, 12.0, "12", 1.5]
assert [type(cell) for cell in read] == [float, float, str, float]
PY
