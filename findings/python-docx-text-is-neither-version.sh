#!/usr/bin/env bash
# One would guess: the text of a paragraph with tracked changes is that of one version: with the changes, or without them.
# What is: python-docx leaves out what was inserted and what was deleted, so its text is neither; a smart tag's, a content
# control's and a field's words are missing too, and so is a letter set as a symbol.
# Why it matters: a reviewed translation read so has lost every sentence that anybody touched, and nothing says so.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/v"
"$folder/v/bin/pip" install -q --disable-pip-version-check "python-docx==1.2.0"
cd "$folder"
"$folder/v/bin/python" - <<'PY'
from importlib.metadata import version

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls


def text_of(inside):
    """Save a document with one paragraph, open it again, return the paragraph's text."""
    document = docx.Document()
    paragraph = document.add_paragraph()._p
    paragraph.getparent().replace(paragraph, parse_xml(f"<w:p {nsdecls('w')}>{inside}</w:p>"))
    document.save("one.docx")
    return docx.Document("one.docx").paragraphs[0].text


def run(words, tag="t"):
    return f'<w:r><w:{tag} xml:space="preserve">{words}</w:{tag}></w:r>'


who = 'w:author="A reviewer" w:date="2026-01-01T00:00:00Z"'
changed = (
    run("The ") + f'<w:del w:id="1" {who}>{run("chairman", "delText")}</w:del>'
    f'<w:ins w:id="2" {who}>{run("traitor")}</w:ins>' + run(" fled.")
)
cases = {
    "a word replaced": (changed, "The  fled."),
    "a content control": (run("In ") + f"<w:sdt><w:sdtContent>{run('1938')}</w:sdtContent></w:sdt>", "In "),
    "a smart tag": (run("In ") + f'<w:smartTag w:element="place">{run("Kharkov")}</w:smartTag>', "In "),
    "a field": (run("See ") + f'<w:fldSimple w:instr="REF x">{run("page 3")}</w:fldSimple>', "See "),
    "a symbol": (run("reading ") + '<w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>', "reading "),
}
print("python-docx", version("python-docx"))
for name, (inside, expected) in cases.items():
    print(f"{name}: {text_of(inside)!r}")
    assert text_of(inside) == expected
PY
