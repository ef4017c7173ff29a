#!/usr/bin/env bash
# One would guess: a verse that is put into another numbering and back is the verse it was, or at least in the book it was in.
# What is: of the Vulgate's 31,437 verses in 66 books sil-machine brings 251 back as others; 211 of them, the later verses of
# Daniel, come back in a book called DAG that the reference never named, and every call says that it succeeded.
# Why it matters: who stores references renumbered cannot get the printed ones back; they are kept, and a numbering is a view.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/v"
"$folder/v/bin/pip" install -q --disable-pip-version-check "sil-machine==1.9.2"
cd "$folder"
"$folder/v/bin/python" - <<'PY'
from importlib.metadata import version

from machine.scripture import ORIGINAL_VERSIFICATION, VULGATE_VERSIFICATION, VerseRef, book_number_to_id

total, changed, refused = 0, [], 0
for book in range(1, 67):
    for chapter in range(1, VULGATE_VERSIFICATION.get_last_chapter(book) + 1):
        for verse in range(1, VULGATE_VERSIFICATION.get_last_verse(book, chapter) + 1):
            printed = VerseRef.from_string(f"{book_number_to_id(book)} {chapter}:{verse}", VULGATE_VERSIFICATION)
            moved = printed.copy()
            refused += not moved.change_versification(ORIGINAL_VERSIFICATION)
            between = str(moved)
            refused += not moved.change_versification(VULGATE_VERSIFICATION)
            total += 1
            if str(moved) != str(printed):
                changed.append((str(printed), between, str(moved)))
elsewhere = [one for one in changed if one[0][:3] != one[2][:3]]
print("sil-machine", version("sil-machine"), total, "verses,", len(changed), "changed,", len(elsewhere), "in another book:", elsewhere[0])
assert (total, len(changed), len(elsewhere), refused) == (31437, 251, 211, 0)
assert elsewhere[0] == ("DAN 3:24", "S3Y 1:1", "DAG 3:24")
PY
