#!/usr/bin/env bash
# One would guess: --track-changes=all shows insertions, deletions and comments of a text, whichever office program it comes from.
# What is: of a Word document pandoc shows them; of an OpenDocument text it takes the insertion, drops the deleted words and the
# comment, and says nothing, whatever the option says.
# Why it matters: a review in LibreOffice that passes through pandoc is silently accepted, and its remarks are gone.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/v"
"$folder/v/bin/pip" install -q --disable-pip-version-check "pypandoc_binary==1.17"
cd "$folder"
"$folder/v/bin/python" - <<'PY'
import zipfile

import pypandoc

USUAL = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"
NAMES = " ".join(f'xmlns:{name}="{USUAL.format(name)}"' for name in ("office", "text", "manifest"))
NAMES += ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
SIGNED = "<dc:creator>Eve</dc:creator><dc:date>2026-01-02T03:04:05</dc:date>"
INFO = f"<office:change-info>{SIGNED}</office:change-info>"
TRACKED = (
    f'<text:changed-region text:id="c1"><text:deletion>{INFO}<text:p>old</text:p></text:deletion></text:changed-region>'
    f'<text:changed-region text:id="c2"><text:insertion>{INFO}</text:insertion></text:changed-region>'
)
WORDS = (
    'The <text:change text:change-id="c1"/><text:change-start text:change-id="c2"/>new<text:change-end text:change-id="c2"/>'
    f' cat <office:annotation office:name="n">{SIGNED}<text:p>Why?</text:p></office:annotation>sat'
    '<office:annotation-end office:name="n"/>.'
)
BODY = f"<text:tracked-changes>{TRACKED}</text:tracked-changes><text:p>{WORDS}</text:p>"
KIND = "application/vnd.oasis.opendocument.text"
ENTRY = '<manifest:file-entry manifest:full-path="{}" manifest:media-type="{}"/>'
LIST = ENTRY.format("/", KIND) + ENTRY.format("content.xml", "text/xml") + ENTRY.format("styles.xml", "text/xml")
with zipfile.ZipFile("one.odt", "w") as file:
    file.writestr("mimetype", KIND)
    file.writestr("META-INF/manifest.xml", f'<manifest:manifest {NAMES} manifest:version="1.3">{LIST}</manifest:manifest>')
    file.writestr("styles.xml", f'<office:document-styles {NAMES} office:version="1.3"><office:styles/></office:document-styles>')
    text = f"<office:body><office:text>{BODY}</office:text></office:body>"
    file.writestr("content.xml", f'<office:document-content {NAMES} office:version="1.3">{text}</office:document-content>')

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BY = 'w:author="Eve" w:date="2026-01-02T03:04:05Z"'
RUNS = (
    '<w:r><w:t xml:space="preserve">The </w:t></w:r>'
    f'<w:del w:id="1" {BY}><w:r><w:delText>old</w:delText></w:r></w:del><w:ins w:id="2" {BY}><w:r><w:t>new</w:t></w:r></w:ins>'
    '<w:r><w:t xml:space="preserve"> cat sat.</w:t></w:r>'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
with zipfile.ZipFile("one.docx", "w") as file:
    types = f'<Override PartName="/word/document.xml" ContentType="{TYPE}"/>'
    file.writestr("[Content_Types].xml", f'<Types xmlns="{PACKAGE}/content-types">{types}</Types>')
    related = f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    file.writestr("_rels/.rels", f'<Relationships xmlns="{PACKAGE}/relationships">{related}</Relationships>')
    file.writestr("word/document.xml", f"<w:document {W}><w:body><w:p>{RUNS}</w:p></w:body></w:document>")

asked = ["--track-changes=all"]
word = pypandoc.convert_file("one.docx", "native", extra_args=asked)
office = pypandoc.convert_file("one.odt", "native", extra_args=asked)
print("pandoc", pypandoc.get_pandoc_version())
print("docx:", word)
print("odt:", office)
assert '"deletion"' in word and '"insertion"' in word and '"old"' in word
assert '"new"' in office and '"old"' not in office and "Why" not in office and "insertion" not in office
PY
