#!/usr/bin/env bash
# One would guess: collect_ids=False means the same wherever lxml takes it: an xml:id that stands twice is no matter.
# What is: XMLParser and XMLPullParser read the file then; iterparse takes the argument and refuses the file all the same.
# Why it matters: editions put together from several files repeat ids, and large ones are read by iterparse; feed a pull parser.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/v"
"$folder/v/bin/pip" install -q --disable-pip-version-check "lxml==6.1.3"
cd "$folder"
"$folder/v/bin/python" - <<'PY'
import io
from importlib.metadata import version

from lxml import etree

EDITION = b'<text><p xml:id="one">The ferry.</p><p xml:id="one">The river.</p></text>'


def whole() -> int:
    return len(etree.fromstring(EDITION, etree.XMLParser(collect_ids=False)))


def pulled() -> int:
    parser = etree.XMLPullParser(("end",), tag="p", collect_ids=False)
    parser.feed(EDITION)
    parser.close()
    return len(list(parser.read_events()))


def iterated() -> int:
    return len(list(etree.iterparse(io.BytesIO(EDITION), tag="p", collect_ids=False)))


def said(read) -> str:
    try:
        return f"{read()} paragraphs"
    except etree.XMLSyntaxError as error:
        return error.msg


found = {read.__name__: said(read) for read in (whole, pulled, iterated)}
print("lxml", version("lxml"), "with collect_ids=False:", found)
assert found["whole"] == found["pulled"] == "2 paragraphs"
assert found["iterated"].startswith("ID one already defined")
PY
