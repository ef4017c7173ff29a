#!/usr/bin/env bash
# One would guess: the text of a paragraph is what stands in it; a remark on it and its notes are asked for by their own names.
# What is: odfdo's str() and inner_text put the remark's words, its author and its date into the middle of the sentence, and
# list the paragraphs of remarks and footnotes once more among those of the body.
# Why it matters: a translation read so has its reviewer's remarks as words of the text, and passages that nobody wrote.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/v"
"$folder/v/bin/pip" install -q --disable-pip-version-check "odfdo==3.27.3"
cd "$folder"
"$folder/v/bin/python" - <<'PY'
from datetime import datetime
from importlib.metadata import version

from odfdo import Document, Paragraph

document = Document("text")
document.body.clear()
remarked = Paragraph("The chairman fled.")
remarked.insert_annotation(after="chairman", body="Traitor?", creator="A reviewer", date=datetime(2026, 1, 2))
noted = Paragraph("He fled again.")
noted.insert_note(after="fled", note_id="n1", citation="1", body="In 1938.")
document.body.append(remarked)
document.body.append(noted)
document.save("one.odt")

said = [paragraph.inner_text for paragraph in Document("one.odt").body.paragraphs]
print("odfdo", version("odfdo"))
for one in said:
    print(repr(one))
assert len(said) == 4
assert said[0].startswith("The chairmanTraitor?") and "A reviewer" in said[0] and "2026-01-02" in said[0]
assert said[0].endswith(" fled.")
assert said[1] == "Traitor?" and said[2] == "He fled1. In 1938. again." and said[3] == "In 1938."
PY
