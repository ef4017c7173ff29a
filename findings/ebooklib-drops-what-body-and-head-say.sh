#!/usr/bin/env bash
# One would guess: a chapter that is given as a whole XHTML page stands in the book as that page.
# What is: EbookLib writes a new page around what is inside its body: direction, class and type of the body, the direction of the
# page, and the style sheet and metadata of its head are gone; the language stays only as what the object was told.
# Why it matters: a Hebrew or Arabic translation that says its direction on the body runs from the left in the book, unsaid.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/v"
"$folder/v/bin/pip" install -q --disable-pip-version-check "EbookLib==0.20"
cd "$folder"
"$folder/v/bin/python" - <<'PY'
import zipfile
from importlib.metadata import version

from ebooklib import epub

PAGE = (
    '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="he" dir="rtl"><head>'
    '<title>One</title><link rel="stylesheet" type="text/css" href="book.css"/><meta name="source" content="a letter"/>'
    '</head><body dir="rtl" class="letter" epub:type="bodymatter"><p>שלום!</p></body></html>'
)
book = epub.EpubBook()
book.set_identifier("one")
book.set_title("One")
book.set_language("he")
chapter = epub.EpubHtml(title="One", file_name="one.xhtml", lang="he")
chapter.content = PAGE
book.add_item(chapter)
book.add_item(epub.EpubNcx())
book.add_item(epub.EpubNav())
book.toc, book.spine = (chapter,), [chapter]
epub.write_epub("one.epub", book)
with zipfile.ZipFile("one.epub") as file:
    written = file.read("EPUB/one.xhtml").decode()
print("EbookLib", version("EbookLib"))
print(written)
assert "שלום!" in written and 'lang="he"' in written
assert [said for said in ('dir="rtl"', "book.css", "a letter", 'class="letter"', "bodymatter") if said in written] == []
PY
